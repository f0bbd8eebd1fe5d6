"""Words of ours as this page says them: in its language where we have them, and else with the mark of the other.

A screen reader reads Welsh aloud with Welsh sounds, so whatever stands in English on a Welsh page has to say so.
"""

from typing import Protocol, Self

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

HOUSE = "en"


class Named(Protocol):
    name: str
    name_cy: str


class Said(str):
    """`tongue`: the language of these words where it is not the page's, else empty."""

    __slots__ = ("tongue",)
    tongue: str

    def __new__(cls, words: str, tongue: str = "") -> Self:
        said = super().__new__(cls, words)
        said.tongue = tongue
        return said


def name_here(thing: Named, *, agreed: str = "") -> Said:
    """What it is called on this page. `agreed`: its name when somebody said yes; renamed since, that one stays."""
    name = agreed or thing.name
    if not _elsewhere():
        return Said(name)
    return Said(thing.name_cy) if thing.name_cy and name == thing.name else Said(name, HOUSE)


def said_here(words: str) -> Said:
    """A label or sentence of ours that the catalogue knows. What staff wrote themselves stands as it is."""
    if not words or not _elsewhere():
        return Said(words)
    here = gettext(words)
    return Said(here) if here != words else Said(words, HOUSE)


def in_their_language(words: str, language: str) -> Said:
    """Words in a language that is known: a name stands in that of whoever gave it."""
    return Said(words, "" if language == (get_language() or HOUSE)[:2] else language)


def marked(words: Said | str) -> SafeString | str:
    """For a page: in another language than the page's, inside an element that says so."""
    tongue = getattr(words, "tongue", "")
    return format_html('<span lang="{}">{}</span>', tongue, words) if tongue else conditional_escape(words)


def _elsewhere() -> bool:
    return (get_language() or HOUSE)[:2] != HOUSE
