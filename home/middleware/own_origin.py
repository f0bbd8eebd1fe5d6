"""Whether a form is ours is said by the browser, not by how old the page is that it stands on.

Sec-Fetch-Site, which no page can forge, is "same-origin" for forms of our own pages alone. While nobody is signed in
such a form needs no token: what was written comes back on the page. While somebody is, the token says that the page was
made for them (`people.receivers`): on a shared phone a page of somebody else's does nothing in their name.
Browsers too old to send it are judged by Django's token, which stands in a cookie that no other site can read, set or
make them send. As our pages send no referrer they write `Origin: null`, which Django would refuse.
List it before CsrfViewMiddleware.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase

CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class OwnOrigin:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Only now it is known who is signed in."""
        if request.method not in CHANGES_NOTHING:
            _told_by_the_browser(request)


def _told_by_the_browser(request: Any) -> None:
    said = request.headers.get("Sec-Fetch-Site")
    if said == "same-origin" and not request.user.is_authenticated:
        request._dont_enforce_csrf_checks = True
    elif said in {None, "same-origin"} and request.headers.get("Origin", "null") == "null":
        request.META["HTTP_ORIGIN"] = f"{request.scheme}://{request.get_host()}"
