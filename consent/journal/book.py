"""The file itself: lines are added under a lock and reach the disk before anybody says so; none is ever changed.

What a crash left half written at the very end was never said to be there; the next writer takes it away.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from consent.journal.lines import Broken, Line, digest, read, written

LONGEST_LINE = 4096


@dataclass(frozen=True)
class Place:
    """A place between two lines: how many lines and bytes lie before it, and the hash of the last of them."""

    lines: int = 0
    size: int = 0
    last: str = ""


BEGINNING = Place()


def path() -> Path:
    return Path(settings.STOP_JOURNAL)


@contextmanager
def locked() -> Iterator[None]:
    """Only one writer at a time, of all processes that share the file."""
    path().parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path().with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def size() -> int:
    """Bytes of whole lines; 0 when there is no journal."""
    try:
        with path().open("rb") as file:
            return _whole(file.seek(0, os.SEEK_END), file)
    except FileNotFoundError:
        return 0


def line_ending_at(end: int) -> str:
    """The hash of the line that ends there; "" when none does. Reads one line, however long the journal is."""
    try:
        with path().open("rb") as file:
            start = max(0, end - LONGEST_LINE)
            file.seek(start)
            found = file.read(end - start)
    except FileNotFoundError:
        return ""
    if len(found) < end - start or not found.endswith(b"\n"):
        return ""
    return digest(found[found.rfind(b"\n", 0, len(found) - 1) + 1 :])


def lines(*, since: Place = BEGINNING) -> Iterator[Line]:
    """Every line after the place, each checked. Raises `Broken` at the first that is not as it was written."""
    try:
        file = path().open("rb")
    except FileNotFoundError:
        if since.lines:
            raise Broken("the stop journal is missing") from None
        return
    with file:
        end = _whole(file.seek(0, os.SEEK_END), file)
        if end < since.size:
            raise Broken("the stop journal is shorter than it was")
        file.seek(since.size)
        here = since
        while here.size < end:
            line = read(file.readline(), n=here.lines + 1, prev=here.last, start=here.size)
            here = Place(lines=line.n, size=line.end, last=line.hash)
            yield line


def add(said: list[dict[str, Any]], *, after: Place) -> Place:
    """Add lines at the end, which must be the given place, and wait for the disk. Call under `locked`.

    Raises OSError (a full disk) and leaves the journal as it was.
    """
    if not said:
        return after
    here, raw = after, b""
    for says in said:
        line = written(says, n=here.lines + 1, prev=here.last)
        raw += line
        here = Place(lines=here.lines + 1, size=here.size + len(line), last=digest(line))
    new = not path().exists()
    handle = os.open(path(), os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.ftruncate(handle, after.size)
        try:
            _write_all(handle, raw, at=after.size)
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, after.size)
            raise
    finally:
        os.close(handle)
    if new:
        _sync_folder(path().parent)
    return here


def _write_all(handle: int, raw: bytes, *, at: int) -> None:
    while raw:
        done = os.pwrite(handle, raw, at)
        raw, at = raw[done:], at + done


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _whole(end: int, file: Any) -> int:
    """Where the last whole line ends: what follows it was being written when the power went."""
    while end:
        start = max(0, end - LONGEST_LINE)
        file.seek(start)
        found = file.read(end - start).rfind(b"\n")
        if found >= 0:
            return int(start + found + 1)
        end = start
    return 0
