"""Refuses what is far too large by what it says of itself, before one byte of it is read.

Django reads a whole form to find its token, so this must stand before every check of forms. A request that says
nothing of its length is read as empty by the servers we run on.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

TOO_LARGE = 413


class NotTooMuch:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _length(request) <= settings.LARGEST_REQUEST:
            return self.get_response(request)
        page = render_to_string("home/too_large.html")
        return HttpResponse(page, status=TOO_LARGE, headers={"Cache-Control": "no-store"})


def _length(request: HttpRequest) -> int:
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return (
        int(said) if said.isascii() and said.isdecimal() and len(said) < 20 else settings.LARGEST_REQUEST + 1
    )
