"""The one clock of the house. Rules ask `now()`, so the demo and the tests can move time without touching rows.

The offset lives in a small file under VAR_DIR, because the web process and the commands must agree on it.
Where `CLOCK_CAN_MOVE` is off (production), the offset is never read.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

LONDON = ZoneInfo("Europe/London")
UTC = ZoneInfo("UTC")


_standing_at: ContextVar[datetime | None] = ContextVar("standing_at", default=None)


class ClockIsFixed(RuntimeError):
    """Someone tried to move the clock where it must not move. Remedy: use the local settings."""


def now() -> datetime:
    """The present moment, aware, in UTC."""
    if not settings.CLOCK_CAN_MOVE:
        return timezone.now()
    return _standing_at.get() or timezone.now() + offset()


def today() -> date:
    """The calendar day in the United Kingdom."""
    return now().astimezone(LONDON).date()


def offset() -> timedelta:
    """How far the demo's clock runs ahead of the real one."""
    try:
        return timedelta(seconds=json.loads(_file().read_text())["ahead_seconds"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return timedelta()


def forward(by: timedelta) -> None:
    """Move the clock ahead. Only forward: nothing in the house may see time run back."""
    _refuse_if_fixed()
    if by < timedelta():
        raise ValueError("the clock moves forward only; reset() puts it back")
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().write_text(json.dumps({"ahead_seconds": (offset() + by).total_seconds()}))


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the clock stand at `moment` inside the block (this thread only): for demo histories and tests."""
    _refuse_if_fixed()
    token = _standing_at.set(moment)
    try:
        yield
    finally:
        _standing_at.reset(token)


def reset() -> None:
    """Back to the real time; only for starting the demo afresh."""
    _refuse_if_fixed()
    _file().unlink(missing_ok=True)


def _file() -> Path:
    return Path(settings.VAR_DIR) / "clock.json"


def _refuse_if_fixed() -> None:
    if not settings.CLOCK_CAN_MOVE:
        raise ClockIsFixed("the clock moves only under local and test settings")
