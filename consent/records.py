"""One record whole, for the data-protection officer: events with their chain, versions, choices, clearances, holds.

Opening it is itself written down. It holds no words and no names: people by their codes, staff by name.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from consent import policy
from consent.domain.acts.ending_letters import reason_of
from consent.domain.clearance import naming
from consent.domain.record.event_words import what, who
from consent.domain.record.ledger import fingerprint
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import OVER, state_of
from consent.domain.record.uses import current_uses
from consent.domain.rights.finding_records import only_officers
from consent.domain.why.reason import Reason
from consent.enums import IdentityLevel, State
from consent.models import (
    Appearance,
    Clearance,
    ConsentEvent,
    ConsentFile,
    Edition,
    Ending,
    Hold,
    LedgerRead,
    Outing,
    Permission,
    Receipt,
    Use,
)
from people import clock

if TYPE_CHECKING:
    from people.models import User

SAID_YES = frozenset({State.COOLING, State.ACTIVE, State.PAUSED})


@dataclass(frozen=True, slots=True)
class Told:
    """One event in words. `whole`: it follows from the one before, and nobody changed it since."""

    event: ConsentEvent
    what: str
    who: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Choice:
    permission: Permission
    person: str
    state: State
    level: str

    @property
    def can_fail(self) -> bool:
        """Only a yes can be found not to count."""
        return self.permission.ended_at is None and self.state in SAID_YES


@dataclass(frozen=True, slots=True)
class WhyNot:
    """One use now: allowed, or every reason against it."""

    use: Use
    allowed: bool
    reasons: tuple[Reason, ...]

    @property
    def only_unasked(self) -> bool:
        """Nothing stands against it but that nobody was asked."""
        return bool(self.reasons) and all(reason.code == "not_asked" for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Record:
    file: ConsentFile
    name: str
    people: list[tuple[str, Appearance]]
    events: list[Told]
    whole: bool
    versions: list[Edition]
    choices: list[Choice]
    clearances: list[Clearance]
    holds: list[Hold]
    endings: list[tuple[Ending, str]]
    outings: list[Outing]
    copies: list[Receipt]
    why: list[WhyNot]

    @property
    def can_end(self) -> bool:
        return any(one.permission.ended_at is None and one.state not in OVER for one in self.choices)

    @property
    def decided(self) -> list[WhyNot]:
        return [one for one in self.why if not one.only_unasked]

    @property
    def unasked(self) -> list[WhyNot]:
        return [one for one in self.why if one.only_unasked]


def open_record(file: ConsentFile, *, viewer: "User") -> Record:
    """Everything the consent room holds under one file, without words or names; that it was read is written down."""
    only_officers(viewer)
    LedgerRead.objects.create(reader=viewer, what=LedgerRead.What.RECORD, file=file, at=clock.now())
    appearances = list(Appearance.objects.filter(file=file).select_related("person").order_by("id"))
    events = _events(file)
    return Record(
        file=file,
        name=name_of(file),
        people=[(_person(row), row) for row in appearances],
        events=events,
        whole=all(told.whole for told in events) and _head(file, events),
        versions=list(file.editions.order_by("n")),
        choices=_choices(file),
        clearances=list(file.clearances.select_related("use", "edition").order_by("use__order", "id")),
        holds=list(file.holds.select_related("opened_by", "released_by").order_by("id")),
        endings=[(row, reason_of(row)) for row in file.endings.select_related("by", "file")],
        outings=list(file.outings.select_related("use").order_by("began_at", "id")),
        copies=list(file.receipts.order_by("made_at", "id")),
        why=_why(file, appearances),
    )


def name_of(file: ConsentFile) -> str:
    """What staff call it: a story's code, else the kind and a short number."""
    return naming.codes_of([file.pk]).get(file.pk) or str(file)


def reads(*, viewer: "User") -> QuerySet[LedgerRead]:
    """Who read what, newest first."""
    only_officers(viewer)
    return LedgerRead.objects.select_related("reader", "file")


def _events(file: ConsentFile) -> list[Told]:
    rows = ConsentEvent.objects.filter(file=file).select_related("permission__use", "actor", "recorded_by")
    told, last = [], ""
    for number, event in enumerate(rows.order_by("seq"), start=1):
        permission = event.permission.uid.hex if event.permission else ""
        true = fingerprint(event, file_uid=file.uid.hex, permission_uid=permission)
        whole = event.seq == number and event.prev_hash == last and event.hash == true
        told.append(Told(event, what(event), who(event), whole))
        last = event.hash
    return told


def _head(file: ConsentFile, events: list[Told]) -> bool:
    last = events[-1].event.hash if events else ""
    return (file.head_seq, file.head_hash) == (len(events), last)


def _choices(file: ConsentFile) -> list[Choice]:
    rows = Permission.objects.filter(file=file).select_related("use", "edition", "appearance__person")
    now = clock.now()
    return [
        Choice(row, _person(row.appearance), state_of(facts_of(row), now), IdentityLevel(row.identity).label)
        for row in rows.order_by("use__order", "edition__n", "id")
    ]


def _why(file: ConsentFile, appearances: list[Appearance]) -> list[WhyNot]:
    now, found = clock.now(), []
    for use in current_uses(file.kind):
        reasons = policy.why_not(file.pk, use.slug, now)
        told = tuple(Reason(one.code, _nameless(one.sentence, appearances)) for one in reasons)
        found.append(WhyNot(use, not reasons, told))
    return found


def _nameless(sentence: str, appearances: list[Appearance]) -> str:
    """The officer needs to know who, not what they are called: the code stands in."""
    for row in appearances:
        if row.person is not None and not row.person.called and sentence.startswith((" ", "'")):
            return f"{row.person}{sentence}"  # erased: there is no name left to take out
        if row.person is not None and row.person.called:
            sentence = re.sub(rf"(?<!\w){re.escape(row.person.called)}(?!\w)", str(row.person), sentence)
    return sentence


def _person(row: Appearance) -> str:
    if row.person is None:
        return "Somebody without a name here"
    return f"{row.person} (erased)" if row.person.erased_at else str(row.person)
