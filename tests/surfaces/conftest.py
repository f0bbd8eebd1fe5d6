"""The picture for links costs more than the rest of its page: the same seed, tints and title are drawn once a run."""

from collections.abc import Iterator
from functools import cache

import pytest

from storybank import art


@pytest.fixture(autouse=True, scope="session")
def each_picture_is_drawn_once() -> Iterator[None]:
    """It is made of nothing but these three, as `tests/storybank/test_art.py` holds."""
    patch = pytest.MonkeyPatch()
    patch.setattr(art, "card", cache(art.card))
    yield
    patch.undo()
