"""Taking the ledger away as a table or as data: streamed, safe in a spreadsheet, and written down."""

import csv
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from consent.domain.clearance import naming
from consent.domain.record.event_words import what, who
from consent.domain.record.ledger import moment
from consent.domain.rights.finding_records import Wanted, events_for
from consent.models import ConsentEvent, LedgerRead
from people import clock

if TYPE_CHECKING:
    from people.models import User

COLUMNS = (
    "number",
    "record",
    "file",
    "event",
    "what",
    "for",
    "who",
    "how",
    "at",
    "written_down",
    "fingerprint",
)
A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CHUNK = 1000


class _Line:
    """What the csv module writes to: it gives each line straight back."""

    def write(self, value: str) -> str:
        return value


def as_csv(viewer: "User", wanted: Wanted) -> Iterator[str]:
    """A line at a time. A cell that a spreadsheet would run begins with an apostrophe."""
    rows = _taken(viewer, wanted)
    writer = csv.writer(_Line())
    yield "\ufeff" + str(writer.writerow(COLUMNS))
    for row in _rows(rows):
        yield str(writer.writerow([safe(str(row[name])) for name in COLUMNS]))


def as_json(viewer: "User", wanted: Wanted) -> Iterator[str]:
    """One array, an object at a time."""
    rows = _taken(viewer, wanted)
    before = "[\n"
    for row in _rows(rows):
        yield before + json.dumps(row, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(A_FORMULA) else cell


def _taken(viewer: "User", wanted: Wanted) -> QuerySet[ConsentEvent]:
    """The events, and the row that says who took how many of them."""
    rows = events_for(viewer, wanted)
    LedgerRead.objects.create(reader=viewer, what=LedgerRead.What.TAKEN, rows=rows.count(), at=clock.now())
    return rows


def _rows(rows: QuerySet[ConsentEvent]) -> Iterator[dict[str, object]]:
    names: dict[int, str] = {}
    for event in rows.iterator(chunk_size=CHUNK):
        if event.file_id not in names:
            names[event.file_id] = naming.codes_of([event.file_id]).get(event.file_id, str(event.file))
        yield {
            "number": event.seq,
            "record": names[event.file_id],
            "file": str(event.file.uid),
            "event": event.kind,
            "what": what(event),
            "for": event.permission.use.slug if event.permission else "",
            "who": who(event),
            "how": event.method,
            "at": moment(event.at),
            "written_down": moment(event.recorded_at),
            "fingerprint": event.hash,
        }
