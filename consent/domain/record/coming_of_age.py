"""Turning 18: what was agreed for a young person ends with the birthday, and they are asked afresh as an adult.

The gate carries the birthday as an end of the clearance, so that it is dark with every job off. Nothing here knows
the day of birth; `people.domain.ages` answers with ages alone.
"""

from datetime import date, datetime, time, timedelta

from people import clock
from people.domain import ages
from people.models import Person

LONGEST_YOUNG_DAYS = 365
"""No yes for a young person lasts longer than twelve months, whatever the use allows."""


def eighteenth_birthday(person: Person) -> date | None:
    """The day they turn 18, or turned it; None when no birth date is known (then they count as grown up)."""
    return ages.eighteenth_birthday(person)


def is_young(person: Person | None, at: datetime) -> bool:
    """Whether the person is known to be under 18 at that moment, by the calendar of the United Kingdom."""
    return person is not None and ages.is_under_18(person, day_of(at))


def is_under_16(person: Person | None, at: datetime) -> bool:
    return person is not None and ages.is_under_16(person, day_of(at))


def is_under_13(person: Person | None, at: datetime) -> bool:
    return person is not None and ages.is_under_13(person, day_of(at))


def first_moment(day: date) -> datetime:
    """Midnight in the United Kingdom at the beginning of the day."""
    return datetime.combine(day, time.min, tzinfo=clock.LONDON).astimezone(clock.UTC)


def last_moment(person: Person | None, *, max_days: int, at: datetime) -> datetime:
    """When a yes given at `at` ends at the latest: for the young no later than twelve months on.

    Their birthday is not an end of the yes: it rests from then on, and the gate's own end is the birthday.
    """
    return at + timedelta(days=min(max_days, LONGEST_YOUNG_DAYS) if is_young(person, at) else max_days)


def day_of(at: datetime) -> date:
    return at.astimezone(clock.LONDON).date()
