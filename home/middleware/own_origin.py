"""Lets our own forms pass Django's check of origins although our pages send no referrer.

Under `Referrer-Policy: no-referrer` browsers write `Origin: null` on a form they send, even to the same site, and
Django refuses that. Sec-Fetch-Site, which no page can forge, says whether the form was ours. Browsers too old to send
it are judged by the token alone, which stands in a cookie that no other site can read, set or make them send.
List it before CsrfViewMiddleware.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class OwnOrigin:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in CHANGES_NOTHING and _is_ours_but_unnamed(request):
            request.META["HTTP_ORIGIN"] = f"{request.scheme}://{request.get_host()}"
        return self.get_response(request)


def _is_ours_but_unnamed(request: HttpRequest) -> bool:
    return (
        request.headers.get("Origin", "null") == "null"
        and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    )
