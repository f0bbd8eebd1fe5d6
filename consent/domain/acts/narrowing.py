"""Narrowing: the person shows less, for a shorter time or less often, at once and by their word alone.

Nothing can be widened here. Whoever wants to show more is asked afresh and goes the whole way (`asking.ask_wider`),
while what they agreed to before stays as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from consent.domain.acts.own import own
from consent.domain.clearance.changing import changing
from consent.domain.out.calling_back import call_back_what_shows_more
from consent.domain.record import shown as shown_values
from consent.domain.record.ledger import moment, write
from consent.domain.record.projecting import LEVELS, apply, columns_of, facts_of, record
from consent.domain.record.shown import Shown
from consent.domain.record.states import state_of
from consent.domain.record.terms import CannotAnswer, the_end
from consent.enums import EventKind, IdentityLevel, Method, PlaceDetail, State, TimeDetail, Trigger
from consent.models import Permission
from people import clock
from people.keyring import KeyShredded
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

CAN_BE_NARROWED = frozenset({State.COOLING, State.ACTIVE, State.PAUSED})


class WouldWiden(CannotAnswer):
    """It would show more than was agreed. Remedy: `asking.ask_wider`, then a first and a second yes."""


@dataclass(frozen=True)
class Less:
    """What is to become less; None leaves it as it is. `shown` holds the new words for what becomes coarser."""

    identity: IdentityLevel | None = None
    place: PlaceDetail | None = None
    time: TimeDetail | None = None
    face: bool | None = None
    voice: bool | None = None
    shown: Shown | None = None
    check_first: Iterable[Trigger] = ()
    until_event: Trigger | None = None
    until: datetime | None = None
    max_uses: int | None = None


def narrow(
    permission: Permission,
    less: Less,
    *,
    person: Person,
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
) -> Permission:
    """The row itself becomes narrower, and the gate with it, in this transaction. An end in the past ends it now.

    Raises `WouldWiden` when anything of it would show more, and `CannotAnswer` when there is nothing to narrow.
    """
    with changing(permission.file_id, use=permission.use.slug) as file:
        mine = own(permission, person)
        if state_of(facts_of(mine), clock.now()) not in CAN_BE_NARROWED:
            raise CannotAnswer("There is no yes here to make smaller. Nothing was changed.")
        data = _data(mine, less)
        values = _values(mine, less, data)
        commitment = shown_values.shown_sha256(
            edition=mine.edition, use=mine.use, shown=values, face=data["face"], voice=data["voice"]
        )
        columns = columns_of(mine)
        event_data = data | {"shown_sha256": commitment}
        before = mine.shown_sealed
        shown_values.seal(mine, values)
        event = write(
            file, EventKind.NARROWED, method=method, permission=mine, recorded_by=recorded_by, data=event_data
        )
        if apply(columns, event) == columns:
            mine.shown_sealed = before
            raise CannotAnswer("That is already so. Nothing was changed.")
        record(mine, event)
        if any(columns[name] != getattr(mine, name) for name in LEVELS):
            call_back_what_shows_more(
                file, edition_id=mine.edition_id, use=mine.use.slug, route=method, by=recorded_by
            )
    return mine


def _data(mine: Permission, less: Less) -> dict[str, Any]:
    """The event's words: every level, and what else was said. Raises when a level is not there or would rise."""
    data: dict[str, Any] = {}
    for name in LEVELS:
        before, after = getattr(mine, name), getattr(less, name)
        kind = {"identity": IdentityLevel, "place": PlaceDetail, "time": TimeDetail}.get(name, bool)
        try:
            value = kind(before if after is None else after)
        except ValueError as error:
            raise CannotAnswer("That choice is not there any more. Look at the choices again.") from error
        if value > before:
            raise WouldWiden("That would show more than you said yes to. We ask you afresh for that.")
        data[name] = value if kind is bool else int(value)
    return data | _limits(mine, less)


def _limits(mine: Permission, less: Less) -> dict[str, Any]:
    end, most, until = mine.valid_until, mine.max_uses, the_end(less.until)
    if less.until is not None and end is not None and (until is None or until > end):
        raise WouldWiden("That would last longer than you said yes to. We ask you afresh for that.")
    if less.max_uses is not None and (less.max_uses < 1 or (most is not None and less.max_uses > most)):
        raise WouldWiden("That would be more often than you said yes to. We ask you afresh for that.")
    if less.until_event and mine.until_event and less.until_event != mine.until_event:
        raise WouldWiden("You said yes until something else happens. We ask you afresh for that.")
    try:
        check_first = sorted({Trigger(name).value for name in less.check_first})
        until_event = Trigger(less.until_event).value if less.until_event else ""
    except ValueError as error:
        raise CannotAnswer("That choice is not there any more. Look at the choices again.") from error
    return {
        "check_first": check_first,
        "until_event": until_event,
        "valid_until": moment(until) if until else None,
        "max_uses": less.max_uses,
    }


def _values(mine: Permission, less: Less, data: dict[str, Any]) -> Shown:
    """The words as they will stand: new ones only where the level falls, none where nothing may be shown."""
    try:
        before = shown_values.unseal(mine)
    except KeyShredded as error:
        raise CannotAnswer("There is no yes here to make smaller. Nothing was changed.") from error
    new = less.shown or Shown()
    allowed = IdentityLevel(data["identity"]).shows_name
    return Shown(
        name=_word(before.name, new.name, falls=data["identity"] < mine.identity) if allowed else "",
        place=_word(before.place, new.place, falls=data["place"] < mine.place) if data["place"] else "",
        when=_word(before.when, new.when, falls=data["time"] < mine.time) if data["time"] else "",
    )


def _word(before: str, new: str, *, falls: bool) -> str:
    if falls:
        return new
    if new not in ("", before):
        raise WouldWiden("Other words than you said yes to are a new question. We ask you afresh for that.")
    return before
