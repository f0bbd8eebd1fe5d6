"""After a no or a stop only the person starts again: for thirty days nobody asks them about that use in that file.

Unless they came to us: they said on their own screen, or on paper or by phone to somebody who wrote it down, that we
may ask. "Not now" closes nothing: it says itself that it can be asked again. What came last in the file's own events
counts, so that a stop that reached us late still closes what was opened before it was written down.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from consent.domain.record.ledger import write
from consent.domain.record.locking import locked_file
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import state_of
from consent.domain.record.terms import CannotAnswer
from consent.enums import NEEDS_YES, Answer, EventKind, Method, State
from consent.models import Appearance, ConsentEvent, ConsentFile
from people import clock
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

PEACE = timedelta(days=30)
EVERY_USE = ""
STANDS = frozenset({State.ACTIVE, State.PAUSED})


@dataclass
class TheirNo:
    """What one person said no to or stopped in one file, and where they said that we may ask again.

    By the slug of the use, `EVERY_USE` for a stop of everything; the numbers are places in the file's chain.
    """

    closed: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    opened: dict[str, int] = field(default_factory=dict)

    def said_at(self, use: str) -> datetime | None:
        """When they last said no to it or stopped it; None when never, or when they have opened it since."""
        since = self.opened.get(use, 0)
        said = [self.closed[key] for key in (use, EVERY_USE) if key in self.closed]
        return max((at for seq, at in said if seq > since), default=None)

    def until(self, use: str, at: datetime) -> datetime | None:
        """The first moment at which we may ask by ourselves; None when that has come, or nothing is closed."""
        said = self.said_at(use)
        return said + PEACE if said is not None and at < said + PEACE else None


def their_no(person: Person, file_id: int) -> TheirNo:
    theirs = Q(permission__appearance__person=person) | Q(permission=None, data__person=person.uid.hex)
    kinds = [EventKind.ANSWERED, EventKind.STOPPED, EventKind.MAY_ASK]
    events = ConsentEvent.objects.filter(theirs, file_id=file_id, kind__in=kinds)
    found = TheirNo()
    for event in events.select_related("permission__use", "permission__replaces").order_by("seq"):
        if event.kind == EventKind.MAY_ASK:
            found.opened |= dict.fromkeys(event.data["uses"], event.seq)
        elif event.kind == EventKind.STOPPED or _says_no(event):
            found.closed[_use_of(event)] = (event.seq, event.at)
    return found


def stopped_everything(person: Person, file_id: int) -> bool:
    """Whether that was their last word on this file: they have opened nothing of it since."""
    theirs = their_no(person, file_id)
    stopped, _ = theirs.closed.get(EVERY_USE, (0, None))
    return stopped > max(theirs.opened.values(), default=0)


def closed_uses(file_id: int, uses: Iterable[str], *, at: datetime) -> dict[str, datetime]:
    """Of these uses, those we may not ask about yet, with the first moment at which we may.

    One person whose yes is needed is enough: a use is shown only when all of them say yes.
    """
    rows = Appearance.objects.filter(file_id=file_id, basis__in=NEEDS_YES, person__isnull=False)
    said = [their_no(row.person, file_id) for row in rows.select_related("person") if row.person]
    untils = {use: [until for one in said if (until := one.until(use, at))] for use in uses}
    return {use: max(found) for use, found in untils.items() if found}


def uses_they_may_open(person: Person, file_id: int, uses: Iterable[str]) -> list[str]:
    """Of these uses, those that only their own word opens before the thirty days are over."""
    theirs, at = their_no(person, file_id), clock.now()
    return [use for use in uses if theirs.until(use, at)]


def say_we_may_ask(
    file: ConsentFile,
    *,
    person: Person,
    uses: Iterable[str],
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
) -> list[str]:
    """The person comes to us: we may ask about these again. A yes to nothing; answers what was opened by it.

    Raises `CannotAnswer` for a file that they are not in.
    """
    with locked_file(file.pk) as mine:
        if not Appearance.objects.filter(file=mine, person=person).exists():
            raise CannotAnswer("This choice is not yours. Nothing was changed.")
        opened = sorted(uses_they_may_open(person, mine.pk, set(uses)))
        if opened:
            data = {"person": person.uid.hex, "uses": opened}
            write(mine, EventKind.MAY_ASK, method=method, recorded_by=recorded_by, data=data)
    return opened


def _says_no(event: ConsentEvent) -> bool:
    """A no to showing more leaves the use alone for as long as the narrower yes to it stands."""
    narrower = event.permission.replaces if event.permission else None
    stands = narrower is not None and state_of(facts_of(narrower), clock.now()) in STANDS
    return event.data["answer"] == Answer.NO and not stands


def _use_of(event: ConsentEvent) -> str:
    """Whoever stopped everything is asked about nothing, also about what was not standing at that moment."""
    everything = event.kind == EventKind.STOPPED and event.data.get("use") == EVERY_USE
    if event.permission is None or everything:
        return str(event.data.get("use", EVERY_USE))
    return event.permission.use.slug
