"""What a copy says: read from the events up to its act and from words that never change; nothing later can touch it.

The account knows no title, no name and no word of the story, and no reason for anything.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from consent.domain.record.projecting import BLANK, apply, facts_in
from consent.domain.record.states import state_of
from consent.domain.told import wordings
from consent.domain.told.wordings import House, UseWording
from consent.enums import EventKind, IdentityLevel, State
from consent.models import ConsentEvent, Permission, Receipt
from consent.models.receipt import CopyKind

STANDING = frozenset(
    {State.REQUESTED, State.COOLING, State.ACTIVE, State.PAUSED, State.REFUSED, State.DEFERRED}
)
OTHERS_DO = frozenset({EventKind.ASKED, EventKind.IMPORTED, EventKind.SUPERSEDED, EventKind.REVOKED})
QUIET = frozenset({"used", "triggered", "told"})
"""Events of a choice that are nobody's act: its state shows what came of them."""


@dataclass(frozen=True)
class Step:
    """One thing that happened to a choice: what it was then, when, how, and whether the person did it."""

    state: State
    at: datetime
    method: str
    by_person: bool
    recorded_by_staff: bool
    kind: str
    columns: dict[str, Any]


@dataclass(frozen=True)
class ChoiceAccount:
    """One choice as it stood when the act was done; `now` says that this act was about it."""

    uid: UUID
    use: UseWording
    edition_uid: UUID
    edition_n: int
    edition_language: str
    closure_sha256: str
    state: State
    columns: dict[str, Any]
    steps: tuple[Step, ...]
    now: bool

    @property
    def identity(self) -> IdentityLevel:
        return IdentityLevel(self.columns["identity"])

    @property
    def said_yes(self) -> bool:
        return self.state in {State.COOLING, State.ACTIVE, State.PAUSED}


@dataclass(frozen=True)
class Account:
    """Everything a copy says, in the order in which it happened."""

    code: str
    kind: CopyKind
    made_at: datetime
    act: str
    file_uid: UUID
    subject: str
    person_uid: UUID
    house: House
    first_seq: int
    last_seq: int
    prev_hash: str
    method: str
    recorded_by_staff: bool
    notice: dict[str, Any] | None
    informed: dict[str, Any] | None
    choices: tuple[ChoiceAccount, ...] = field(default=())

    @property
    def file_number(self) -> str:
        """What we call the file towards the person: no title, so that the paper tells nothing to who finds it."""
        return self.file_uid.hex[:8].upper()

    @property
    def mine(self) -> tuple[ChoiceAccount, ...]:
        return tuple(choice for choice in self.choices if choice.now)

    @property
    def others(self) -> tuple[ChoiceAccount, ...]:
        return tuple(choice for choice in self.choices if not choice.now)


def account_of(copy: Receipt) -> Account:
    """The account of one act. The same today and in ten years, whatever happens in between."""
    events = list(
        ConsentEvent.objects.filter(file_id=copy.file_id, seq__lte=copy.last_seq)
        .select_related("permission__use", "permission__appearance", "permission__edition")
        .order_by("seq")
    )
    mine = [event for event in events if _of(event, copy)]
    act = [event for event in mine if event.seq >= copy.first_seq]
    last = events[-1]
    person_uid = copy.person.uid
    return Account(
        code=copy.code,
        kind=CopyKind(copy.kind),
        made_at=copy.made_at,
        act=copy.act,
        file_uid=copy.file.uid,
        subject=copy.file.kind,
        person_uid=uuid5(copy.file.uid, person_uid.hex),
        house=wordings.house_as_of(last.recorded_at),
        first_seq=copy.first_seq,
        last_seq=copy.last_seq,
        prev_hash=next((event.prev_hash for event in events if event.seq == copy.first_seq), ""),
        method=act[-1].method if act else last.method,
        recorded_by_staff=any(event.recorded_by_id for event in act),
        notice=_said(events, EventKind.NOTICE_SERVED, person_uid),
        informed=_said(events, "informed", person_uid),
        choices=_choices(mine, copy=copy, at=last.recorded_at),
    )


def _of(event: ConsentEvent, copy: Receipt) -> bool:
    """Whether the event is about this person's own choices or a stop of theirs."""
    if event.permission is not None:
        return event.permission.appearance.person_id == copy.person_id
    return event.kind == EventKind.STOPPED and event.data.get("person") == copy.person.uid.hex


def _said(events: list[ConsentEvent], kind: str, person_uid: UUID) -> dict[str, Any] | None:
    """What the last event of that kind says about the person."""
    found = [event for event in events if event.kind == kind and event.data.get("person") == person_uid.hex]
    return {**found[-1].data, "at": found[-1].at} if found else None


def _choices(events: list[ConsentEvent], *, copy: Receipt, at: datetime) -> tuple[ChoiceAccount, ...]:
    """The choices of the act and those that stand beside it; of several asks for one use the newest counts."""
    histories: dict[Permission, list[ConsentEvent]] = {}
    for event in events:
        if event.permission is not None:
            histories.setdefault(event.permission, []).append(event)
    words = wordings.uses_as_of({one.use_id: one.use for one in histories}.values(), at=at)
    found = [
        _choice(one, history, use=words[one.use_id], copy=copy, at=at) for one, history in histories.items()
    ]
    newest = {(one.use.slug, one.edition_language): one for one in found}
    kept = [one for one in found if one.now or (one in newest.values() and one.state in STANDING)]
    return tuple(sorted(kept, key=lambda one: (not one.now, histories_order(one))))


def histories_order(choice: ChoiceAccount) -> tuple[datetime, str]:
    return choice.steps[0].at, choice.use.slug


def _choice(
    permission: Permission, history: list[ConsentEvent], *, use: UseWording, copy: Receipt, at: datetime
) -> ChoiceAccount:
    columns, steps = dict(BLANK), []
    for event in history:
        columns = apply(columns, event)
        if event.kind not in QUIET:
            steps.append(_step(event, columns))
    edition = permission.edition
    return ChoiceAccount(
        uid=permission.uid,
        use=use,
        edition_uid=edition.uid,
        edition_n=edition.n,
        edition_language=edition.language,
        closure_sha256=edition.closure_sha256,
        state=state_of(facts_in(columns), at),
        columns=columns,
        steps=tuple(steps),
        now=any(event.seq >= copy.first_seq for event in history),
    )


def _step(event: ConsentEvent, columns: dict[str, Any]) -> Step:
    return Step(
        state=state_of(facts_in(columns), event.at),
        at=event.at,
        method=event.method,
        by_person=event.actor_id is None and event.kind not in OTHERS_DO,
        recorded_by_staff=event.recorded_by_id is not None,
        kind=event.kind,
        columns=columns,
    )
