"""The rows of what a search found, from kept pieces: only what was met is marked anew."""

from collections.abc import Sequence
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from storybank.domain.reading_shapes import Reading
from storybank.domain.searching.answering import A_PAGE
from storybank.domain.searching.asking import Asked
from storybank.domain.searching.snippets import Told, marked, told
from storybank.public.listing import standing
from storybank.public.pieces.making import rows

TITLE, PIECE = mark_safe("\x02title\x03"), mark_safe("\x02piece\x03")  # signs of ours


class Kept(NamedTuple):
    """One story: its words, how it begins, and its row with two places left open."""

    told: Told
    first: str
    row: str


def found_rows(ids: list[int], asked: Asked) -> Sequence[SafeString]:
    """Asked of the gate in this request; in this order."""
    found: list[Kept] = rows(standing(ids, {}, A_PAGE), "found_row", make=_kept)
    marks = marked([one.told for one in found], asked)
    return [_filled(one, *mark) for one, mark in zip(found, marks, strict=True)]


def _kept(reading: Reading) -> Kept:
    words = {"reading": reading, "title": TITLE, "piece": PIECE, "page_language": get_language()}
    return Kept(told(reading), reading.first_sentence, render_to_string("components/story_row.html", words))


def _filled(one: Kept, title: SafeString, piece: SafeString) -> SafeString:
    """Both are escaped part by part where they are marked."""
    row = one.row.replace(PIECE, piece or conditional_escape(one.first), 1).replace(TITLE, title, 1)
    return mark_safe(row)  # a finished piece and what is escaped
