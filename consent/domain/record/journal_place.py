"""Do this database and the stop journal tell the same story? A look costs one short query and one line of the file."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from consent.journal import book
from consent.journal.book import Place
from consent.journal.lines import Broken, Line
from consent.models import ConsentEvent, JournalDue, JournalMark
from people import clock
from people.domain import asking_anew, trusting
from people.models import Person

ONE = 1
"""The only row of marks."""
ROOT, RESTORED, PERSON_ERASED, TRUST_ENDED = "root", "restored", "person_erased", "trust_ended"
OTHER_RULES, THREW_AWAY, SAID_NO = "other_rules", "threw_away", "said_no"
"""Lines that stand for no event: the heads of all chains, that a backup from before such a root was restored, that
somebody was erased from every room, that somebody took back whom they trust to say stop, that somebody is reached
otherwise than before, that an author threw away a part of what nobody else had read, and that somebody said no to
something beside their yeses."""
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
        written = [line.says for line in unknown]
        JournalDue.objects.filter(pk__in=[row.pk for row in _lines_owed() if row.line in written]).delete()
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
    if line.kind == TRUST_ENDED:
        return not trusting.still_trusts(UUID(line.says["person"]), until=moment_of(line))
    if line.kind == OTHER_RULES:
        return not asking_anew.still_the_older(UUID(line.says["person"]), told_at=moment_of(line))
    if line.kind in {THREW_AWAY, SAID_NO}:
        return any(row.line == line.says for row in _lines_owed())
    file_uid = UUID(line.says["file"])
    events = ConsentEvent.objects.filter(file__uid=file_uid)
    if events.filter(seq=line.says["seq"], hash=line.says["event"]).exists():
        return True
    return events.filter(data__journal=line.hash).exists()


def _lines_owed() -> QuerySet[JournalDue]:
    """Few: those whose writer died between the disk and the database."""
    return JournalDue.objects.filter(line__isnull=False)


def moment_of(line: Line) -> datetime:
    return datetime.fromisoformat(line.says["at"])


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
