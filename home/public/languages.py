"""This very page in every language whose words are here, or the front page instead.

A page that shows something leads to itself, even under a secret link: whoever is asked for a yes reads it in their own
language, and the address goes no further (no page of the house sends a Referer, and the head of such a page names no
address). A page that has nothing to show (unknown, over, taken back, stopped) leads to the front instead. Whoever may
look over a shoulder, keep the page or compare two of them learns no secret and no title from it; all a reader loses
is three kind words in the other language.
"""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import override

from people.tongues import asked_of, in_each


def languages_of(request: HttpRequest) -> list[dict[str, Any]]:
    """The page and what was asked of it, as far as it knows the question. Empty where it stands in one language."""
    rows = in_each(lambda code: translate_url(request.path, code))
    asked = asked_of(request) if rows else ""
    several = len({row["url"] for row in rows}) > 1
    return [{**row, "url": row["url"] + asked} for row in rows] if several else []


def front_in_each() -> list[dict[str, Any]]:
    """The front page in every language: for an ending, which repeats nothing of the address that was asked."""
    return in_each(_front)


def _front(code: str) -> str:
    with override(code):
        return reverse("home:home")
