"""Working days in England and Wales: Monday to Friday without bank holidays, for the clocks of promises.

The days follow the rule of the Banking and Financial Dealings Act 1971, with the substitutes that are proclaimed each
year by custom. A day proclaimed once (a jubilee, a funeral) is not known here: the clock then runs a day too early,
never too late.
"""

from datetime import date, datetime, time, timedelta
from functools import cache

from people import clock

END_OF_DAY = time(17, 0)


def add_working_days(since: datetime, days: int) -> datetime:
    """Five in the afternoon of the day that is so many working days after the one of `since`."""
    day = since.astimezone(clock.LONDON).date()
    left = days
    while left > 0:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return datetime.combine(day, END_OF_DAY, tzinfo=clock.LONDON).astimezone(clock.UTC)


def working_days_between(since: datetime, until: datetime) -> int:
    """How many working days begin after the day of `since` and no later than that of `until`."""
    first, last = (moment.astimezone(clock.LONDON).date() for moment in (since, until))
    days = ((last - first).days if last > first else 0) + 1
    return sum(is_working_day(first + timedelta(days=number)) for number in range(1, days))


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays(day.year)  # Saturday


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The eight of England and Wales; one that falls on a weekend moves to the next weekday that is free."""
    easter = _easter(year)
    fixed = [
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        _monday(date(year, 5, 1)),
        _monday(date(year, 5, 25)),
        _monday(date(year, 8, 25)),
    ]
    found = set(fixed)
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        found.add(_free(day, found))
    return frozenset(found)


def _free(day: date, taken: set[date]) -> date:
    while day.weekday() > 4 or day in taken:  # Friday
        day += timedelta(days=1)
    return day


def _monday(day: date) -> date:
    """The first Monday on or after the day."""
    return day + timedelta(days=-day.weekday() % 7)


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    last = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * last) // 451
    month, day = divmod(h + last - 7 * m + 114, 31)
    return date(year, month, day + 1)
