"""How programs are answered: in English, read only, asked anew each time; and what goes wrong is said in their way."""

import json
import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.cache import cache_control

from storybank.api.problems import BAD, BROKEN, NOT_ALLOWED, BadQuestion, problem
from storybank.public.manners import for_other_sites
from storybank.public.pieces.answering import answer as sent

log = logging.getLogger(__name__)
METHODS = "GET, HEAD, OPTIONS"
A_DAY = 24 * 60 * 60
View = Callable[..., HttpResponse]


def for_programs(view: View) -> View:
    """What every answer here has in common."""

    @cache_control(no_cache=True)
    @for_other_sites
    @wraps(view)
    def answer(request: HttpRequest, *args: str, **more: str) -> HttpResponse:
        if request.method == "OPTIONS":
            return _may_be_asked()
        if request.method not in {"GET", "HEAD"}:
            refused = problem(NOT_ALLOWED, "Stories can be read here, and nothing can be written.")
            refused["Allow"] = METHODS
            return refused
        try:
            with override("en"):
                return view(request, *args, **more)
        except BadQuestion as wrong:
            return problem(BAD, wrong.detail, parameter=wrong.parameter)
        except Exception:
            log.exception("a program could not be answered")
            return problem(BROKEN, "Something went wrong on our side.")

    return answer


def said(request: HttpRequest, values: Mapping[str, Any]) -> HttpResponse:
    """Plain values as JSON, sent small like the pages: public, without a cookie, and no secret that sizes could tell.
    Whatever others may keep of pages: not these."""
    response = sent(request, json.dumps(values), Content_Type="application/json")
    response["Cache-Control"] = "no-cache"
    return response


def _may_be_asked() -> HttpResponse:
    """To a browser that asks whether a page of another site may."""
    answer = HttpResponse(status=204)
    answer["Allow"] = answer["Access-Control-Allow-Methods"] = METHODS
    answer["Access-Control-Allow-Headers"] = "If-None-Match"
    answer["Access-Control-Max-Age"] = str(A_DAY)
    return answer
