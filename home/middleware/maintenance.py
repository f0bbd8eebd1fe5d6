"""503 for everybody while we mend something; but stopping, leaving and staff's own doors stay open.

Before sessions and languages, so that it holds without a database.
"""

import re
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponseBase

from home import maintenance
from home.public import alone
from people.clock import LONDON

STAYS_OPEN = re.compile(
    r"""
    /(healthz|readyz)                                   # how we are, for machines
    | /(admin|staff)/.*                                 # staff see whether it is mended
    | /(favicon\.ico | look/.* | \.well-known/.*)
    | (/cy)?/stop/.*                                    # by paper code, and for somebody else
    | (/cy)?/my/stop/.*                                 # everything, from one's own desk
    | (/cy)?/my/stories/[^/]+/stop/.*                   # one story
    | (/cy)?/my/stories/[^/]+/uses/[^/]+/               # one use
    | (/cy)?/my/(in/.* | out/)                          # to come in for that, and to leave
    | (/cy)?/(weather|help)/                            # where leaving leads; whom to ring
    | (/cy)?/read-aloud/[^/]+/                          # what stands on those pages, heard
    """,
    re.VERBOSE,
)


class WhileWeMend:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        mending = maintenance.going_on()
        if mending is None or STAYS_OPEN.fullmatch(request.path_info):
            return self.get_response(request)
        return alone.answer(
            request,
            "home/maintenance.html",
            status=HTTPStatus.SERVICE_UNAVAILABLE,
            words="We are mending something. Try again later.",
            retry_after=mending.try_again_in(),
            until=_in_words(mending),
        )


def _in_words(mending: maintenance.Mending) -> str:
    """The time in London; nothing once it has passed, as we were wrong."""
    if mending.until is None or mending.over:
        return ""
    return f"{mending.until.astimezone(LONDON):%H:%M}"
