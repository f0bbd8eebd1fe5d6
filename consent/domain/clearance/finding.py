"""Where every version's choices stand for one use, read at once: for lists of many stories.

It says what the house may plan with and nothing about anybody's no: a refusal, a "not now", a stop, a pause and
never having been asked are one and the same answer here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Max, Q

from consent.domain.clearance.granted import granted
from consent.domain.record.states import Facts, state_of
from consent.enums import OutingKind, Relation, State, Trigger
from consent.models import Appearance, Hold, Outing, Permission

if TYPE_CHECKING:
    from people.models import User

COLUMNS = (
    "edition_id",
    "appearance_id",
    "asked_at",
    "legacy",
    "answer",
    "answered_at",
    "cool_until",
    "confirmed_at",
    "paused_at",
    "ended_at",
    "ended_why",
    "valid_until",
    "max_uses",
    "uses",
)


class Side(Enum):
    """How the people's side of one version and one use stands, taken together."""

    YES = "everybody's yes stands"
    OPEN = "asked, and not settled"
    OVER = "a yes whose time is over"
    NOTHING = "nothing to build on"


@dataclass(frozen=True)
class Choices:
    """The choices behind one version for one use. `uses_left` is None where uses are not counted."""

    side: Side
    held: bool = False
    uses_left: int | None = None
    ask_first: tuple[Trigger, ...] = ()
    until_event: tuple[Trigger, ...] = ()


class Cleared(NamedTuple):
    """The little of a clearance that a list of thousands needs; what is shown asks the gate for the rest."""

    until: datetime
    place: int


@dataclass
class _Gathered:
    file_id: int
    states: dict[int, State] = field(default_factory=dict)
    left: dict[int, int] = field(default_factory=dict)
    ask_first: dict[int, list[str]] = field(default_factory=dict)
    until: dict[int, str] = field(default_factory=dict)


def cleared_for(use: str, at: datetime) -> dict[int, Cleared]:
    """Edition id → until when and how fine a place, for everything the gate clears for the use at this moment."""
    rows = granted(use, at).values_list("edition_id", "valid_until", "place")
    return {edition_id: Cleared(until, place) for edition_id, until, place in rows.iterator()}


def places_cleared(use: str, at: datetime) -> dict[int, int]:
    """Edition id → how fine a place may be told, for everything the gate clears for the use."""
    return dict(granted(use, at).values_list("edition_id", "place"))


def last_handed_over(use: str) -> dict[int, datetime]:
    """Edition id → when it last went to somebody for the use; our own pages do not count."""
    rows = Outing.objects.filter(use_slug=use).exclude(kind=OutingKind.SURFACE)
    return dict(rows.values_list("edition_id").annotate(last=Max("began_at")).order_by("edition_id"))


def choices_for(use: str, at: datetime) -> dict[int, Choices]:
    """Edition id → how its choices for the use stand at the moment `at`. Two queries, however many there are.

    A version that is cleared, and whose yes is bound to nothing, is left out: the gate has said all there is.
    """
    held = set(
        Hold.objects.filter(released_at=None, use_slug__in=["", use]).values_list("file_id", flat=True)
    )
    return {
        edition_id: _choices(one, held=one.file_id in held) for edition_id, one in _gather(use, at).items()
    }


def _gather(use: str, at: datetime) -> dict[int, _Gathered]:
    """The newest choice of each person for each version decides; what binds a use comes from the yes that stands."""
    bound_to_nothing = Q(check_first=[], until_event="", max_uses=None)
    cleared = Q(edition__in=granted(use, at).values("edition"))
    rows = Permission.objects.filter(use__slug=use, use__current=True).exclude(cleared & bound_to_nothing)
    found: dict[int, _Gathered] = {}
    for row in rows.order_by("id").values_list("file_id", "check_first", "until_event", *COLUMNS).iterator():
        file_id, ask_first, until_event, edition_id, who, *facts = row
        one = found.setdefault(edition_id, _Gathered(file_id))
        known = Facts(*facts)
        one.states[who] = state_of(known, at)
        if one.states[who] is State.ACTIVE:
            one.ask_first[who], one.until[who] = ask_first, until_event
            if known.max_uses is not None:
                one.left[who] = max(0, known.max_uses - known.uses)
    return found


def _choices(one: _Gathered, *, held: bool) -> Choices:
    return Choices(
        side=side_of(one.states.values()),
        held=held,
        uses_left=min(one.left.values(), default=None),
        ask_first=_triggers(name for names in one.ask_first.values() for name in names),
        until_event=_triggers(one.until.values()),
    )


def side_of(states: Iterable[State]) -> Side:
    """One answer for all people together. Whatever anybody did that is not a yes on its way is `NOTHING`."""
    met = set(states)
    if met == {State.ACTIVE}:
        return Side.YES
    if met and met <= {State.ACTIVE, State.REQUESTED, State.COOLING}:
        return Side.OPEN
    if met and met <= {State.ACTIVE, State.EXPIRED}:
        return Side.OVER
    return Side.NOTHING


def _triggers(names: Iterable[str]) -> tuple[Trigger, ...]:
    met = set(names)
    return tuple(trigger for trigger in Trigger if trigger.value in met)


def supporters_of(file_ids: Iterable[int]) -> dict[int, int]:
    """File id → id of the staff who stands beside its first author; files without one are absent."""
    rows = Appearance.objects.filter(
        file_id__in=set(file_ids), relation=Relation.AUTHOR, person__supporter__isnull=False
    )
    pairs = rows.order_by("-id").values_list("file_id", "person__supporter_id")
    return {file_id: staff for file_id, staff in pairs if staff is not None}


def kept_from(user: "User") -> set[int]:
    """The files this member of staff must not meet: a declared conflict with somebody in it, or they are in it."""
    rows = Appearance.objects.filter(person__conflicts=user) | Appearance.objects.filter(person__user=user)
    return set(rows.values_list("file_id", flat=True))
