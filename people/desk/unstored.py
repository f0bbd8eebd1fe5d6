"""Answers that no cache keeps and that tell no other site where somebody came from."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def never_stored(view: View[P]) -> View[P]:
    """For pages of the desk, also before the sign-in."""

    @wraps(view)
    def quiet(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return unstored(view(request, *args, **kwargs))

    return quiet


def unstored(response: HttpResponseBase) -> HttpResponseBase:
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "no-referrer"
    return response
