"""The hours of a helpline as staff type them, one line for each kind of day, and what they mean.

    Monday to Friday 9:00-20:00
    Saturday, Sunday 10-15
    Bank holidays closed

What ends earlier than it begins runs past midnight: "Every day 18-2". "Always" is day and night, every day of the
year.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

DAY = 24 * 60
WEEK = range(7)
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ALWAYS, EVERY_DAY, HOLIDAYS, CLOSED, AS_USUAL = "always", "every day", "bank holidays", "closed", "as usual"
TIME = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?"
SPAN = re.compile(rf"{TIME}\s*(?:-|–|—|to)\s*{TIME}", re.IGNORECASE)
LINE = re.compile(r"^(?P<days>[a-z ,&]*?)[\s:]*(?P<rest>\d.*|closed|as usual)$")
NOON, LAST_HOUR, LAST_MINUTE = 12, 24, 59


class HoursNotClear(ValueError):
    """Hours that were typed and cannot be understood; the message quotes the line and says how to type it."""


@dataclass(frozen=True, order=True)
class Span:
    """Minutes after midnight; `end` is later than `start` and goes past 1440 where it runs into the next day."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Opening:
    """Spans by weekday, Monday first. `holidays` is None where nobody has said what happens on bank holidays."""

    week: tuple[Spans, ...]
    holidays: Spans | None = None
    usual_on_holidays: bool = False

    @property
    def always(self) -> bool:
        return self.usual_on_holidays and all(day == (Span(0, DAY),) for day in self.week)


@lru_cache(maxsize=512)
def opening(typed: str) -> Opening | None:
    """What was typed; None where nothing was. Raises HoursNotClear."""
    lines = [line for line in (_plain(part) for part in re.split(r"[\n;]", typed)) if line]
    if not lines:
        return None
    if lines == [ALWAYS]:
        return Opening(week=((Span(0, DAY),),) * 7, usual_on_holidays=True)
    week: list[list[Span]] = [[] for _ in WEEK]
    holidays: Spans | None = None
    usual = False
    for line in lines:
        days, rest = _parts(line)
        if days == HOLIDAYS:
            usual = rest == AS_USUAL
            holidays = None if usual else _spans(rest, line)
            continue
        for day in _days(days, line):
            week[day] += _spans(rest, line)
    if not any(week):
        raise HoursNotClear("There is no day on which anybody answers.")
    return Opening(week=tuple(_tidy(day) for day in week), holidays=holidays, usual_on_holidays=usual)


def _plain(line: str) -> str:
    line = re.sub(r"(?<=\d)\.(?=\d)", ":", line.lower()).replace(".", " ")
    line = re.sub(r"(?<=[a-z])\s*[-–—]\s*(?=[a-z])", " to ", line)
    return " ".join(line.strip(" :,").split())


def _parts(line: str) -> tuple[str, str]:
    found = LINE.match(line)
    if found is None:
        raise HoursNotClear(f"We cannot read “{line[:60]}”. Write a line like: Monday to Friday 9:00-17:00")
    return found["days"].strip(), found["rest"].strip()


def _days(words: str, line: str) -> list[int]:
    if words in ("", EVERY_DAY, "daily"):
        return list(WEEK)
    days: list[int] = []
    for part in re.split(r",|&|\band\b", words):
        first, to, last = part.strip().partition(" to ")
        start = _day(first, line)
        end = _day(last, line) if to else start
        days += [number % 7 for number in range(start, end + (7 if end < start else 0) + 1)]
    return sorted(set(days))


def _day(word: str, line: str) -> int:
    word = word.strip().removesuffix("s")
    found = [number for number, name in enumerate(NAMES) if len(word) > 2 and name.startswith(word)]
    if len(found) != 1:
        raise HoursNotClear(f"We do not know the day in “{line[:60]}”. Write days like: Monday to Friday")
    return found[0]


def _spans(words: str, line: str) -> Spans:
    if words == CLOSED:
        return ()
    found = list(SPAN.finditer(words))
    if not found or SPAN.sub("", words).replace("and", "").strip(" ,&"):
        raise HoursNotClear(f"We cannot read the hours in “{line[:60]}”. Write hours like: 9:00-17:00")
    return tuple(_span(one, line) for one in found)


def _span(found: re.Match[str], line: str) -> Span:
    start, end = _minutes(*found.groups()[:3], line=line), _minutes(*found.groups()[3:], line=line)
    halves = {bool(found[3]), bool(found[6])}
    if len(halves) > 1 or (halves == {False} and end < start <= NOON * 60):
        raise HoursNotClear(f"Morning or evening? Write “{line[:60]}” like 9:00-17:00, or like 9am-5pm.")
    if start in (end, DAY):
        raise HoursNotClear(f"In “{line[:60]}” it ends when it begins. A whole day is 0-24.")
    return Span(start, end if end > start else end + DAY)


def _minutes(hour: str, minute: str | None, half: str | None, *, line: str) -> int:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= NOON:
            raise HoursNotClear(f"There is no such time in “{line[:60]}”. Write hours like: 9:00-17:00")
        hours = hours % NOON + (NOON if half.lower() == "pm" else 0)
    if minutes > LAST_MINUTE or hours * 60 + minutes > LAST_HOUR * 60:
        raise HoursNotClear(f"There is no such time in “{line[:60]}”. Write hours like: 9:00-17:00")
    return hours * 60 + minutes


def _tidy(spans: list[Span]) -> Spans:
    """In order, those that touch or overlap as one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)
