"""The next moment that somebody's rules allow, by the clock on a wall in London.

When the clocks go forward an hour has no moments; when they go back one comes twice. A window is the set of moments
whose wall time lies in it: one inside the missing hour is empty that day, one in the doubled hour opens twice.
"""

from datetime import UTC, date, datetime, time, timedelta

from people.clock import LONDON
from people.domain.contact_rules import Rules, Window

DAY = timedelta(days=1)


class NoMoment(LookupError):
    """The rules leave no moment from here on. The message says why, for a human."""


def allows(rules: Rules, at: datetime, *, hours: bool = True) -> bool:
    """Whether `at` lies inside the rules. Without `hours` only the days of rest and the last day count (a letter)."""
    wall = at.astimezone(LONDON)
    if not _in_time(rules, wall.date()):
        return False
    if not hours:
        return True
    if _never(rules, wall.date()):
        return False
    if rules.windows is None:
        return True
    minute = wall.hour * 60 + wall.minute
    return any(one.day == wall.weekday() and one.start <= minute < one.end for one in rules.windows)


def next_moment(rules: Rules, at: datetime, *, hours: bool = True) -> datetime:
    """`at` itself or the first moment after it, in UTC. Raises `NoMoment`; the search always ends."""
    if allows(rules, at, hours=hours):
        return at.astimezone(UTC)
    day = at.astimezone(LONDON).date()
    if rules.last_day and day > rules.last_day:
        raise NoMoment("The last day on which we may reach them is over.")
    if hours and rules.windows is not None and not any(one.start < one.end for one in rules.windows):
        raise NoMoment("Their rules leave no day and no hour.")
    day = max(day, rules.quiet_until or day)
    for _ in range(_longest(rules)):
        if rules.last_day and day > rules.last_day:
            raise NoMoment("The last day on which we may reach them comes before their next hours.")
        found = [one for one in _openings(rules, day, hours=hours) if one >= at]
        open_then = [one for one in found if allows(rules, one, hours=hours)]
        if open_then:
            return min(open_then)
        day += DAY
    raise NoMoment("Their rules leave no day and no hour.")


def _in_time(rules: Rules, day: date) -> bool:
    return (rules.quiet_until or day) <= day <= (rules.last_day or day)


def _never(rules: Rules, day: date) -> bool:
    return day.isoformat() in rules.never_on or f"{day:%m-%d}" in rules.never_on


def _longest(rules: Rules) -> int:
    """Days to look at: each closed day can cost a week, and so can the clock's change (twice a year at most)."""
    return 7 * (len(rules.never_on) + 4)


def _openings(rules: Rules, day: date, *, hours: bool) -> list[datetime]:
    """Where a stretch of allowed moments can begin on this day."""
    windows = [Window(day.weekday(), 0, 24 * 60)] if rules.windows is None or not hours else rules.windows
    starts = [one.start for one in windows if one.day == day.weekday()]
    return [moment for start in starts for moment in _moments(day, start)] + _put_back_into(day)


def _put_back_into(day: date) -> list[datetime]:
    """When clocks go back they go back to one: into a window, perhaps, which had been over for the first time."""
    ones = _moments(day, 60)
    return ones if len(ones) > 1 else []


def _moments(day: date, minute: int) -> list[datetime]:
    """When the wall shows this minute: once, twice, or, in the missing hour, the first minute after it."""
    wall = datetime.combine(day, time(minute // 60, minute % 60), LONDON)
    found = {wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC)}
    real = [one for one in found if one.astimezone(LONDON).replace(tzinfo=None) == wall.replace(tzinfo=None)]
    if real:
        return real
    later = minute + 1
    return _moments(day, later) if later < 24 * 60 else []
