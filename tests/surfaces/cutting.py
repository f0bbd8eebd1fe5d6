"""The gate cut at its one narrow place, or broken there, for as long as a block lasts."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest

from consent.domain.clearance import granted
from people.prepared import Prepared

WHOLE = granted.standing_for_any_use


def nothing(at: datetime, *, path: str = "") -> dict[str, Any]:
    """Asks all that the gate asks, and one thing more that no clearance is."""
    return WHOLE(at, path=path) | {f"{path}pk__lt": 0}


def broken(at: datetime, *, path: str = "") -> dict[str, Any]:
    raise RuntimeError("the gate cannot be asked")


@contextmanager
def the_gate_is(way: Callable[..., dict[str, Any]]) -> Iterator[None]:
    """Queries that were put into words before are put into words again: in the block, and once more after it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(granted, "standing_for_any_use", way)
        _forget_the_words()
        yield
    _forget_the_words()


def _forget_the_words() -> None:
    for thing in gc.get_objects():
        if type(thing) is Prepared:
            thing._worded.clear()
