"""gunicorn with our pages, and its CPU time together with the database's, from the operating system's accounts."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
SECONDS_TO_START = 60
ONE_WORKER = ["--workers=1", "--threads=4", "--keep-alive=60", "--log-level=warning"]


@dataclass(frozen=True)
class Answered:
    """`cpu_ms` for one request, gunicorn and PostgreSQL together; `bytes` of its body over the wire."""

    name: str
    status: int
    cpu_ms: float
    bytes: int


class Server:
    """One worker with four threads, asked by one visitor on one kept connection."""

    def __init__(self, port: int, process: int) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.process = process

    def measure(self, name: str, path: str, *, times: int) -> Answered:
        """Warm: the page is asked five times before the clock starts."""
        for _ in range(5):
            status, size = self.get(path)
        began = self.cpu_seconds()
        for _ in range(times):
            self.get(path)
        return Answered(name, status, 1000 * (self.cpu_seconds() - began) / times, size)

    def measure_first(self, name: str, paths: list[str]) -> Answered:
        """Each is asked once, by a process that has served other pages and none of these."""
        began = self.cpu_seconds()
        answers = [self.get(path) for path in paths]
        cpu = 1000 * (self.cpu_seconds() - began) / len(paths)
        return Answered(name, answers[-1][0], cpu, answers[-1][1])

    def get(self, path: str) -> tuple[int, int]:
        """As a browser asks: it can unpack."""
        self.line.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = self.line.getresponse()
        return answer.status, len(answer.read())

    def cpu_seconds(self) -> float:
        return sum(map(cpu_seconds_of, [*_children_of(self.process), *_database_processes()]))


@contextmanager
def serving(*, bare: bool = False) -> Iterator[Server]:
    """Serves the test database, which must hold committed rows. `bare` leaves our middleware out."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    gunicorn = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "storybank.config.wsgi", *ONE_WORKER, f"--bind=127.0.0.1:{port}"],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tests.performance.settings",
            "DATABASE_URL": _address_of_test_database(),
            "BENCH_BARE": str(bare),
        },
    )
    try:
        _wait_for(port)
        yield Server(port, gunicorn.pid)
    finally:
        gunicorn.terminate()
        gunicorn.wait(SECONDS_TO_START)


def _address_of_test_database() -> str:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("gunicorn did not start")


def _children_of(process: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _database_processes() -> list[int]:
    """PostgreSQL's processes for connections other than ours; SQLite works inside gunicorn."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return [pid for (pid,) in cursor.fetchall()]


def cpu_seconds_of(process: int) -> float:
    """Nothing where the process is on another machine."""
    account = Path(f"/proc/{process}/stat")
    if not account.exists():
        return 0.0
    user, system = account.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / TICKS_PER_SECOND
