"""`{{ words|said_here }}`: words of ours in the language of the page, or else marked as what they are.

`{% led_to languages "room:name" as ways %}`: the other languages lead to that page instead of the address of this one.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import override

from people import said_here as words_here

register = template.Library()


@register.filter
def said_here(words: Any) -> str:
    """From the catalogue, unless they know their tongue already (a name from `people.said_here`)."""
    if not words or isinstance(words, words_here.Said):
        return words_here.marked(words or "")
    return words_here.marked(words_here.said_here(str(words)))


@register.simple_tag
def led_to(languages: Iterable[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """For what is shown at once at the address of a form: there the other language would have an empty form."""
    ways = []
    for one in languages:
        with override(one["code"]):
            ways.append({**one, "url": reverse(name)})
    return ways
