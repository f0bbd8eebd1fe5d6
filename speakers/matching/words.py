"""How matching says days, counts and lists in plain English, in the United Kingdom's time."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def local_day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


def say_day(day: date | datetime) -> str:
    when = local_day(day) if isinstance(day, datetime) else day
    return f"{when.day} {when:%B %Y}"


def say_count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def say_list(things: Iterable[str]) -> str:
    ordered = list(things)
    return ordered[0] if len(ordered) == 1 else f"{', '.join(ordered[:-1])} and {ordered[-1]}"


def first_day_from(moment: datetime, *, like: datetime) -> datetime:
    """The first day from `like` on, at its own clock time in London, that is not before `moment`. In UTC."""
    clock = like.astimezone(LONDON)
    then = clock + timedelta(days=max(0, (moment.astimezone(LONDON).date() - clock.date()).days))
    late_enough = then if then >= moment else then + timedelta(days=1)
    return late_enough.astimezone(UTC)
