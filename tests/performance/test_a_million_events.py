"""A million events are audited in under two minutes, and memory stays where it is; CI does a sample of it."""

import gc
import resource
import time
import tracemalloc
from functools import partial
from pathlib import Path

import pytest
from django.db import connection

from consent.domain.proof import audit_events
from consent.domain.proof.audit import audit, files, stages
from tests.performance.many_events import write_events

MILLION = 1_000_000
SECONDS = 120
A_SAMPLE = 1_200
"""CI's N; it looks at N and at 4 N. What is read at once is made as much smaller, so that N is twice that."""
A_TENTH = {"MOST_EVENTS": 600, "AT_ONCE": 300}
MEGABYTE = 1024 * 1024


@pytest.fixture
def in_small_parts(monkeypatch):
    for name, number in A_TENTH.items():
        monkeypatch.setattr(audit_events, name, number)


def peak_of_an_audit() -> int:
    """Bytes of Python objects at the highest moment of an audit, above where it began."""
    gc.collect()
    tracemalloc.start()
    assert list(audit()) == []
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


@pytest.mark.django_db
def test_four_times_the_events_need_no_more_memory(in_small_parts, monkeypatch):
    """Measured: the same on PostgreSQL, a fifth more on SQLite; read all at once, four times as much and more."""
    write_events(A_SAMPLE)
    once = peak_of_an_audit()
    write_events(A_SAMPLE * 3)

    four_times = peak_of_an_audit()
    monkeypatch.setattr(audit_events, "MOST_EVENTS", A_SAMPLE * 8)
    all_at_once = peak_of_an_audit()

    print(f"\n{A_SAMPLE:,} events: {once:,} bytes; four times: {four_times:,}; at once: {all_at_once:,}")
    assert four_times < 1.5 * once
    assert all_at_once > 3 * once


@pytest.mark.django_db
def test_progress_counts_events_up_to_all_of_them(in_small_parts):
    written = write_events(A_SAMPLE)
    steps = []

    assert list(files(lambda done, total: steps.append((done, total)))) == []

    assert (steps[0], steps[-1]) == ((0, written), (written, written))
    assert sorted(steps) == steps


@pytest.mark.deep
@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_million_events_in_two_minutes_and_in_constant_memory():
    """Our own CPU time, which a busy machine does not stretch; a quiet one needs little more on the wall.

    Memory is the whole process's, looked at after each part: what all of them need, a quarter needed too.
    """
    write_events(MILLION)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    gc.collect()
    looks: list[tuple[int, int]] = []
    began, cpu = time.monotonic(), time.process_time()

    drifts = [
        drift
        for name, look in stages(only_ours=True).items()
        for drift in look(partial(note_memory, looks if name == "events" else []))
    ]
    wall, ours = time.monotonic() - began, time.process_time() - cpu
    quarter = max(held for done, held in looks if done <= MILLION / 4)
    whole = max(held for _, held in looks)
    print(
        f"\n{MILLION:,} events: {ours:.0f} s of CPU, {wall:.0f} s on the wall;"
        f" {quarter // MEGABYTE} MB after a quarter, {whole // MEGABYTE} MB at most"
    )

    assert drifts == []
    assert ours < SECONDS
    assert whole < quarter + 16 * MEGABYTE


def note_memory(looks: list[tuple[int, int]], done: int, _: int) -> None:
    """Resident memory of this process, after so many events."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    looks.append((done, pages * resource.getpagesize()))
