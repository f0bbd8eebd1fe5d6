"""Once a day one signed line over the heads of all chains, so that a whole file that disappears shows too.

The root speaks of the events up to a number below which nothing can appear any more, so it can be made again later,
however far the chains have grown. A new root is only written while the last one still holds.
"""

import hashlib
import logging
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import Max, OuterRef, Subquery

from consent.domain.record.journal_place import ONE, ROOT, catch_up
from consent.journal import book
from consent.journal.lines import Line
from consent.models import ConsentEvent, ConsentFile, JournalMark
from people import clock

log = logging.getLogger(__name__)
AT_ONCE = 5_000


@dataclass(frozen=True)
class Heads:
    """Of so many files, the digest of (file, number, hash) of each last event, in the order of the files' uids."""

    files: int
    sha256: str


class RootDiffers(RuntimeError):
    """What the last root says of the past is no longer so. Remedy: `manage.py audit_consent`, then ask who was here."""


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


def root_if_due() -> bool:
    """Write today's root, once. False when it is there already, or the database was too busy; tried again later."""
    today = clock.today()
    if JournalMark.objects.filter(pk=ONE, root_on=today).exists():
        return False
    before = last_root()
    if before is not None and not holds(before):
        raise RootDiffers("a file is missing or was changed since the last root in the stop journal")
    upto = _settled()
    if upto is None:
        return False
    found = heads(upto)
    says = {
        "kind": ROOT,
        "upto": upto,
        "files": found.files,
        "heads": found.sha256,
        "at": clock.now().astimezone(clock.UTC).isoformat(timespec="microseconds"),
    }
    with book.locked(), transaction.atomic():
        mark = catch_up()
        mark.move_to(book.add([says], after=mark.place))
        JournalMark.objects.filter(pk=ONE).update(root_on=today)
    return True


def root_quietly() -> bool:
    """For the clock job: what stands in the way is logged, and tried again the next time."""
    try:
        return root_if_due()
    except Exception:
        log.exception("the daily root could not be written into the stop journal")
        return False


def last_root() -> Line | None:
    """The newest root in the journal, every line before it checked. Raises `Broken`."""
    found = None
    for line in book.lines():
        if line.kind == ROOT:
            found = line
    return found


def holds(root: Line) -> bool:
    """Whether the files are still what the root says they were."""
    return heads_said(root) == heads(root.says["upto"])


def heads_said(root: Line) -> Heads:
    says: dict[str, Any] = root.says
    return Heads(files=says["files"], sha256=says["heads"])


def _settled() -> int | None:
    """A number below which no event can appear any more: writers are held off for an instant to learn it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET LOCAL lock_timeout = '1s'")
                cursor.execute("LOCK TABLE consent_consentevent IN SHARE MODE")
            return ConsentEvent.objects.aggregate(top=Max("id"))["top"] or 0
    except DatabaseError:
        log.warning("the database was too busy for the daily root; it is tried again")
        return None
