"""Times as people here say them, the hours when nobody is disturbed, and clock times that do not exist."""

from datetime import date, datetime, time, timedelta

from django.utils import translation
from django.utils.formats import date_format

from people.clock import LONDON, UTC
from people.enums import Language

WAKES = time(8)
SLEEPS = time(20)
TO: dict[str, str] = {Language.ENGLISH: "to", Language.WELSH: "tan"}
AT: dict[str, str] = {Language.ENGLISH: "at", Language.WELSH: "am"}


class NoSuchTime(ValueError):
    """The clocks change in that night; the sentence asks for another time."""


def say_when(start: datetime, end: datetime, language: str = Language.ENGLISH) -> str:
    """“Tuesday 9 December 2026, 10:30 to 11:15”, in London; with both days when it goes past midnight."""
    first, last = start.astimezone(LONDON), end.astimezone(LONDON)
    until = f"{last:%H:%M}" if last.date() == first.date() else f"{say_day(last, language)}, {last:%H:%M}"
    return f"{say_day(first, language)}, {first:%H:%M} {TO[language]} {until}"


def say_moment(moment: datetime, language: str = Language.ENGLISH) -> str:
    here = moment.astimezone(LONDON)
    return f"{say_day(here, language)} {AT[language]} {here:%H:%M}"


def say_day(day: date, language: str = Language.ENGLISH) -> str:
    here = day.astimezone(LONDON) if isinstance(day, datetime) else day
    with translation.override(language):
        return date_format(here, "l j F Y")


def not_at_night(moment: datetime) -> datetime:
    """The moment itself between 8 and 20 o'clock in London, else the next 8 o'clock."""
    here = moment.astimezone(LONDON)
    if WAKES <= here.time() < SLEEPS:
        return moment
    day = here.date() if here.time() < WAKES else here.date() + timedelta(days=1)
    return datetime.combine(day, WAKES, LONDON).astimezone(UTC)


def in_london(day: date, at: time) -> datetime:
    """The clock time in London as a moment. Raises `NoSuchTime` where the clocks skip or repeat it."""
    local = datetime.combine(day, at, LONDON)
    if local.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchTime(
            "The clocks go forward in that night, so this time does not exist. Choose another time."
        )
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        raise NoSuchTime("The clocks go back in that night, so this time comes twice. Choose another time.")
    return local.astimezone(UTC)
