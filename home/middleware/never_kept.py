"""No search engine keeps a page that says "not here": whatever answers with an error is `noindex`, whoever wrote it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

ERRORS = 400


class EndingsAreNotKept:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code >= ERRORS:
            response.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response
