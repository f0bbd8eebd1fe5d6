"""What an answer does not say for itself about being kept or shown elsewhere is: not kept, not shown elsewhere.

A page for readers says `no-cache` (ask again each time); everything that nobody thought of is not stored at all: an
error, a way on, a page of a desk. Other sites may put nothing of ours into theirs, but what says that they may.

What a network of copies may keep carries no cookie, or it would hand one person's sign-in to the next; and what carries
a cookie is for one browser alone.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control

FOR_EVERYBODY = ("public", "s-maxage")


class KeptClose:
    """Before static files are served, which say how long they may be kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
            del response["ETag"]  # what nobody keeps needs no mark to be known again by
        if any(word in response["Cache-Control"] for word in FOR_EVERYBODY):
            response.cookies.clear()
        elif response.cookies:
            patch_cache_control(response, private=True)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
