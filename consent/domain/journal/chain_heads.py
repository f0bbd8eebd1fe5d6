"""The heads of all chains at once, as they were when a certain event was the last: what a daily root is signed over."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from consent.journal.lines import Line
from consent.models import ConsentEvent, ConsentFile

AT_ONCE = 5_000


@dataclass(frozen=True)
class Heads:
    """Of so many files, the digest of (file, number, hash) of each last event, in the order of the files' uids."""

    files: int
    sha256: str


def heads(upto: int) -> Heads:
    """As they were when the event of that number was the last one. Streamed: memory stays flat."""
    last = ConsentEvent.objects.filter(file=OuterRef("pk"), id__lte=upto).order_by("-seq")
    rows = (
        ConsentFile.objects.annotate(last_seq=Subquery(last.values("seq")[:1]))
        .annotate(last_hash=Subquery(last.values("hash")[:1]))
        .filter(last_seq__isnull=False)
        .order_by("uid")
        .values_list("uid", "last_seq", "last_hash")
    )
    count, sum_of_all = 0, hashlib.sha256()
    for uid, seq, hashed in rows.iterator(chunk_size=AT_ONCE):
        sum_of_all.update(f"{uid.hex} {seq} {hashed}\n".encode())
        count += 1
    return Heads(files=count, sha256=sum_of_all.hexdigest())


def holds(root: Line) -> bool:
    """Whether the files are still what the root says they were."""
    return heads_said(root) == heads(root.says["upto"])


def heads_said(root: Line) -> Heads:
    says: dict[str, Any] = root.says
    return Heads(files=says["files"], sha256=says["heads"])
