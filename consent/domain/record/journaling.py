"""Writing the stop journal: owed in the transaction of the act, written after its commit, retried until it is done.

A journal that cannot be written (a full disk) refuses nobody: the act stands, the debt stays, `late` says so.
"""

import logging
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from consent.domain.record.journal_place import (
    OTHER_RULES,
    PERSON_ERASED,
    SAID_NO,
    THREW_AWAY,
    TRUST_ENDED,
    catch_up,
)
from consent.enums import Basis, EventKind, Method, ReviewOutcome
from consent.journal import book
from consent.models import ConsentEvent, JournalDue
from people import clock
from people.models import Person

log = logging.getLogger(__name__)
LATE = timedelta(minutes=15)
AT_ONCE = 500
ALWAYS_NARROW = frozenset(
    {
        EventKind.STOPPED,
        EventKind.NARROWED,
        EventKind.PAUSED,
        EventKind.TRIGGERED,
        EventKind.TOLD,
        EventKind.REVOKED,
        EventKind.INVALIDATED,
        EventKind.HELD,
        EventKind.USED,
        EventKind.ERASED,
        EventKind.BARRED,
        EventKind.CARED,
        EventKind.THROWN_AWAY,
    }
)


def narrows(event: ConsentEvent) -> bool:
    """Whether less is allowed, or is there, after the event than before. What a replay wrote is in it already."""
    if event.method == Method.JOURNAL:
        return False
    if event.kind in {EventKind.APPEARS, EventKind.DECIDED}:
        return event.data.get("basis") in {Basis.UNDECIDED, Basis.OWN, Basis.GUARDIAN} and event.seq > 2
    if event.kind == EventKind.REVIEWED:
        return bool(event.data.get("outcome") != ReviewOutcome.SAFE)
    return event.kind in ALWAYS_NARROW


def owe(event: ConsentEvent) -> None:
    """Inside the act's transaction: the row, and a first try when the act stands."""
    if narrows(event):
        JournalDue.objects.create(event=event, owed_since=event.recorded_at)
        transaction.on_commit(write_quietly, robust=True)


def owe_erasure(person: Person) -> None:
    """Inside the erasure's transaction, before anything else of it: so its line stands first, whatever follows."""
    JournalDue.objects.get_or_create(person=person, defaults={"owed_since": clock.now()})
    transaction.on_commit(write_quietly, robust=True)


def owe_end_of_trust(person: Person) -> None:
    """Inside the transaction in which they took somebody's figures back. Nobody's name and no figure is in it."""
    _owe_line(TRUST_ENDED, person=person.uid, at=clock.now())


def owe_other_rules(person: Person, *, at: datetime) -> None:
    """Inside the transaction in which they are reached otherwise than before. No way and no hour is in it."""
    _owe_line(OTHER_RULES, person=person.uid, at=at)


def owe_thrown_away(thing: UUID) -> None:
    """Inside the transaction in which an author threw away one part of what nobody else had read."""
    _owe_line(THREW_AWAY, thing=thing, at=clock.now())


def owe_no(what: str, **about: UUID) -> None:
    """Inside the transaction in which somebody said no to something beside their yeses. No word of it is in it."""
    _owe_line(SAID_NO, at=clock.now(), what=what, **about)


def _owe_line(kind: str, *, at: datetime, what: str = "", **about: UUID) -> None:
    line = {"kind": kind, "at": _moment(at)} | ({"what": what} if what else {})
    line |= {name: uid.hex for name, uid in about.items()}
    JournalDue.objects.create(line=line, owed_since=clock.now())
    transaction.on_commit(write_quietly, robust=True)


def write_quietly() -> int:
    """Write what is owed; a failure is logged, leaves the rows, and is tried again by the clock job."""
    try:
        return write_due()
    except Exception:
        log.exception("the stop journal could not be written and is tried again; the stops stand")
        return 0


def write_due() -> int:
    """Every line that is owed, some hundreds at a time. Returns how many were written.

    Raises `Behind` (a restored database: replay first), `Broken` (somebody was at the file) or OSError (the disk).
    """
    count = 0
    while JournalDue.objects.exists():
        with book.locked(), transaction.atomic():
            mark = catch_up()
            due = list(_due()[:AT_ONCE])
            mark.move_to(book.add([_line(row) for row in due], after=mark.place))
            JournalDue.objects.filter(pk__in=[row.pk for row in due]).delete()
        count += len(due)
    return count


def late() -> datetime | None:
    """Since when something has been owed for longer than a quarter of an hour; None when all is well."""
    first = JournalDue.objects.order_by("owed_since").values_list("owed_since", flat=True).first()
    return first if first is not None and first < clock.now() - LATE else None


def _line(row: JournalDue) -> dict[str, Any]:
    if row.event is not None:
        return says(row.event)
    if row.line is not None:
        return dict(row.line)
    assert row.person is not None  # noqa: S101  # the table lets one of the three stand, never none
    return {"kind": PERSON_ERASED, "person": row.person.uid.hex, "at": _moment(row.owed_since)}


def says(event: ConsentEvent) -> dict[str, Any]:
    """What the line says of the event: uids, a slug, a hash. Enough to dark the same thing in an older database."""
    permission = event.permission
    person = permission.appearance.person if permission else None
    return {
        "kind": str(event.kind),
        "file": event.file.uid.hex,
        "seq": event.seq,
        "event": event.hash,
        "permission": permission.uid.hex if permission else "",
        "person": person.uid.hex if person else _text(event.data, "person"),
        "use": permission.use.slug if permission else _text(event.data, "use"),
        "at": _moment(event.at),
    } | ({"whole": True} if event.data.get("whole") is True else {})


def _moment(at: datetime) -> str:
    return at.astimezone(clock.UTC).isoformat(timespec="microseconds")


def _due() -> Any:
    rows = JournalDue.objects.select_related(
        "person", "event__file", "event__permission__use", "event__permission__appearance__person"
    )
    return rows.order_by("pk")


def _text(data: dict[str, Any], name: str) -> str:
    found = data.get(name)
    return found if isinstance(found, str) else ""
