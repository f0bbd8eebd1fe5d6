"""What the words let a reader know about each person in them: whom the safety check asks about, and a first guess.

The guess looks for what we call them; whoever makes the check decides. It is written into the frozen version before
anybody is asked, and whoever agreed to less cannot be shown by these words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from consent.domain.care import files
from consent.enums import NEEDS_YES, WHO_TELLS, Basis, IdentityLevel, Relation
from storybank.lock.closure import blocks_of
from storybank.models import SafetyCheck, StoryPage

NOT_IN_IT = IdentityLevel.N0
LEAST = IdentityLevel.N2
LEVELS = (LEAST, IdentityLevel.N3, IdentityLevel.N4, IdentityLevel.N5)
CANNOT_BE_KNOWN = frozenset({Basis.REMOVED, Basis.COMPOSITE})


@dataclass(frozen=True)
class InTheWords:
    """One person the check asks about. `who` is for our own staff, `outside` for somebody who may not know names."""

    pk: int
    who: str
    outside: str
    tells: bool
    basis: Basis
    guess: IdentityLevel

    @property
    def levels(self) -> tuple[IdentityLevel, ...]:
        """Whoever tells it is in it by their words; anybody else may not be in these words at all."""
        return LEVELS if self.tells else (NOT_IN_IT, *LEVELS)


def people_in(page: StoryPage) -> list[InTheWords]:
    """Everybody of the story but guardians, who stand beside somebody and not in the words."""
    words, before = _text(page.get_latest_revision_as_object()), _said_before(page)
    rows = files.appearances_in(page.file_id).exclude(relation=Relation.GUARDIAN)
    return [_one(row, number, words, before) for number, row in enumerate(rows, start=1)]


def why_not_so(people: list[InTheWords], said: Mapping[int, int], *, note: str, safe: bool) -> str:
    """Why this cannot stand, with what to do; empty when it can."""
    if set(said) != {one.pk for one in people} or any(said[one.pk] not in one.levels for one in people):
        return "Say of everybody in it what the words let a reader know about them."
    known = next((one for one in people if one.basis in CANNOT_BE_KNOWN and said[one.pk] > LEAST), None)
    if safe and known is not None:
        return (
            f"You say that the words let a reader know who {known.who} is, and it was decided that nobody could."
            " Take that out of the words, or open “Who is in it” and ask them for their own yes."
        )
    less = next((one for one in people if said[one.pk] < one.guess), None)
    if safe and less is not None and not note.strip():
        return f"{less.who} seems to be named in the words. Say in the note why that does not point to them."
    return ""


def covers(check: SafetyCheck) -> bool:
    """Whether the check says it of everybody whose own yes is needed now."""
    rows = files.appearances_in(check.page.file_id).filter(basis__in=NEEDS_YES)
    needed = {str(row.pk) for row in rows if row.relation != Relation.GUARDIAN}
    return needed <= set(check.reveals)


def _one(row: Any, number: int, words: str, before: Mapping[str, int]) -> InTheWords:
    tells = row.relation in WHO_TELLS
    called = row.person.called if row.person else ""
    least = LEAST if tells else NOT_IN_IT
    guess = max(_guess(called, words, least=least), IdentityLevel(before.get(str(row.pk), least)))
    return InTheWords(
        pk=row.pk,
        who=called or row.role or "Somebody",
        outside="Whoever tells it" if tells else row.role or f"Somebody in it (number {number})",
        tells=tells,
        basis=Basis(row.basis),
        guess=guess,
    )


def _guess(called: str, words: str, *, least: IdentityLevel) -> IdentityLevel:
    """Their whole name in the words, or their first."""
    parts = called.split()
    if not parts or not _stands_in(parts[0], words):
        return least
    whole = len(parts) > 1 and _stands_in(" ".join(parts), words)
    return IdentityLevel.N5 if whole else IdentityLevel.N4


def _stands_in(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None


def _text(words: StoryPage) -> str:
    parts = [
        part
        for _, value in blocks_of(words.body)
        for part in (value.values() if isinstance(value, dict) else [value])
    ]
    return "\n".join([words.title, *parts, words.closing])


def _said_before(page: StoryPage) -> dict[str, int]:
    last = SafetyCheck.objects.filter(page=page).first()
    return dict(last.reveals) if last else {}
