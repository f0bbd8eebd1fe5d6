"""Every test has a stop journal of its own: a database that is rolled back would find itself behind the last test's.

What a module's own fixtures wrote stays for the length of the module, as their rows do. The look at the journal is
taken for granted, or the first page of a test would cost one query more than the next.
"""

import shutil
import time
from collections.abc import Iterator

import pytest
from django.conf import settings

from consent.journal import book, memory

A_TEST = 3600


@pytest.fixture(autouse=True, scope="module")
def a_journal_for_the_module() -> Iterator[None]:
    yield
    shutil.rmtree(settings.STOP_JOURNAL.parent, ignore_errors=True)


@pytest.fixture(autouse=True)
def a_journal_of_its_own(a_journal_for_the_module: None) -> Iterator[None]:
    memory.keep(A_TEST, since=time.monotonic())
    before = book.path().read_bytes() if book.path().exists() else None
    yield
    shutil.rmtree(settings.STOP_JOURNAL.parent, ignore_errors=True)
    if before is not None:
        settings.STOP_JOURNAL.parent.mkdir(parents=True)
        settings.STOP_JOURNAL.write_bytes(before)
    memory.keep(A_TEST, since=time.monotonic())
