"""A day that has been, as far as somebody knows it: a year, perhaps a month, perhaps a day."""

from calendar import monthrange

from people import clock

OLDEST_YEAR = 1900


def in_the_calendar(year: int, month: int | None, day: int | None) -> bool:
    if not (OLDEST_YEAR <= year <= 9999 and 1 <= (month or 1) <= 12):  # months of a year
        return False
    return 1 <= (day or 1) <= monthrange(year, month or 1)[1]


def has_been(year: int, month: int | None, day: int | None) -> bool:
    """Today counts. Of a year or a month the first day is enough."""
    today = clock.today()
    return (year, month or 1, day or 1) <= (today.year, today.month, today.day)
