"""The files and events as the audit reads them: a few hundred files at a time, events as a stream, one moment each.

Memory does not grow with the house, nor with the length of one file's chain.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, cast

from django.db import connection, transaction

from consent.domain.clearance.grounds import Grounds, grounds_of
from consent.models import Clearance, ConsentEvent, ConsentFile

MOST_FILES = 500
MOST_EVENTS = 6_000
"""In one chunk; a longer chain is a chunk of its own."""
AT_ONCE = 3_000
"""Events fetched from the database at a time."""


class Told(NamedTuple):
    """One event, with the names of the model's columns."""

    id: int
    file_id: int
    permission_id: int | None
    seq: int
    kind: str
    actor_id: int | None
    method: str
    at: datetime
    recorded_at: datetime
    recorded_by_id: int | None
    data: Any
    prev_hash: str
    hash: str

    @property
    def as_event(self) -> ConsentEvent:
        """For the pure functions of ledger and projection, which look at these columns only."""
        return cast("ConsentEvent", self)


@dataclass
class Chunk:
    """Some files and everything the audit needs of them, beside their events."""

    files: list[ConsentFile]
    grounds: dict[int, Grounds]
    clearances: dict[int, list[Clearance]]

    @property
    def ids(self) -> list[int]:
        return [file.pk for file in self.files]


def chunks() -> Iterator[list[ConsentFile]]:
    """All files by ascending id, cut so that no chunk is heavy."""
    some: list[ConsentFile] = []
    weight, last = 0, 0
    while page := list(ConsentFile.objects.filter(id__gt=last).order_by("id")[:MOST_FILES]):
        last = page[-1].pk
        for file in page:
            if some and (len(some) >= MOST_FILES or weight + file.head_seq > MOST_EVENTS):
                yield some
                some, weight = [], 0
            some.append(file)
            weight += file.head_seq
    if some:
        yield some


@contextmanager
def one_moment() -> Iterator[None]:
    """Whatever is read in the block is of one moment, so that an act in between is not mistaken for a drift."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def read(files: list[ConsentFile]) -> Chunk:
    """The files afresh (heads move), with their rows."""
    ids = [file.pk for file in files]
    now = list(ConsentFile.objects.filter(id__in=ids).order_by("id"))
    clearances: dict[int, list[Clearance]] = {}
    for row in Clearance.objects.filter(file__in=ids).order_by("id"):
        clearances.setdefault(row.file_id, []).append(row)
    return Chunk(files=now, grounds=grounds_of(now), clearances=clearances)


def told(ids: list[int]) -> Iterator[Told]:
    """Every event of these files, file by file in ascending id, in the order of the chain."""
    rows = ConsentEvent.objects.filter(file__in=ids).order_by("file_id", "seq").values_list(*Told._fields)
    return map(Told._make, rows.iterator(chunk_size=AT_ONCE))
