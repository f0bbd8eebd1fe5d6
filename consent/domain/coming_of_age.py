"""Turning 18: what was agreed for a young person ends with the birthday, and they are asked afresh as an adult.

The gate carries the birthday as an end of the clearance, so that it is dark with every job off. Nothing here knows
the day of birth; `people.domain.ages` answers with ages alone.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from consent.models import Appearance, Permission
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
    return person is not None and ages.is_under_18(person, at.astimezone(clock.LONDON).date())


def grown_up_at(person: Person | None) -> datetime | None:
    """The first moment of the 18th birthday."""
    day = eighteenth_birthday(person) if person is not None else None
    return datetime.combine(day, time.min, tzinfo=clock.LONDON) if day else None


def longest_days(person: Person | None, *, max_days: int, at: datetime) -> int:
    """Days a yes given now may last: the use's own, and no more than twelve months for a young person."""
    return min(max_days, LONGEST_YOUNG_DAYS) if is_young(person, at) else max_days


def last_moment(person: Person | None, *, max_days: int, at: datetime) -> datetime:
    """When a yes given at `at` ends at the latest."""
    return at + timedelta(days=longest_days(person, max_days=max_days, at=at))


def ends_with(permissions: Iterable[Permission]) -> datetime | None:
    """The 18th birthday on which these yeses end: the earliest of everybody who was under 18 at their first yes.

    A guardian's yes ends with the birthday of the one it was given for. None when all were grown up.
    """
    ends = [moment for row in permissions if (moment := _ends(row)) is not None]
    return min(ends, default=None)


def _ends(permission: Permission) -> datetime | None:
    birthday = grown_up_at(young_person(permission.appearance))
    given = permission.answered_at
    return birthday if birthday is not None and given is not None and given < birthday else None


def young_person(appearance: Appearance) -> Person | None:
    """Whose age counts: the person's own, and for a guardian's yes that of the one they speak for."""
    return appearance.person
