"""We are mending something: everybody meets a page that says so, but whoever wants to stop, and staff.

A sign in VAR_DIR (`manage.py maintenance on`) holds for every process that shares the folder, from the next request on
and without a restart. `MAINTENANCE=1` in the environment holds for a server as long as it runs, whatever the sign says.
It closes doors only: the gate, the clock job and the worker go on, so that a stop made meanwhile is dark at once.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from people import clock

LONGEST = 7 * 24 * 60
"""Minutes. Who needs longer says so again: a forgotten sign must not close a house for good."""
SAID_NOTHING, SHORTEST, AT_MOST = 600, 30, 3600
"""Seconds after which browsers and crawlers are asked to try again."""


class TooLong(ValueError):
    """More than a week, or no time at all. Remedy: say a shorter time, and say it again later."""


@dataclass(frozen=True)
class Mending:
    """`until`: when we think that it is over; None where nobody said."""

    until: datetime | None = None

    @property
    def over(self) -> bool:
        """The time that was said has passed."""
        return self.until is not None and self.until <= clock.now()

    def try_again_in(self) -> int:
        """Seconds. When the time that was said is over, and it still goes on: soon."""
        if self.until is None:
            return SAID_NOTHING
        left = round((self.until - clock.now()).total_seconds())
        return min(max(left, SHORTEST), AT_MOST)


def begin(*, minutes: int | None = None) -> Mending:
    if minutes is not None and not 0 < minutes <= LONGEST:
        raise TooLong(f"Say between 1 and {LONGEST} minutes.")
    until = clock.now() + timedelta(minutes=minutes) if minutes else None
    _sign().parent.mkdir(parents=True, exist_ok=True)
    _sign().write_text(json.dumps({"until": until.isoformat() if until else None}), encoding="utf-8")
    return Mending(until)


def end() -> None:
    _sign().unlink(missing_ok=True)


def going_on() -> Mending | None:
    """None in ordinary times. A sign that cannot be read is a sign all the same."""
    try:
        written = _sign().read_text(encoding="utf-8")
    except FileNotFoundError:
        return Mending() if settings.MAINTENANCE else None
    except (OSError, UnicodeDecodeError):
        return Mending()
    try:
        until = json.loads(written)["until"]
        return Mending(datetime.fromisoformat(until) if until else None)
    except (ValueError, KeyError, TypeError):
        return Mending()


def _sign() -> Path:
    return Path(settings.VAR_DIR) / "maintenance.json"
