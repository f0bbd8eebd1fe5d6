"""Is somebody there now, and until when is that answer true. By the clock on the wall in London.

Where we cannot know (a bank holiday nobody has told us about) the answer is "unsure": nobody is sent to a line that
does not answer, and nobody is kept from one that does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from people.clock import LONDON, UTC
from storybank.helplines.days import holiday_in
from storybank.helplines.hours import DAY, Opening, Spans

AHEAD = 8
"""How many days are looked at: everything a week can hold."""


class Is(StrEnum):
    OPEN = "open"
    SHUT = "shut"
    UNSURE = "unsure"


@dataclass(frozen=True)
class State:
    """`opens`: when somebody is there again, if we know. `until`: from then on this answer must be asked for anew."""

    now: Is
    until: datetime
    closes: datetime | None = None
    opens: datetime | None = None


@dataclass(frozen=True)
class _Stretch:
    start: datetime
    end: datetime
    sure: bool


def state(hours: Opening | None, nations: frozenset[str], at: datetime) -> State:
    """The state at a moment; `until` is later than `at`, and no later than the next midnight in London."""
    midnight = _midnight_after(at)
    if hours is None:
        return State(Is.UNSURE, until=midnight)
    if hours.always:
        return State(Is.OPEN, until=midnight)
    stretches = sorted(_stretches(hours, nations, _day(at)), key=lambda one: one.start)
    around = [one for one in stretches if one.start <= at < one.end]
    if any(one.sure for one in around):
        return _open(stretches, at, midnight)
    today = _day(at)
    next_one = next((one for one in stretches if one.start > at), None)
    if around or not _known(hours, nations, today):
        return State(Is.UNSURE, until=min([midnight, *([next_one.start] if next_one else [])]))
    opens = next_one.start if next_one and _known_until(hours, nations, today, next_one) else None
    return State(Is.SHUT, until=min(midnight, opens or midnight), opens=opens)


def _open(stretches: list[_Stretch], at: datetime, midnight: datetime) -> State:
    """Stretches that follow each other without a gap are one."""
    closes = at
    for one in stretches:
        if one.sure and one.start <= closes < one.end:
            closes = one.end
    return State(Is.OPEN, until=min(closes, midnight), closes=closes)


def _stretches(hours: Opening, nations: frozenset[str], today: date) -> Iterator[_Stretch]:
    for number in range(-1, AHEAD):
        day = today + timedelta(days=number)
        spans, sure = _spans(hours, nations, day)
        for span in spans:
            start, end = _moment(day, span.start, later=True), _moment(day, span.end, later=False)
            if start < end:
                yield _Stretch(start, end, sure)


def _spans(hours: Opening, nations: frozenset[str], day: date) -> tuple[Spans, bool]:
    """The spans of a day, and whether we know that they hold."""
    usual = hours.week[day.weekday()]
    somewhere, everywhere = holiday_in(day, nations)
    if not somewhere or hours.usual_on_holidays:
        return usual, True
    if everywhere and hours.holidays is not None:
        return hours.holidays, True
    return usual, False


def _known(hours: Opening, nations: frozenset[str], day: date) -> bool:
    return _spans(hours, nations, day)[1]


def _known_until(hours: Opening, nations: frozenset[str], today: date, found: _Stretch) -> bool:
    """Nobody is told "opens on Tuesday" when it may be open on the Monday before."""
    days = (_day(found.start) - today).days
    return found.sure and all(_known(hours, nations, today + timedelta(days=n)) for n in range(days + 1))


def _moment(day: date, minutes: int, *, later: bool) -> datetime:
    """The moment at which the clock in London shows so many minutes after midnight of the day.

    In October an hour comes twice: it opens with the later and shuts with the earlier, so that nobody rings in vain.
    In March an hour is missing: whatever falls into it happens when the clock jumps.
    """
    on, left = day + timedelta(days=minutes // DAY), minutes % DAY
    wall = datetime.combine(on, time(left // 60, left % 60))
    first, second = (wall.replace(tzinfo=LONDON, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first.astimezone(LONDON).replace(tzinfo=None) != wall:
        return datetime.combine(on, time(1), tzinfo=UTC)  # Summer Time Order 2002: at one in the morning
    return max(first, second) if later else min(first, second)


def _midnight_after(at: datetime) -> datetime:
    return _moment(_day(at), DAY, later=False)


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()
