"""Every finder over one text, and of clues that overlap the one that says most."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from storybank.domain.identifying import (
    ages,
    blurring,
    buildings,
    courts,
    dates,
    links,
    mails,
    names,
    nhs_numbers,
    nicknames,
    other_numbers,
    phones,
    postcodes,
    prison_numbers,
    titles,
    towns,
    unknown_names,
    welsh_dates,
)
from storybank.domain.identifying.clues import Clue, Finding, Hit
from storybank.domain.identifying.words import Reading

FINDERS = (
    mails,
    links,
    nhs_numbers,
    courts,
    prison_numbers,
    other_numbers,
    phones,
    postcodes,
    dates,
    welsh_dates,
    ages,
    titles,
    nicknames,
    buildings,
    names,
    towns,
    unknown_names,
)
"""Of two that see the same words the earlier one is believed."""
LONGEST = 60_000
"""Letters that are read of one text; more is no story."""
HANDFUL = 1500
"""Letters read at once, cut where a sentence ends if one does, so that no text, however odd, keeps a finder busy."""


def find_in(
    text: str, *, language: str = "en", allowed: Iterable[str] = (), region: str = ""
) -> list[Finding]:
    """What could give somebody away in this text, in its order. `allowed` are words that stay, as a region's name."""
    stay = _spans_of(allowed, text)
    found = [
        replace(hit, start=hit.start + begins, end=hit.end + begins)
        for begins, piece in _pieces(text[:LONGEST])
        for hit in _apart(_ranked(Reading(piece, language)))
    ]
    return [
        Finding(
            clue=hit.clue,
            start=hit.start,
            end=hit.end,
            text=text[hit.start : hit.end],
            why=blurring.why(hit, language=language),
            blur=blurring.instead_of(hit, text=text, language=language, region=region),
        )
        for hit in found
        if not _inside(hit, stay)
    ]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    begins = 0
    while begins < len(text):
        ends = min(begins + HANDFUL, len(text))
        if ends < len(text):
            piece = text[begins:ends]
            cut = max(piece.rfind("\n"), piece.rfind(". "), piece.rfind("! "), piece.rfind("? "))
            cut = cut + 1 if cut > 0 else piece.rfind(" ")
            ends = begins + cut if cut > 0 else ends
        yield begins, text[begins:ends]
        begins = ends


def _ranked(reading: Reading) -> list[Hit]:
    """Longest first; of the same length the one whose finder is named first, but a town after “in” is no person."""
    found = [
        (hit.start - hit.end, 0 if hit.what == "town" else rank, hit)
        for rank, finder in enumerate(FINDERS, start=1)
        for hit in finder.find(reading)
    ]
    return [hit for _, _, hit in sorted(found, key=lambda one: one[:2])]


def _apart(hits: Iterable[Hit]) -> list[Hit]:
    """No two over the same letters: of the shorter one only what the longer leaves."""
    kept: list[Hit] = []
    for hit in hits:
        left = hit
        for other in kept:
            if left.start < other.end and other.start < left.end:
                left = _rest(left, other)
        if left.start < left.end:
            kept.append(left)
    return sorted(kept, key=lambda hit: hit.start)


def _rest(hit: Hit, other: Hit) -> Hit:
    if other.start <= hit.start and hit.end <= other.end:
        return Hit(hit.clue, hit.start, hit.start)
    if hit.start < other.start:
        return Hit(hit.clue, hit.start, other.start, hit.what)
    return Hit(hit.clue, other.end, hit.end, hit.what)


def _spans_of(allowed: Iterable[str], text: str) -> list[tuple[int, int]]:
    low = text.lower()
    return [found.span() for word in allowed if word for found in re.finditer(re.escape(word.lower()), low)]


def _inside(hit: Hit, spans: Iterable[tuple[int, int]]) -> bool:
    return hit.clue in {Clue.PLACE, Clue.NAME} and any(
        start <= hit.start and hit.end <= end for start, end in spans
    )
