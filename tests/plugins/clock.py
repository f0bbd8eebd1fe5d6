"""Whoever moves the house's clock moves it for one test."""

from collections.abc import Iterator

import pytest

from people import clock


@pytest.fixture(autouse=True)
def ends_in_the_real_hour() -> Iterator[None]:
    yield
    clock.reset()
