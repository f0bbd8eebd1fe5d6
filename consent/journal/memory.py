"""Until when this process may take it for granted that database and journal agree. Knows no table."""

import time

_well_until = 0.0


def is_fresh() -> bool:
    return time.monotonic() < _well_until


def keep(seconds: float, *, since: float) -> None:
    global _well_until  # noqa: PLW0603  # one number for the whole process
    _well_until = since + seconds


def forget() -> None:
    """Look again before the next answer."""
    keep(0.0, since=0.0)
