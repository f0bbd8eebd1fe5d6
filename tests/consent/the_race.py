"""Two acts at the same moment, on two real connections, in the order we choose."""

import time
from collections.abc import Callable
from contextvars import copy_context
from threading import Thread
from typing import Any

from django.db import connection, connections

from consent.domain.record.locking import locked

PATIENCE = 20
WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()
"""


class Runner(Thread):
    """One act on a connection of its own, at the same standing clock; keeps what came back or was raised."""

    def __init__(self, act: Callable[[], Any]) -> None:
        super().__init__(daemon=True)
        self.act, self.context = act, copy_context()
        self.answer: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.answer = self.context.run(self.act)
        except Exception as error:  # noqa: BLE001  # the test looks at it
            self.error = error
        finally:
            connections.close_all()


def race(*acts: Callable[[], Any], files: list[int]) -> list[Runner]:
    """Hold the files' locks until every act queues behind them, one after another; then let go and wait for all."""
    runners = [Runner(act) for act in acts]
    try:
        with locked(files):
            for number, runner in enumerate(runners, start=1):
                runner.start()
                until_waiting(number)
    finally:
        for runner in runners:
            if runner.ident is not None:
                runner.join(PATIENCE)
    assert not any(runner.is_alive() for runner in runners), "a race hangs: two acts wait for each other"
    return runners


def until_waiting(number: int) -> None:
    deadline = time.monotonic() + PATIENCE
    with connection.cursor() as cursor:
        while time.monotonic() < deadline:
            cursor.execute(
                "SELECT pg_stat_clear_snapshot()"
            )  # else a transaction sees the same moment for ever
            cursor.execute(WAITING)
            if cursor.fetchone()[0] >= number:
                return
            time.sleep(0.005)
    raise AssertionError("an act did not take the file's lock")
