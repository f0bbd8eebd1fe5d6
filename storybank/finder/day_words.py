"""When: the words for a day in a finder's line. Pure; the day of asking is given."""

import re
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SOON = {"today": 0, "tonight": 0, "now": 0, "this evening": 0, "tomorrow": 1, "this week": 7, "next week": 14}
CLOCK = re.compile(r"^([01]?\d|2[0-3])[:.][0-5]\d\s*(am|pm)?$|^(1[0-2]|[1-9])\s*(am|pm)$")
ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
DAY_MONTH = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})$")
LONGEST_AHEAD = timedelta(days=366)


def day_of(text: str, *, today: date) -> date | None:
    """The last day that is meant, or None when the words name no day; a day gone by, or years ahead, is none."""
    words = " ".join(text.casefold().split())
    if words in SOON:
        return today + timedelta(days=SOON[words])
    if CLOCK.match(words):
        return today
    if words in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(words) - today.weekday()) % 7)
    found = _iso(words) or _day_and_month(words, today=today)
    return found if found and today <= found <= today + LONGEST_AHEAD else None


def _iso(words: str) -> date | None:
    match = ISO.match(words)
    return _made(*(int(part) for part in match.groups())) if match else None


def _day_and_month(words: str, *, today: date) -> date | None:
    match = DAY_MONTH.match(words)
    if match is None:
        return None
    month = next((n for n, name in enumerate(MONTHS, start=1) if name.startswith(match[2])), 0)
    found = _made(today.year, month, int(match[1]))
    if found and found < today:
        return _made(today.year + 1, month, int(match[1]))
    return found


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
