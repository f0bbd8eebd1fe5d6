"""This very page in every language whose words are here. Readers get no cookies, so the address is the choice.

A page that shows something leads to itself, even under a secret link: whoever is asked for a yes reads it in their own
language, and the address goes no further (no page of the house sends a Referer, and the head of such a page names no
address). A page that has nothing to show (unknown, over, taken back, stopped) leads to the front instead. Whoever may
look over a shoulder, keep the page or compare two of them learns no secret and no title from it; all a reader loses
is three kind words in the other language.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, override

TO_LOOK = ("GET", "HEAD")


def languages_of(request: HttpRequest) -> list[dict[str, Any]]:
    """The page and what was asked of it (search words, a theme, the page after). Empty where there is one language."""
    asked = f"?{request.GET.urlencode()}" if request.GET and request.method in TO_LOOK else ""
    return _each(lambda code: translate_url(request.path, code) + asked)


def front_in_each() -> list[dict[str, Any]]:
    """The front page in every language: for an ending, which repeats nothing of the address that was asked."""
    return _each(_front)


def _each(address: Callable[[str], str]) -> list[dict[str, Any]]:
    here, names = get_language(), dict(settings.LANGUAGES)
    offered = settings.LANGUAGES_OF_THE_SCREENS
    return [
        {"code": code, "name": names[code], "url": address(code), "current": code == here}
        for code in (offered if len(offered) > 1 else ())
    ]


def _front(code: str) -> str:
    with override(code):
        return reverse("home:home")
