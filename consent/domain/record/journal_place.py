"""Do this database and the stop journal tell the same story? A look costs one short query and one line of the file."""

from dataclasses import dataclass
from uuid import UUID

from consent.journal import book
from consent.journal.book import Place
from consent.journal.lines import Broken, Line
from consent.models import ConsentEvent, JournalDue, JournalMark
from people import clock
from people.models import Person

ONE = 1
"""The only row of marks."""
ROOT, RESTORED, PERSON_ERASED = "root", "restored", "person_erased"
"""Lines that stand for no event: the heads of all chains, that a backup from before such a root was restored, and that
somebody was erased from every room."""
A_FEW = 200
"""Lines beyond the mark that are looked up at once: those whose writer died between the disk and the database."""


class Behind(RuntimeError):
    """The journal holds stops, or a root, that this database does not know. Remedy: `manage.py replay_stops`."""


@dataclass
class Mark:
    """Where the database stands in the journal. Moved under the journal's lock only."""

    place: Place

    def move_to(self, place: Place) -> None:
        values = {"lines": place.lines, "size": place.size, "last": place.last, "moved_at": clock.now()}
        JournalMark.objects.update_or_create(pk=ONE, defaults=values)
        self.place = place


def mark() -> Mark:
    row = JournalMark.objects.filter(pk=ONE).first()
    return Mark(Place(lines=row.lines, size=row.size, last=row.last) if row else book.BEGINNING)


def catch_up() -> Mark:
    """The mark, moved over lines whose events this database has after all. Call under the journal's lock.

    Raises `Behind` or `Broken`.
    """
    here = mark()
    unknown = _beyond(here.place)
    known = {line.says.get("event") for line in unknown}
    if unknown:
        here.move_to(Place(lines=unknown[-1].n, size=unknown[-1].end, last=unknown[-1].hash))
        JournalDue.objects.filter(event__hash__in=known).delete()
        erased = [UUID(line.says["person"]) for line in unknown if line.kind == PERSON_ERASED]
        JournalDue.objects.filter(person__uid__in=erased).delete()
    return here


def check() -> None:
    """Nothing when the two agree. Raises `Behind` or `Broken`."""
    _beyond(mark().place)


def is_known(line: Line) -> bool:
    """Whether this database holds the event of the line, or what a replay wrote of it; of a root, one as new."""
    if line.kind == RESTORED:
        return True
    if line.kind == ROOT:
        upto = line.says["upto"]
        return upto == 0 or ConsentEvent.objects.filter(id__gte=upto).exists()
    if line.kind == PERSON_ERASED:
        return not Person.objects.filter(uid=UUID(line.says["person"]), erased_at=None).exists()
    file_uid = UUID(line.says["file"])
    events = ConsentEvent.objects.filter(file__uid=file_uid)
    if events.filter(seq=line.says["seq"], hash=line.says["event"]).exists():
        return True
    return events.filter(data__journal=line.hash).exists()


def _beyond(place: Place) -> list[Line]:
    """The lines after the place, all of them known. Raises `Behind` at the first that is not."""
    end = book.size()
    if end < place.size:
        raise Broken("the stop journal is shorter than this database remembers, or missing")
    if place.size and book.line_ending_at(place.size) != place.last:
        raise Broken("the stop journal is not the one that this database remembers")
    if end == place.size:
        return []
    found: list[Line] = []
    for line in book.lines(since=place):
        if len(found) >= A_FEW or not is_known(line):
            raise Behind("the stop journal holds what this database does not know")
        found.append(line)
    return found
