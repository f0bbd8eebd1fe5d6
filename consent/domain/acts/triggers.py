"""Turns in a life: what the person wants to be asked about first pauses a yes, what they named as its end ends it.

Anybody near them may say that it happened; that can only ever rest or end a yes. Only the person wakes it again.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from consent.domain.care.files import files_of
from consent.domain.clearance.changing import changing
from consent.domain.record.ledger import write
from consent.domain.record.locking import locked
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.states import state_of
from consent.enums import EventKind, Method, State, Trigger
from consent.models import ConsentFile, Permission
from people import clock
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

CAN_END = frozenset({State.COOLING, State.ACTIVE, State.PAUSED})


@dataclass(frozen=True)
class Happened:
    """How many yeses rest now, and how many have come to the end that was agreed."""

    paused: int = 0
    ended: int = 0

    def __add__(self, other: "Happened") -> "Happened":
        return Happened(self.paused + other.paused, self.ended + other.ended)


def happened(
    person: Person, trigger: Trigger, *, by: "User | None" = None, method: Method = Method.STAFF
) -> Happened:
    """It has happened to this person: in all their files at once. Where no yes names it, nothing is written down."""
    trigger = Trigger(trigger)
    done = Happened()
    with locked(set(_naming(person, trigger).values_list("file_id", flat=True))) as held:
        for file in held:
            done += _in_one(file, person, trigger, by=by, method=method)
    return done


def named_by(person: Person) -> list[Trigger]:
    """The turns that some yes of this person names, in the order of the list: what a supporter may tell us of."""
    rows = Permission.objects.filter(appearance__person=person, ended_at=None)
    named = {name for row in rows for name in (*row.check_first, row.until_event)}
    return [trigger for trigger in Trigger if trigger.value in named]


def _in_one(
    file: ConsentFile, person: Person, trigger: Trigger, *, by: "User | None", method: Method
) -> Happened:
    paused = ended = 0
    data = {"trigger": trigger.value}
    with changing(file.pk) as mine:
        for row in _naming(person, trigger).filter(file=mine):
            state = state_of(facts_of(row), clock.now())
            if row.until_event == trigger and state in CAN_END:
                record(row, write(mine, EventKind.TOLD, method=method, permission=row, actor=by, data=data))
                ended += 1
            elif trigger in row.check_first and state is State.ACTIVE:
                told = write(mine, EventKind.TRIGGERED, method=method, permission=row, actor=by, data=data)
                record(row, told)
                paused += 1
    return Happened(paused, ended)


def _naming(person: Person, trigger: Trigger) -> QuerySet[Permission]:
    """Every open row of the person that names it. The list is filtered here: SQLite cannot look into one."""
    rows = Permission.objects.filter(file__in=files_of(person), appearance__person=person, ended_at=None)
    named = [row.pk for row in rows if trigger in row.check_first or row.until_event == trigger]
    return Permission.objects.filter(pk__in=named).select_related("use", "file").order_by("id")
