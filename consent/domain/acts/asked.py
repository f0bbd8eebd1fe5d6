"""Who was asked about which version, in the order of asking: for what belongs to an ask, whatever the answer."""

from dataclasses import dataclass
from datetime import datetime

from consent.domain.record.projecting import facts_of
from consent.domain.record.states import SILENCE, Facts, state_of
from consent.enums import State
from consent.models import Permission
from people import clock
from people.models import Person

WAITS = frozenset({State.REQUESTED, State.COOLING})


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to one person. `n` grows with each ask; `waits` says that an answer, or the second yes, is to come.

    `moved` is the last moment at which anything came of it, an answer, an end or sixty days of silence. What the answer
    was is not in it, on purpose.
    """

    n: int
    person: Person
    waits: bool
    moved: datetime


def asked_in(file_id: int) -> list[Asked]:
    """Every question of this file, oldest first; what was only taken over from older records was never asked."""
    rows = Permission.objects.filter(file_id=file_id, appearance__person__isnull=False)
    now, found = clock.now(), []
    for row in rows.select_related("appearance__person", "use").order_by("pk"):
        facts = facts_of(row)
        state = state_of(facts, now)
        if state is not State.UNKNOWN and row.appearance.person is not None:
            found.append(Asked(row.pk, row.appearance.person, state in WAITS, _moved(facts, now)))
    return found


def files_that_asked(person: Person) -> list[int]:
    """The files in which this person was asked anything."""
    rows = Permission.objects.filter(appearance__person=person)
    return sorted(set(rows.values_list("file_id", flat=True)))


def _moved(facts: Facts, now: datetime) -> datetime:
    silent = facts.cool_until + SILENCE if facts.cool_until and not facts.confirmed_at else None
    moments = (facts.asked_at, facts.answered_at, facts.confirmed_at, facts.ended_at, silent)
    return max(moment for moment in moments if moment is not None and moment <= now)
