"""The site rests while its database does not know every stop: a backup was restored, and not all is replayed yet."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from consent.domain.journal import journal_watch
from home.public import alone

OPEN = frozenset({"/healthz", "/readyz", "/stop/", "/stop/done/", "/cy/stop/", "/cy/stop/done/"})
"""What tells machines how we are, and stopping by paper code, which only narrows and shows nothing of anybody."""
TRY_AGAIN = 30  # seconds


class StopsFirst:
    """Before sessions, languages and walls: nothing else of the house may run."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path in OPEN or journal_watch.in_step():
            return self.get_response(request)
        return _resting(request)


def _resting(request: HttpRequest) -> HttpResponse:
    return alone.answer(
        request,
        "home/resting.html",
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        words="Back in a moment. Try again in a minute.",
        retry_after=TRY_AGAIN,
    )
