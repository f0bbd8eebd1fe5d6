"""Use now, ring first, or no: one pure function. What it says of a no is the same whoever did what."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Final

from consent.domain.clearance.finding import Choices, Side
from people import clock

SOON = timedelta(days=14)
NOTHING = Choices(Side.NOTHING)
NOT_FOR_THIS = "Not for this use."
ASK_FIRST = "They want to be asked first at certain turns in their life. Their supporter knows which."
"""Which turns they are is nobody's business here: a release or a hearing would say who they are."""
UNTIL_EVENT = "The yes ends when something happens in their life. Their supporter knows whether it has."


class Pile(Enum):
    NOW = "now"
    RING = "ring"
    NO = "no"


@dataclass(frozen=True)
class Judged:
    """`reasons` are whole sentences for staff; a story to use now has none."""

    pile: Pile
    reasons: tuple[str, ...] = ()


USE_NOW = Judged(Pile.NOW)
NOT_NOW = Judged(Pile.NO, (NOT_FOR_THIS,))
BY_SIDE: Final = {
    Side.OPEN: Judged(
        Pile.RING, ("They have been asked, and it is not settled. Nothing may go out before it is.",)
    ),
    Side.OVER: Judged(Pile.NO, ("The yes is over, or used up. Their supporter can ask again.",)),
    Side.YES: Judged(Pile.NO, ("A safety check is due. Nothing may go out before it is done.",)),
}
"""What is said where nothing is cleared; of everything else, `NOT_NOW`."""


def judge(
    *, until: datetime | None, choices: Choices = NOTHING, at: datetime, day: date | None = None
) -> Judged:
    """`until`: the end of a clearance that stands now, or None; `day`: when the words are to be used.

    An end later than `needed_until` is as good as that moment.
    """
    if until is None:
        return _not_cleared(choices)
    reasons = tuple(_ring_because(until, choices, at, day))
    return Judged(Pile.RING, reasons) if reasons else USE_NOW


def _ring_because(until: datetime, choices: Choices, at: datetime, day: date | None) -> list[str]:
    found = []
    if day is not None and until < end_of(day):
        found.append(f"The yes ends on {said(until)}, before the day you need it.")
    elif until < at + SOON:
        found.append(f"The yes ends soon: on {said(until)}.")
    if choices.ask_first:
        found.append(ASK_FIRST)
    if choices.until_event:
        found.append(UNTIL_EVENT)
    return found


def _not_cleared(choices: Choices) -> Judged:
    return NOT_NOW if choices.held else BY_SIDE.get(choices.side, NOT_NOW)


def needed_until(day: date | None, at: datetime) -> datetime:
    """A yes that stands until this moment or longer is long enough for any question about the day."""
    return max(at + SOON, end_of(day)) if day else at + SOON


def end_of(day: date) -> datetime:
    """The last moment of a London day."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=clock.LONDON)


def said(moment: datetime) -> str:
    """A moment as its London day, without a leading nought."""
    local = moment.astimezone(clock.LONDON)
    return f"{local.day} {local:%B %Y}"
