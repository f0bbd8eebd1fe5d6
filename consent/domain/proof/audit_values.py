"""Values that the audit compares more kindly than `==` would."""

from datetime import datetime, timedelta
from typing import Any

A_MOMENT = timedelta(minutes=1)


class Near:
    """Equal to any time within a minute: a row and its event are written one after the other."""

    def __init__(self, at: datetime | None) -> None:
        self.at = at

    def __eq__(self, other: object) -> bool:
        theirs = other.at if isinstance(other, Near) else other
        if isinstance(theirs, Unsaid):
            return True
        if self.at is None or theirs is None:
            return self.at is theirs
        return isinstance(theirs, datetime) and abs(self.at - theirs) <= A_MOMENT

    __hash__ = None  # type: ignore[assignment]  # what is only near has no hash


class Between:
    """Equal to any time from the one to the other, a minute of grace on both sides."""

    def __init__(self, since: datetime, until: datetime) -> None:
        self.since, self.until = since - A_MOMENT, until + A_MOMENT

    def __eq__(self, other: object) -> bool:
        return isinstance(other, datetime) and self.since <= other <= self.until

    __hash__ = None  # type: ignore[assignment]  # a span of time has no hash


class Unsaid:
    """Equal to anything: older events did not speak of it."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]  # equal to everything, so no hash fits


UNSAID = Unsaid()
GONE = "\x00erased"
"""What a row shows where somebody's words were overwritten at their asking."""


class OrGone:
    """The value, or that it was erased since: only an event of erasing lets a row say that."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return other == GONE or other == self.value

    __hash__ = None  # type: ignore[assignment]  # two values at once have no hash


def said(data: Any, name: str) -> Any:
    """What the event says of it; anything at all when it does not speak of it."""
    return data.get(name, UNSAID)
