"""The clock job of the 18th birthday: what the gate has ended already is written down as resting, and they are told.

Nothing readers see waits for it. Repeating it changes nothing.
"""

from consent.domain.clearance.changing import changing
from consent.domain.clearance.guardians import young_in
from consent.domain.record.ledger import write
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.states import state_of
from consent.enums import EventKind, Method, State, Trigger
from consent.models import Permission
from people import clock
from people.domain import ages, outbox


def rest_what_was_agreed_under_18() -> int:
    """Every yes begun before a birthday that has come; how many rest from now on."""
    today = clock.today()
    grown = [pk for pk, days in ages.everybody_dated().items() if days.eighteenth <= today]
    theirs = Permission.objects.filter(confirmed_at__isnull=False, paused_at=None, ended_at=None)
    rows = theirs.filter(appearance__person__in=grown) | theirs.filter(
        appearance__speaks_for__person__in=grown
    )
    files = sorted(set(rows.values_list("file_id", flat=True)))
    return sum(_in_one(file_id) for file_id in files)


def _in_one(file_id: int) -> int:
    done = 0
    with changing(file_id) as file:
        young, at = young_in(file_id), clock.now()
        rows = Permission.objects.filter(file=file, confirmed_at__isnull=False, paused_at=None, ended_at=None)
        for row in rows.select_related("file", "appearance__person").order_by("id"):
            named = Trigger.TURNING_18 in row.check_first  # every yes of the young names it by itself
            if named and state_of(facts_of(row), at) is State.ACTIVE and young.grown_out(row, at=at):
                data = {"trigger": Trigger.TURNING_18.value}
                record(
                    row,
                    write(file, EventKind.TRIGGERED, method=Method.SYSTEM, permission=row, data=data),
                )
                person = row.appearance.person
                if person is not None:
                    outbox.put(event="consent/grown_up", person=person, key=f"grown-up-{file_id}-{person.pk}")
                done += 1
    return done
