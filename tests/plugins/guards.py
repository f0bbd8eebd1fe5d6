"""Tests that really commit: afterwards the database is emptied and gets back what the migrations had put there.

The append-only guards are down for exactly that moment. Django's own way (serialized rollback) fills the database
before such a test and only where the test asks for it; whatever runs next, or a database kept with --reuse-db, would
find neither root page nor roles, and rows that refuse changes would be written twice.
"""

import time
from collections.abc import Iterator

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.test import TransactionTestCase

from consent import guards
from storybank import guards as live_guard
from tests.plugins.migrated_rows import MigratedRows

AS_MIGRATED: dict[str, MigratedRows] = {}


@pytest.fixture(autouse=True, scope="session")
def database_as_migrated_after_every_test() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_setup", classmethod(_remember))
    patch.setattr(TransactionTestCase, "_fixture_teardown", _empty_and_put_back)
    yield
    patch.undo()


def _remember(case: type[TransactionTestCase]) -> None:
    """Before the first such test the database is still as the migrations left it: others have rolled back."""
    for alias in case._databases_names(include_mirrors=False):
        if alias not in AS_MIGRATED:
            AS_MIGRATED[alias] = MigratedRows(alias)


def _empty_and_put_back(case: TransactionTestCase) -> None:
    for alias in case._databases_names(include_mirrors=False):
        live_guard.lift(alias)
        with guards.lifted(alias):
            _empty(alias)
            AS_MIGRATED[alias].put_back()
        live_guard.install(alias)


def _empty(alias: str) -> None:
    """A browser's last request may still read while the tables are emptied: then the database asks to try again."""
    for patience in (0.5, 1, 2, 4):
        try:
            _flush(alias)
        except CommandError:
            connections[alias].close()
            time.sleep(patience)
        else:
            return
    _flush(alias)


def _flush(alias: str) -> None:
    call_command(
        "flush",
        verbosity=0,
        interactive=False,
        database=alias,
        inhibit_post_migrate=True,
        reset_sequences=False,  # or the next new row would take the number of one that was put back
    )
