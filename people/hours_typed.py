"""Days and hours between the way people tick and type them and the windows of the rules."""

import re
from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from people.domain.contact_rules import Window
from people.domain.saying_rules import clock_time

WEEKDAYS = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)
PARTS = (
    ("morning", gettext_lazy("Morning, 9 to 12"), 540, 720),
    ("afternoon", gettext_lazy("Afternoon, 12 to 5"), 720, 1020),
    ("evening", gettext_lazy("Evening, 5 to 8"), 1020, 1200),
)
HOURS = re.compile(
    r"(?:dydd\s+)?(\w+)[ ,]+(\d{1,2})(?:[:.](\d\d))?\s*(?:-|–|to|i|tan)\s*(\d{1,2})(?:[:.](\d\d))?",
    re.IGNORECASE,
)
DAY = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?", re.ASCII)
A_LEAP_YEAR = 2028


class NotRead(ValueError):
    """The message says how to write it."""


def ticked(days: Iterable[str], times: Iterable[str]) -> list[Window]:
    """Each day with each part of it."""
    ends = {key: (start, end) for key, _label, start, end in PARTS}
    return [Window(int(day), *ends[part]) for day in days for part in times]


def windows(text: str) -> tuple[Window, ...]:
    """ "Tuesday 10:30 to 12", one on a line. Raises `NotRead`."""
    return tuple(_window(line.strip()) for line in text.splitlines() if line.strip())


def closed_days(text: str) -> tuple[str, ...]:
    """ "14/03/2027, 25/12": by commas or lines. Raises `NotRead`."""
    parts = [part.strip() for part in re.split(r"[,;\n]", text)]
    return tuple(sorted({_closed(part) for part in parts if part}))


def as_typed(held: tuple[Window, ...]) -> tuple[list[str], list[str], str]:
    """The boxes that say the same, or else every window as a line."""
    days = sorted({str(one.day) for one in held})
    times = [
        key for key, _label, start, end in PARTS if any((one.start, one.end) == (start, end) for one in held)
    ]
    if sorted(ticked(days, times)) == sorted(held):
        return days, times, ""
    return [], [], "\n".join(_line(one) for one in held)


def day_as_typed(day: str) -> str:
    return "/".join(reversed(day.split("-")))


def _line(one: Window) -> str:
    hours = _("%(start)s to %(end)s") % {"start": clock_time(one.start), "end": clock_time(one.end)}
    return f"{WEEKDAYS[one.day]} {hours}"


def _days_called(begun: str) -> set[int]:
    """In either language, whatever the page is in: people write the days as they call them."""
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            names = [str(name).lower().removeprefix("dydd ") for name in WEEKDAYS]
        found |= {number for number, name in enumerate(names) if name.startswith(begun)}
    return found


def _window(line: str) -> Window:
    found = HOURS.fullmatch(line)
    begun = _days_called(found[1].lower()[:9]) if found else set()
    if found is None or len(begun) != 1 or len(found[1]) < 2:
        raise NotRead(_("Write each line like: Tuesday 10:30 to 12"))
    start = int(found[2]) * 60 + int(found[3] or 0)
    end = int(found[4]) * 60 + int(found[5] or 0)
    if not 0 <= start < end <= 24 * 60 or int(found[3] or 0) > 59 or int(found[5] or 0) > 59:
        raise NotRead(_("Write the earlier hour first, like: Tuesday 14:00 to 16:30"))
    return Window(begun.pop(), start, end)


def _closed(part: str) -> str:
    found = DAY.fullmatch(part)
    try:
        day = date(int(found[3] or A_LEAP_YEAR), int(found[2]), int(found[1])) if found else None
    except ValueError:
        day = None
    if found is None or day is None:
        raise NotRead(_("Write each day like 14/03/2027, or 25/12 for every year."))
    return day.isoformat() if found[3] else f"{day:%m-%d}"
