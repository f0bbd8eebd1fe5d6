"""Every test has a stop journal of its own: a database that is rolled back would find itself behind the last test's.

The look at it is taken for granted, or the first page of a test would cost one query more than the next.
"""

import shutil
import time
from collections.abc import Iterator

import pytest
from django.conf import settings

from consent.journal import memory

A_TEST = 3600


@pytest.fixture(autouse=True)
def a_journal_of_its_own() -> Iterator[None]:
    memory.keep(A_TEST, since=time.monotonic())
    yield
    shutil.rmtree(settings.STOP_JOURNAL.parent, ignore_errors=True)
    memory.keep(A_TEST, since=time.monotonic())
