"""Undoing "tidy my spelling": the author's own spelling comes back, word for word, after they said yes to it tidied.

What stood in the accepted text before and after is kept as two versions. While nothing else has changed the undoing is
exact: every word is as the author wrote it. Where somebody has changed the same place since, that word stays as it is
now, and the author is told which ones those are. Nothing else in the text is touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from consent.domain.record.locking import locked_file
from people import clock
from storybank.domain import suggestions
from storybank.domain.sending import task_of
from storybank.domain.story_parts import PARTS, Part, Streams, streams_of
from storybank.domain.word_diff import Changed, Same, Token, compare
from storybank.models import Look, StoryPage


class CannotUndo(ValueError):
    """Not now; the message is for the author."""


@dataclass(frozen=True)
class Tidied:
    """One word as the author wrote it and as it was tidied. `can`: it still stands there and can go back."""

    part: Part
    own: str
    tidied: str
    can: bool


@dataclass(frozen=True)
class Edit:
    """In the accepted text: the tokens from `start` to `end` become `own` again. No place: changed since."""

    own: tuple[Token, ...]
    tidied: tuple[Token, ...]
    start: int = -1
    end: int = -1


def last_tidied(page: StoryPage) -> Look | None:
    """The newest time that spelling was tidied and not put back since."""
    looks = Look.objects.filter(page=page, undone_at=None, tidied__gt=0)
    found: Look | None = looks.select_related("before", "after").first()
    return found


def words_tidied(page: StoryPage) -> list[Tidied]:
    """Every word that was tidied then, in the order of the text, and whether it can go back."""
    look = last_tidied(page)
    return [
        Tidied(part, part.shown(edit.own), part.shown(edit.tidied), edit.start >= 0)
        for part, edits in (_edits(page, look) if look else ())
        for edit in edits
    ]


def why_not_now(page: StoryPage) -> str:
    """Why the spelling cannot be put back at this moment, for the author; empty when it can."""
    if page.accepted_revision_id != page.latest_revision_id:
        return "There are new changes. Say first what you think of them. Then you can do this."
    if task_of(page) is not None:
        return "Somebody reads it just now to see that nobody comes to harm. Do it when they are done."
    return ""


def undo(page: StoryPage, *, seen: int | None = None) -> int:
    """Put the author's own spelling back, in one version without a user. Says how many words went back.

    `seen` is the accepted version that the author was shown. Raises `CannotUndo`; then nothing is written.
    """
    with locked_file(page.file_id):
        page = StoryPage.objects.get(pk=page.pk)
        look = last_tidied(page)
        if look is None:
            raise CannotUndo("Your spelling is as you wrote it.")
        if seen is not None and page.accepted_revision_id != seen:
            raise CannotUndo("Something changed while you looked. Look at it once more.")
        if why := why_not_now(page):
            raise CannotUndo(why)
        words, count = page.get_latest_revision_as_object(), 0
        for part, edits in _edits(page, look):
            part.put(words, put_back(part.take(words), edits))
            count += sum(edit.start >= 0 for edit in edits)
        if count:
            revision = words.save_revision(user=None, log_action=False)
            StoryPage.objects.filter(pk=page.pk).update(accepted_revision=revision)
            suggestions.tell_supporter(page)
        Look.objects.filter(pk=look.pk).update(undone_at=clock.now())
    return count


def put_back(now: list[Token], edits: list["Edit"]) -> list[Token]:
    """The text as it is now with every word that can go back as it was written. Pure."""
    tokens = list(now)
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        if edit.start >= 0:
            tokens[edit.start : edit.end] = edit.own
    return tokens


def _edits(page: StoryPage, look: Look) -> Iterator[tuple[Part, list[Edit]]]:
    before, after = streams_of(look.before.as_object()), streams_of(look.after.as_object())
    now: Streams = streams_of(page.accepted_revision.as_object()) if page.accepted_revision else after
    for part in PARTS:
        if part.words:
            yield part, edits_of(before[part.name], after[part.name], now[part.name])


def edits_of(before: list[Token], after: list[Token], now: list[Token]) -> list[Edit]:
    """What was only spelled anew from `before` to `after`, and where it stands `now`. Pure."""
    stands = _stands_at(after, now)
    found, at = [], 0
    for piece in compare(before, after):
        if isinstance(piece, Same):
            at += len(piece.tokens)
            continue
        end = at + len(piece.added)
        if piece.spelling:
            start = _unbroken(stands, at, end)
            width = end - at if start >= 0 else 0
            found.append(Edit(piece.struck, piece.added, start, start + width))
        at = end
    return found


def _stands_at(after: list[Token], now: list[Token]) -> dict[int, int]:
    """From each token's place in the text as it was tidied to its place now, where it still stands."""
    found: dict[int, int] = {}
    at = then = 0
    for piece in compare(after, now):
        if isinstance(piece, Changed):
            then, at = then + len(piece.struck), at + len(piece.added)
            continue
        found |= {then + step: at + step for step in range(len(piece.tokens))}
        then, at = then + len(piece.tokens), at + len(piece.tokens)
    return found


def _unbroken(stands: dict[int, int], start: int, end: int) -> int:
    """Where a run begins now; -1 when any of it, or a neighbour it leans on, is not there in one piece."""
    leaning = range(max(start - 1, 0), end + 1) if start == end else range(start, end)
    places = [stands.get(place, -1) for place in leaning]
    if not places or -1 in places or places != list(range(places[0], places[0] + len(places))):
        return -1
    return places[0] + (start - leaning[0])
