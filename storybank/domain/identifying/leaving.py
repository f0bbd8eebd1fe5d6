"""What somebody looked at and left on purpose: folded away, said by whom, and back by itself when the words change.

Two look, each for themselves. The author says it of their own story, in the draft and after sharing. For staff the
safety check says it, so that nobody who worked on the words folds a clue away; the check reads beside it that the
author wants it to stay. Kept is a keyed fingerprint of the clue and its sentence, and no word of either.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from people import clock, keyring
from people.roles import SAFEGUARDING, has_role
from storybank.domain import checking, drafts
from storybank.domain.identifying.clues import Finding
from storybank.domain.identifying.passages import Left, Passage, Piece, in_draft, in_page
from storybank.domain.identifying.taking import NotThereNow
from storybank.domain.identifying.words import Reading
from storybank.models import Draft, LeftAsItIs, StoryPage

if TYPE_CHECKING:
    from people.models import User

A_LEAD = "A safeguarding lead says what may stay, at the safety check."


def for_staff(words: StoryPage) -> list[Passage]:
    """What these words hold, with what the safety check left folded, and what the author wants to stay said."""
    return _looked_at(in_page(words), file_id=words.file_id, authors=False)


def for_author(words: StoryPage) -> list[Passage]:
    return _looked_at(in_page(words), file_id=words.file_id, authors=True)


def for_author_draft(draft: Draft) -> list[Passage]:
    found = in_draft(drafts.answers(draft), language=draft.language)
    return _looked_at(found, file_id=draft.file_id, authors=True)


def why_not_by(page: StoryPage, user: "User") -> str:
    """Why this member of staff may not say that a clue stays; empty when they may. All who read may open it again."""
    return checking.why_not_by(page, user) if has_role(user, SAFEGUARDING) else A_LEAD


def leave(passages: Iterable[Passage], *, file_id: int, mark: str, by: "User | None") -> None:
    """This clue may stay, in exactly this sentence. A second press adds nothing. Raises `NotThereNow`."""
    if not any(piece.mark == mark for passage in passages for piece in passage.clues):
        raise NotThereNow
    if _standing([file_id], authors=by is None).filter(mark=mark).exists():
        return
    try:
        with transaction.atomic():
            LeftAsItIs.objects.create(file_id=file_id, mark=mark, by=by, at=clock.now())
    except IntegrityError:  # two presses at once
        return


def look_again(*, file_id: int, mark: str, authors: bool) -> None:
    """It asks again from now on. That it was once left stays on record."""
    if mark.isalnum():
        _standing([file_id], authors=authors).filter(mark=mark[:64]).update(undone_at=clock.now())


def marks_left(file_ids: Iterable[int]) -> dict[int, set[str]]:
    """What the safety check left, file by file: one query for a whole list."""
    found: dict[int, set[str]] = defaultdict(set)
    for file_id, mark in _standing(file_ids, authors=False).values_list("file_id", "mark"):
        found[file_id].add(mark)
    return found


def mark_of(file_id: int, text: str, finding: Finding) -> str:
    """Fits this kind of clue, in these words, in this sentence, in this story, and nothing else."""
    said = (str(file_id), finding.clue.value, finding.text, around(text, finding))
    return keyring.index("left as it is", hashlib.sha256("\x00".join(said).encode()).hexdigest())


def around(text: str, finding: Finding) -> str:
    """The sentence it stands in; of one that a full stop divides, both halves. Spaces count once."""
    parts = [
        sentence
        for begins, sentence in Reading(text).sentences
        if begins < finding.end and finding.start < begins + len(sentence)
    ]
    return " ".join("".join(parts).split())


def _looked_at(passages: list[Passage], *, file_id: int, authors: bool) -> list[Passage]:
    mine, theirs = (_by_mark(file_id, authors=side) for side in (authors, not authors))

    def seen(passage: Passage, piece: Piece) -> Piece:
        if piece.finding is None:
            return piece
        mark = mark_of(file_id, passage.text, piece.finding)
        return replace(
            piece,
            mark=mark,
            around=around(passage.text, piece.finding),
            left=mine.get(mark),
            wished=not authors and mark in theirs,
        )

    return [
        replace(passage, pieces=tuple(seen(passage, piece) for piece in passage.pieces))
        for passage in passages
    ]


def _by_mark(file_id: int, *, authors: bool) -> dict[str, Left]:
    rows = _standing([file_id], authors=authors).select_related("by")
    return {row.mark: Left(row.by.get_full_name() if row.by else "", row.at) for row in rows}


def _standing(file_ids: Iterable[int], *, authors: bool) -> QuerySet[LeftAsItIs]:
    return LeftAsItIs.objects.filter(file_id__in=list(file_ids), undone_at=None, by__isnull=authors)
