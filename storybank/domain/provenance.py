"""Whose words: word by word through every saved version, who put each word there. Shares sum to exactly 100.

The author's acts leave no user on a version, staff acts do. A word that is only spelled anew keeps its owner, and so
does one that staff took out and the author put back. What a supporter typed for the author (from a voice note or a
photograph of handwriting) is the author's from the moment they have looked at it and kept it: they said it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from consent.enums import EditionKind
from storybank.domain.spelling import is_spelling
from storybank.domain.story_parts import PARTS, streams_of
from storybank.domain.word_diff import Changed, Mark, Same, Token, compare, text_of
from storybank.models import StoryEdition, StoryPage, Typed

AUTHOR, SUPPORTER, TRANSLATOR = "author", "supporter", "translator"
TYPED = "typed"
"""Typed for the author, who has not looked at it yet: until then it counts as its typist's."""
Told = tuple[Token, str]
"""A word and whose it is."""


@dataclass(frozen=True)
class Shares:
    """Whole percentages of the words; together always 100. A story without words is wholly its author's.

    Whoever has a word in it has at least 1, so that 100 is said only where it is true.
    """

    author: int
    supporter: int
    translator: int = 0


def shares(page: StoryPage) -> Shares:
    """Of the latest words, read from the first version to the last."""
    return count(told_in(page))


def told_in(page: StoryPage, *, up_to: int | None = None) -> list[Told]:
    """Every word of the latest version (or of the version `up_to`) and whose it is."""
    told, first = _beginning(page)
    rows = page.revisions.order_by("created_at", "pk").select_related("user")
    typed = set(Typed.objects.filter(page=page).values_list("revision_id", flat=True))
    staff = TRANSLATOR if page.form == EditionKind.TRANSLATION else SUPPORTER
    for revision in rows[first:]:
        tokens = _words_of(revision.as_object())
        by = AUTHOR if revision.user_id is None else TYPED if revision.pk in typed else staff
        told = attribute(told, tokens, by=by)
        if by == AUTHOR:
            told = looked_at(told)
        if revision.pk == up_to:
            break
    return told


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


def looked_at(told: Iterable[Told]) -> list[Told]:
    """The author has looked at all of it: what was typed for them and is still there is theirs."""
    return [(token, AUTHOR if owner == TYPED else owner) for token, owner in told]


def count(told: Iterable[Told]) -> Shares:
    """Words only; spaces and the beginnings of blocks belong to nobody."""
    owners = [owner for token, owner in told if not isinstance(token, Mark) and not token.isspace()]
    if not owners:
        return Shares(author=100, supporter=0)
    translated = owners.count(TRANSLATOR)
    theirs = owners.count(AUTHOR)
    author, supporter, translator = _hundred([theirs, len(owners) - theirs - translated, translated])
    return Shares(author=author, supporter=supporter, translator=translator)


def _hundred(counts: list[int]) -> list[int]:
    """Whole percentages that sum to 100, each nearest by the largest remainders; who has a word has at least 1."""
    total = sum(counts)
    found = [max(100 * one // total, 1) if one else 0 for one in counts]
    by_rest = sorted(range(len(counts)), key=lambda place: -(100 * counts[place] % total))
    for place in [place for place in by_rest if counts[place]] * 2:
        if sum(found) >= 100:
            break
        found[place] += 1
    found[found.index(max(found))] -= max(sum(found) - 100, 0)
    return found


def _beginning(page: StoryPage) -> tuple[list[Told], int]:
    """A form made from an original begins with the original's words and their owners; its first version is empty."""
    made_from = (
        StoryEdition.objects.filter(edition=page.derived_from_id).select_related("page").first()
        if page.derived_from_id
        else None
    )
    return (told_in(made_from.page, up_to=made_from.revision_id), 1) if made_from else ([], 0)


def _changed(piece: Changed, owners: list[str], *, by: str) -> list[Told]:
    spelled = bool(owners) and is_spelling(text_of(piece.struck), text_of(piece.added))
    owner = owners[0] if spelled and len(set(owners)) == 1 else by
    return [(token, owner) for token in piece.added]


def _words_of(page: StoryPage) -> list[Token]:
    streams = streams_of(page)
    return list(chain.from_iterable(streams[part.name] for part in PARTS if part.words))
