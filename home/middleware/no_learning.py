"""Every answer asks machines not to learn from it; only a story by itself, whose person said yes to that, does not.

`TDM-Reservation` is the W3C community's word for "rights reserved" (European law knows such a reservation, article 4 of
directive 2019/790); `noai` some crawlers know. They are requests: whoever wants to take words can take them. What no
request can do, a stop does: the words are gone here.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

RESERVED = "TDM-Reservation"
NO_LEARNING = "noai, noimageai"
ENDINGS = 400
"""From here on there is nothing to learn."""


class NoLearning:
    """After static files: there are no words of anybody in them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.setdefault(RESERVED, "1")
        if response[RESERVED] == "0" or response.status_code >= ENDINGS:
            return response
        said = response.get("X-Robots-Tag", "")
        response["X-Robots-Tag"] = f"{said}, {NO_LEARNING}" if said else NO_LEARNING
        return response
