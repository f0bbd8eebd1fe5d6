"""Whose words: word by word through every saved version, who put each word there. Shares sum to 100.

The author's acts leave no user on a version, staff acts do. A word that is only spelled anew stays the author's, and
so does one that staff took out and the author put back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from storybank.domain.spelling import is_spelling
from storybank.domain.story_parts import PARTS, streams_of
from storybank.domain.word_diff import Changed, Mark, Same, Token, compare, text_of
from storybank.models import StoryPage

AUTHOR, SUPPORTER = "author", "supporter"
Told = tuple[Token, str]
"""A word and whose it is."""


@dataclass(frozen=True)
class Shares:
    """Whole percentages of the words; together always 100. A story without words is wholly its author's."""

    author: int
    supporter: int


def shares(page: StoryPage) -> Shares:
    """Of the latest words, read from the first version to the last."""
    told: list[Told] = []
    for revision in page.revisions.order_by("created_at", "pk").select_related("user"):
        tokens = _words_of(revision.as_object())
        told = attribute(told, tokens, by=AUTHOR if revision.user_id is None else SUPPORTER)
    return count(told)


def attribute(before: list[Told], after: list[Token], *, by: str) -> list[Told]:
    """Words that stay keep their owner; new ones are `by`'s; a word spelled anew keeps its owner."""
    owners = iter(before)
    told: list[Told] = []
    for piece in compare([token for token, _ in before], after):
        if isinstance(piece, Same):
            told += [(token, next(owners)[1]) for token in piece.tokens]
        else:
            told += _changed(piece, [next(owners)[1] for _ in piece.struck], by=by)
    return told


def count(told: Iterable[Told]) -> Shares:
    """Words only; spaces and the beginnings of blocks belong to nobody."""
    owners = [owner for token, owner in told if not isinstance(token, Mark) and not token.isspace()]
    author = round(100 * owners.count(AUTHOR) / len(owners)) if owners else 100
    return Shares(author=author, supporter=100 - author)


def _changed(piece: Changed, owners: list[str], *, by: str) -> list[Told]:
    spelled = bool(owners) and is_spelling(text_of(piece.struck), text_of(piece.added))
    owner = owners[0] if spelled and len(set(owners)) == 1 else by
    return [(token, owner) for token in piece.added]


def _words_of(page: StoryPage) -> list[Token]:
    streams = streams_of(page)
    return list(chain.from_iterable(streams[part.name] for part in PARTS if part.words))
