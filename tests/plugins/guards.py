"""A test database that is emptied between tests needs its append-only guards down for exactly that moment."""

from collections.abc import Iterator

import pytest
from django.test import TransactionTestCase

from consent import guards
from storybank import guards as live_guard


@pytest.fixture(autouse=True, scope="session")
def guards_down_only_while_emptying() -> Iterator[None]:
    empty = TransactionTestCase._fixture_teardown

    def teardown(case: TransactionTestCase) -> None:
        with guards.lifted():
            empty(case)
        live_guard.install()

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = empty
