"""Bank holidays of the four nations, as far as a rule gives them: on such a day a helpline may keep other hours.

England and Wales as in `people.working_days`; Scotland and Northern Ireland by the Banking and Financial Dealings
Act 1971, the St Andrew's Day Bank Holiday (Scotland) Act 2007 and what is proclaimed each year by custom.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from people.enums import Nation
from people.working_days import bank_holidays

MONDAY, AUGUST, SPRING = 0, 8, (3, 4)


def holidays(nation: str, year: int) -> frozenset[date]:
    if nation == Nation.SCOTLAND:
        return _scotland(year)
    if nation == Nation.NORTHERN_IRELAND:
        return _northern_ireland(year)
    return bank_holidays(year)


def holiday_in(day: date, nations: Iterable[str]) -> tuple[bool, bool]:
    """Whether the day is a bank holiday in any of the nations, and whether in all of them."""
    found = [day in holidays(nation, day.year) for nation in nations]
    return any(found), bool(found) and all(found)


@cache
def _scotland(year: int) -> frozenset[date]:
    """No Easter Monday and no last Monday of August; the second of January, the first Monday of August, St Andrew."""
    found = {day for day in bank_holidays(year) if not (day.weekday() == MONDAY and _not_scottish(day))}
    first = date(year, 8, 1)
    found.add(first + timedelta(days=-first.weekday() % 7))
    for day in (date(year, 1, 2), date(year, 11, 30)):
        found.add(_free(day, found))
    return frozenset(found)


def _not_scottish(day: date) -> bool:
    return day.month in SPRING or day.month == AUGUST


@cache
def _northern_ireland(year: int) -> frozenset[date]:
    found = set(bank_holidays(year))
    for day in (date(year, 3, 17), date(year, 7, 12)):
        found.add(_free(day, found))
    return frozenset(found)


def _free(day: date, taken: set[date]) -> date:
    """The day itself, or the next weekday that is no holiday already."""
    while day.weekday() > 4 or day in taken:  # Friday
        day += timedelta(days=1)
    return day
