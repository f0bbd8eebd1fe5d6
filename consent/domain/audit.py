"""The audit: recompute everything from the events, walk every chain, list whatever does not agree.

Reads only. Memory stays flat: a few hundred files at a time.
"""

from collections.abc import Callable, Iterator

from django.db.models import Exists, OuterRef, Sum

from consent.domain.audit_events import chunks
from consent.domain.audit_files import audit_files
from consent.domain.audit_notices import notices
from consent.domain.drift import Drift
from consent.guards import expected, standing
from consent.models import ConsentEvent, ConsentFile

Progress = Callable[[int, int], None]
"""Told now and then how many events are done, and of how many."""


def audit(*, progress: Progress | None = None) -> Iterator[Drift]:
    """Every drift in the house; nothing when all is well."""
    yield from guards()
    yield from notices()
    yield from files(progress or (lambda done, total: None))
    yield from strays()


def guards() -> Iterator[Drift]:
    for name in sorted(expected() - standing()):
        yield Drift("database", f"the guard {name} is missing")


def files(progress: Progress) -> Iterator[Drift]:
    """File by file: chain, permissions, all other rows, clearances."""
    total = ConsentFile.objects.aggregate(total=Sum("head_seq"))["total"] or 0
    done = 0
    progress(done, total)
    for some in chunks():
        yield from audit_files(some)
        done += sum(file.head_seq for file in some)
        progress(done, max(done, total))


def strays() -> Iterator[Drift]:
    """Events whose file is gone."""
    orphans = ConsentEvent.objects.filter(~Exists(ConsentFile.objects.filter(pk=OuterRef("file_id"))))
    for file_id in orphans.order_by("file_id").values_list("file_id", flat=True).distinct():
        yield Drift("events", f"the file {file_id} that they belong to is gone")
