"""`make bench`, third part: the finder over thousands of stories, in queries and CPU time. It fails nothing."""

import json
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people import clock
from storybank.finder.rows import rows_of
from storybank.finder.searching import find
from tests.factories import press
from tests.performance.many_choices import ask_everybody_for_the_press
from tests.performance.server import cpu_seconds_of
from tests.performance.test_finder import QUESTIONS

SIZES = (1_000, 10_000)
TIMES = 10
KEPT = Path("var/bench-finder.json")


@pytest.mark.django_db(transaction=True)  # the demo acts after commits
def test_the_finder_as_the_house_grows():
    marcus, rows = press.comms(), []
    print(
        f"\nThe finder on {connection.vendor}: mean of {TIMES}, warm; CPU of ours and of the database for one question"
    )
    print(
        f"{'stories':>9}  {'asked for':<20}{'queries':>8}{'ours ms':>9}{'database ms':>13}   use now, ring first, no"
    )
    for size in SIZES:
        call_command("load_demo", stories=size, verbosity=0)
        ask_everybody_for_the_press()
        rows += [measured(size, name, asked, marcus) for name, asked in QUESTIONS.items()]
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(rows, indent=2))


def measured(size, name, asked, by):
    answered(asked, by)
    with CaptureQueriesContext(connection) as queries:
        found = answered(asked, by)
    database, ours = cpu_seconds_of(backend()), time.process_time()
    for _ in range(TIMES):
        answered(asked, by)
    row = {
        "stories": size,
        "what": name,
        "queries": len(queries),
        "ours_ms": 1e3 * (time.process_time() - ours) / TIMES,
        "database_ms": 1e3 * (cpu_seconds_of(backend()) - database) / TIMES,
        "piles": [len(found.now), len(found.ring), len(found.no)],
    }
    print(
        f"{size:>9,}  {name:<20}{row['queries']:>8}{row['ours_ms']:>9.0f}{row['database_ms']:>13.0f}   {row['piles']}"
    )
    return row


def answered(asked, by):
    """The question and the fifteen of each pile that are shown."""
    at = clock.now()
    found = find(asked, by=by, at=at)
    rows_of([*found.now[:15], *found.ring[:15], *found.no[:15]], at=at)
    return found


def backend() -> int:
    """The database's process for our connection; SQLite works inside ours, which is counted once."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]
