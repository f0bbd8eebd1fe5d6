"""Answers that take the same time whatever was found, so that a stopwatch learns nothing."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def evenly(view: View[P]) -> View[P]:
    """A POST takes at least `EVEN_ANSWER_SECONDS`; everything it does is done well within them."""

    @wraps(view)
    def timed(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        begun = time.monotonic()
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            time.sleep(max(0.0, settings.EVEN_ANSWER_SECONDS - (time.monotonic() - begun)))
        return response

    return timed
