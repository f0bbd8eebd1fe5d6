"""Keep, warn, wait or act: one pure function of four facts. Any doubt, and anything fresh, keeps."""

from datetime import datetime, timedelta
from enum import StrEnum

GRACE = timedelta(days=30)
"""Between the warning and the act."""


class Step(StrEnum):
    KEEP = "keep"
    WARN = "warn"
    WAIT = "wait"
    ACT = "act"
    SPARE = "spare"  # it was warned about, and something fresh has happened: the warning is taken back


def decide(
    *, last: datetime, days: int, on: bool, warns: bool, warned_at: datetime | None, now: datetime
) -> Step:
    """`last` is the last sign of life; `days` how long it is kept after that; `warns`: somebody is told first."""
    fresh = warned_at is not None and last > warned_at
    if not on or fresh or now < last + timedelta(days=days):
        return Step.KEEP if warned_at is None else Step.SPARE
    if not warns:
        return Step.ACT
    if warned_at is None:
        return Step.WARN
    return Step.WAIT if now < warned_at + GRACE else Step.ACT
