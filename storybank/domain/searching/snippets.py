"""The piece of a story that shows why a search led to it: cut from what the gate lets a reader see, marked, escaped.

Never from the index. Where the words that were met do not stand in what may be shown, or only in a passage that
carries a note, there is no piece, and the list shows how the story begins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from storybank.domain.reading_shapes import Reading
from storybank.domain.searching.asking import Asked
from storybank.domain.searching.matching import same_words
from storybank.domain.searching.words import WORD, fold

AROUND = 90
"""Signs on each side of what was met, at most; a sentence that begins nearer begins the piece."""
APART = 200
"""Words further apart than this do not stand in one piece."""
ENDS = ".!?…\n"


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    folded: str


class Told(NamedTuple):
    """The words of one story that a piece may be cut from."""

    title: str
    texts: tuple[str, ...]


class Marked(NamedTuple):
    title: SafeString
    piece: SafeString


def told(reading: Reading) -> Told:
    return Told(reading.title, tuple(_texts(reading)))


def marked(stories: Sequence[Told], asked: Asked) -> list[Marked]:
    """One question to the database for all of them: which of their words a search for this meets."""
    met = same_words({word.folded for one in stories for word in _all(one.title, *one.texts)}, asked)
    return [Marked(_marked(one.title, met), _best(one.texts, met)) for one in stories]


def _texts(reading: Reading) -> Iterator[str]:
    """What may stand in a list: a passage with a note of its own may not."""
    for block in reading.body:
        if block.type != "note" and block.text:
            yield block.text
    if reading.closing.text:
        yield reading.closing.text


def _all(*texts: str) -> Iterator[_Word]:
    for text in texts:
        yield from _words(text)


def _words(text: str) -> Iterator[_Word]:
    for found in WORD.finditer(text):
        yield _Word(found.start(), found.end(), fold(found[0]))


def _best(texts: Sequence[str], met: set[str]) -> SafeString:
    """Where most different words that were asked for stand together; the earliest such place."""
    best, where, text = 0, (0, 0), ""
    for candidate in texts:
        places = [word for word in _words(candidate) if word.folded in met]
        for number, first in enumerate(places):
            near = [word for word in places[number:] if word.end - first.start <= APART]
            different = len({word.folded for word in near})
            if different > best:
                best, where, text = different, (first.start, near[-1].end), candidate
    return _cut(text, *where, met) if best else mark_safe("")


def _cut(text: str, start: int, end: int, met: set[str]) -> SafeString:
    left, right = _left(text, start), _right(text, end)
    piece = _marked(text[left:right].strip(), met)
    before = "… " if text[:left].strip() and text[:left].rstrip()[-1] not in ENDS else ""
    after = " …" if text[right:].strip() and piece[-1:] not in ENDS else ""
    return format_html("{}{}{}", before, piece, after)


def _left(text: str, start: int) -> int:
    """Where the sentence begins, or a word not too far before."""
    begins = max(text.rfind(sign, 0, start) for sign in ENDS) + 1
    if start - begins <= AROUND:
        return begins
    space = text.find(" ", start - AROUND, start)
    return space + 1 if space >= 0 else start - AROUND


def _right(text: str, end: int) -> int:
    ends = [place + 1 for place in (text.find(sign, end) for sign in ENDS) if place >= 0]
    nearest = min(ends, default=len(text))
    if nearest - end <= AROUND:
        return nearest
    space = text.rfind(" ", end, end + AROUND)
    return space if space >= 0 else min(end + AROUND, len(text))


def _marked(text: str, met: set[str]) -> SafeString:
    """Every part is escaped by itself, so that nothing in it can be read as a tag of ours."""
    parts, done = [], 0
    for word in _words(text):
        if word.folded in met:
            parts += [
                conditional_escape(text[done : word.start]),
                format_html("<mark>{}</mark>", text[word.start : word.end]),
            ]
            done = word.end
    return mark_safe("".join([*parts, conditional_escape(text[done:])]))
