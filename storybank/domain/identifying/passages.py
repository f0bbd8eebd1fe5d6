"""The texts of a story or a draft, each with its clues marked in place, as whoever decides is shown them."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from people.models import Region
from storybank.domain.drafts import FIELDS, TITLE, Words
from storybank.domain.identifying.clues import Finding
from storybank.domain.identifying.finding import find_in
from storybank.models import StoryPage

INSIDE = {"note": ("text",), "picture": ("alt", "caption"), "sound": ("transcript", "caption")}
"""The parts of a block that are words; every other block is words from end to end."""
PLAIN = frozenset({"paragraph", "heading", "quote"})


@dataclass(frozen=True)
class Left:
    """Somebody looked at it and left it on purpose; `who` is empty for the author."""

    who: str
    at: datetime


@dataclass(frozen=True)
class Piece:
    """A run of a passage: plain words, or one clue. `id` names the clue as long as these very words stand there.

    The rest is known once `leaving` looked: `mark` names the clue in its sentence `around` it, `left` says that it was
    looked at, `wished` that the author wants it to stay.
    """

    text: str
    finding: Finding | None = None
    id: str = ""
    mark: str = ""
    around: str = ""
    left: Left | None = None
    wished: bool = False


@dataclass(frozen=True)
class Passage:
    """One text with clues in it. `where` names its place in the story: `title`, `closing`, `body-3`, `body-3-alt`."""

    where: str
    text: str
    pieces: tuple[Piece, ...]

    @property
    def clues(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.finding]

    @property
    def open(self) -> list[Piece]:
        """Those that nobody has left as they are."""
        return [piece for piece in self.clues if piece.left is None]


def in_page(page: StoryPage) -> list[Passage]:
    """Of the words this page object holds, the texts with clues in them."""
    region = page.region.name if page.region else ""
    return _passages(texts_of(page), language=page.language, region=region)


def in_draft(words: Words, *, language: str) -> list[Passage]:
    """Of an author's own draft; `where` is the question it answers."""
    texts = ((name, words.get(name, "")) for name in (TITLE, *sorted(FIELDS - {TITLE, "kind"})))
    return _passages(texts, language=language, region="")


def texts_of(page: StoryPage) -> Iterator[tuple[str, str]]:
    yield "title", page.title
    for number, block in enumerate(page.body):
        if block.block_type in PLAIN:
            yield f"body-{number}", str(block.value)
        for part in INSIDE.get(block.block_type, ()):
            yield f"body-{number}-{part}", str(block.value.get(part) or "")
    yield "closing", page.closing


def texts_stored(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The same texts of a version as it is stored, without making a page object of it."""
    yield "title", str(content.get("title") or "")
    body = content.get("body") or "[]"
    for number, block in enumerate(json.loads(body) if isinstance(body, str) else body):
        if block.get("type") in PLAIN:
            yield f"body-{number}", str(block.get("value") or "")
        for part in INSIDE.get(block.get("type"), ()):
            yield f"body-{number}-{part}", str((block.get("value") or {}).get(part) or "")
    yield "closing", str(content.get("closing") or "")


def count(passages: Iterable[Passage]) -> int:
    """How many still ask to be looked at."""
    return sum(len(passage.open) for passage in passages)


def left(passages: Iterable[Passage]) -> list[Piece]:
    """Those that somebody looked at and left, in the order of the words."""
    return [piece for passage in passages for piece in passage.clues if piece.left]


def clue_named(passages: Iterable[Passage], clue_id: str) -> tuple[Passage, Finding] | None:
    """None when those words do not stand there any more."""
    return next(
        (
            (passage, piece.finding)
            for passage in passages
            for piece in passage.pieces
            if piece.finding and piece.id == clue_id
        ),
        None,
    )


def blurred(text: str, finding: Finding) -> str:
    """The text with the suggested words instead of the clue; what was taken out leaves no double space."""
    before, after = text[: finding.start], text[finding.end :]
    if not finding.blur:
        before = before.rstrip(" ") if not after or after[:1] in " .,;:!?" else before
    return before + finding.blur + after


def _passages(texts: Iterable[tuple[str, str]], *, language: str, region: str) -> list[Passage]:
    allowed = list(Region.objects.values_list("name", flat=True))
    made = []
    for where, text in texts:
        found = find_in(text, language=language, allowed=allowed, region=region) if text.strip() else []
        if found:
            made.append(Passage(where, text, tuple(_pieces(where, text, found))))
    return made


def _pieces(where: str, text: str, found: list[Finding]) -> Iterator[Piece]:
    last = 0
    for one in found:
        if one.start > last:
            yield Piece(text[last : one.start])
        yield Piece(one.text, one, _id(where, one))
        last = one.end
    if last < len(text):
        yield Piece(text[last:])


def _id(where: str, one: Finding) -> str:
    return hashlib.sha256(f"{where}|{one.start}|{one.text}|{one.blur}".encode()).hexdigest()[:20]
