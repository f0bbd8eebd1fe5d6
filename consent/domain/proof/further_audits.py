"""What the rooms above add to the audit: they know surfaces that this room must not know."""

from collections.abc import Callable, Iterator

from consent.domain.proof.drift import Drift

Progress = Callable[[int, int], None]
"""Told now and then how much is done, and of how much."""
FurtherAudit = Callable[[Progress], Iterator[Drift]]

_further: dict[str, FurtherAudit] = {}


def register(name: str, check: FurtherAudit) -> None:
    """Called by a room's `apps.py`; `name` says on the progress bar what is looked at."""
    _further[name] = check


def further() -> dict[str, FurtherAudit]:
    """By name, in the order in which the rooms added them."""
    return dict(_further)
