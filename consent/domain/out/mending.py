"""Mending: a stop whose case could not be written in its own transaction gets it here, from its events."""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction

from consent.domain.clearance.whose_yes import Counting, counting
from consent.domain.out.following_up import follow_up_quietly
from consent.domain.out.stop_cases import open_case
from consent.domain.record.locking import locked
from consent.enums import CaseKind, EventKind, Method
from consent.models import ConsentEvent, StopCase
from people import clock
from people.models import Person

LOOKS_BACK = timedelta(days=60)
"""Far longer than a clock job that nobody misses; stops are few, so that each round stays cheap."""


def mend_cases() -> int:
    """Open the case of every recent stop that has none in one of its files. Says how many were missing."""
    since = clock.now() - LOOKS_BACK
    said = ConsentEvent.objects.filter(kind=EventKind.STOPPED, recorded_at__gte=since)
    by_code: dict[str, list[ConsentEvent]] = defaultdict(list)
    for event in said.select_related("permission__appearance__person").order_by("id"):
        by_code[str(event.data.get("code", ""))].append(event)
    known = set(StopCase.objects.filter(code__in=by_code).values_list("code", "files"))
    missing = [
        [event for event in events if (code, event.file_id) not in known]
        for code, events in by_code.items()
        if code
    ]
    owed = [events for events in missing if events]
    for events in owed:
        _mend(events)
    return len(owed)


def _mend(events: list[ConsentEvent]) -> None:
    first, person = events[0], _who(events[0])
    cases = []
    with transaction.atomic(), locked({event.file_id for event in events}) as held:
        mine = counting(person, held) if person else Counting(frozenset(file.pk for file in held))
        taken, resting = mine.split(held)
        for files, kind in ((taken, CaseKind.STOP), (resting, CaseKind.RESTING)):
            if files:
                case = open_case(
                    files,
                    code=first.data["code"],
                    kind=kind,
                    route=Method(first.method),
                    person=person,
                    use=str(first.data.get("use", "")),
                    recorded_by=first.recorded_by,
                    received_at=first.at,
                    reaches=mine.takes_back,
                )
                cases.append(case.pk)
    for pk in cases:
        follow_up_quietly(pk)


def _who(event: ConsentEvent) -> Person | None:
    if event.permission is not None:
        return event.permission.appearance.person
    return Person.objects.filter(uid=event.data.get("person")).first()
