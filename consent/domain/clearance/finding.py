"""Where every version's choices stand for one use, read at once: for lists of many stories.

It says what the house may plan with and nothing about anybody's no: a refusal, a "not now", a stop, a pause and
never having been asked are one and the same answer here.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import BooleanField, Case, ExpressionWrapper, Max, Q, QuerySet, When

from consent.domain.clearance.granted import granted
from consent.domain.record.states import Facts, state_of
from consent.enums import OutingKind, Relation, State, Trigger
from consent.models import Appearance, Hold, Outing, Permission

if TYPE_CHECKING:
    from people.models import User

FACTS = (
    "legacy",
    "answer",
    "cool_until",
    "confirmed_at",
    "paused_at",
    "ended_why",
    "valid_until",
    "max_uses",
    "uses",
)
"""What a state follows from. When it was asked, answered or ended plays no part in it, and days are dear to read."""


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
    """The little of a clearance that a list of thousands needs; what is shown asks the gate for the rest.

    `ends` is given only where it comes before the moment that was asked about; else it is None.
    """

    place: int
    ends: datetime | None


class _Bound(NamedTuple):
    """What a yes that stands is bound to."""

    ask_first: list[str]
    until: str
    left: int | None


class _Gathered(NamedTuple):
    """Person → where the newest choice stands, and what the yes that stands is bound to."""

    held: bool
    states: dict[int, State]
    bound: dict[int, _Bound]


def cleared_for(
    uses: Iterable[str], at: datetime, *, ends_before: datetime, among: Collection[int] | None = None
) -> dict[str, dict[int, Cleared]]:
    """Use → edition id → what the gate clears for it at this moment, in one query; `among`: only these editions."""
    found: dict[str, dict[int, Cleared]] = {use: {} for use in uses}
    standing = reduce(or_, (granted(use, at) for use in found))
    if among is not None:
        standing = standing.filter(edition__in=among)
    ends = Case(When(valid_until__lt=ends_before, then="valid_until"))
    for use, edition_id, place, end in standing.values_list("use_slug", "edition_id", "place", ends):
        found[use][edition_id] = Cleared(place, end)
    return found


def last_handed_over(use: str) -> dict[int, datetime]:
    """Edition id → when it last went to somebody for the use; our own pages do not count."""
    rows = Outing.objects.filter(use_slug=use).exclude(kind=OutingKind.SURFACE)
    return dict(rows.values_list("edition_id").annotate(last=Max("began_at")).order_by("edition_id"))


def choices_for(use: str, at: datetime, *, among: Collection[int] | None = None) -> dict[int, Choices]:
    """Edition id → how its choices for the use stand at the moment `at`, in one query; `among`: only these editions.

    A version that is cleared, and whose yes is bound to nothing, is left out: the gate has said all there is.
    """
    return {edition_id: _choices(one) for edition_id, one in _gather(use, at, among).items()}


def _gather(use: str, at: datetime, among: Collection[int] | None) -> dict[int, _Gathered]:
    """The newest choice of each person for each version decides; what binds a use comes from the yes that stands."""
    bound_to_nothing = Q(check_first=[], until_event="", max_uses=None)
    cleared = Q(edition__in=granted(use, at).values("edition"))
    rows = Permission.objects.filter(use__slug=use, use__current=True).exclude(cleared & bound_to_nothing)
    if among is not None:
        rows = rows.filter(edition__in=among)
    held = Q(file__in=Hold.objects.filter(released_at=None, use_slug__in=["", use]).values("file"))
    rows = rows.annotate(
        held=ExpressionWrapper(held, BooleanField()),
        ask_first=Case(When(~Q(check_first=[]), then="check_first")),
    ).order_by("id")
    found: dict[int, _Gathered] = {}
    columns = ("edition_id", "appearance_id", "held", "ask_first", "until_event", *FACTS)
    for edition_id, who, is_held, ask_first, until_event, *facts in rows.values_list(*columns):
        one = found.get(edition_id)
        if one is None:
            one = found[edition_id] = _Gathered(is_held, {}, {})
        known = Facts(asked_at=at, **dict(zip(FACTS, facts, strict=True)))
        one.states[who] = state = state_of(known, at)
        if state is State.ACTIVE:
            left = None if known.max_uses is None else max(0, known.max_uses - known.uses)
            one.bound[who] = _Bound(ask_first or [], until_event, left)
    return found


def _choices(one: _Gathered) -> Choices:
    side, bound = side_of(one.states.values()), one.bound.values()
    if not bound:
        return Choices(side, one.held)
    return Choices(
        side,
        one.held,
        uses_left=min((yes.left for yes in bound if yes.left is not None), default=None),
        ask_first=_triggers(name for yes in bound for name in yes.ask_first),
        until_event=_triggers(yes.until for yes in bound),
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


def kept_from(user: "User") -> QuerySet[Appearance, int]:
    """The files this member of staff must not meet: a declared conflict with somebody in it, or they are in it."""
    rows = Appearance.objects.filter(person__conflicts=user) | Appearance.objects.filter(person__user=user)
    return rows.values_list("file_id", flat=True)
