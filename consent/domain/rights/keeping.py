"""What of the consent room is old: files in which nothing stands, and words of complaints and concerns long over."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Max

from consent.domain.record.locking import locked_file
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import FINAL, state_of
from consent.enums import State
from consent.models import Complaint, Concern, ConsentFile, LedgerRead, Permission
from people import clock, keyring

if TYPE_CHECKING:
    from django.db.models import QuerySet

OVER = FINAL | {State.EXPIRED, State.DEFERRED}


def ended_since(file_ids: Iterable[int], *, before: datetime) -> Iterator[tuple[ConsentFile, datetime]]:
    """Those of the files in which something was asked, nothing stands, nobody holds, and no event is newer."""
    rows = ConsentFile.objects.filter(pk__in=set(file_ids)).exclude(title_sealed=b"")
    rows = rows.exclude(holds__released_at=None, holds__isnull=False)
    for file in rows.annotate(last=Max("events__recorded_at")).filter(last__lt=before).order_by("pk"):
        asked = list(Permission.objects.filter(file=file))
        now = clock.now()
        if asked and all(state_of(facts_of(row), now) in OVER for row in asked):
            yield file, file.last


def file_by_uid(uid: str) -> ConsentFile | None:
    return ConsentFile.objects.filter(uid=UUID(uid)).first()


def untouched(file: ConsentFile, *, since: datetime) -> bool:
    """Looked at under the lock, just before the act: has really nothing happened since?"""
    with locked_file(file.pk) as mine:
        last = mine.events.aggregate(last=Max("recorded_at"))["last"]
        return last is None or last <= since


def old_complaints(before: datetime) -> "QuerySet[Complaint]":
    return Complaint.objects.filter(closed_at__lt=before).exclude(sealed=b"")


def forget_complaints(before: datetime) -> int:
    """Every word goes; that there was one, when, and how it ended, stays."""
    rows = list(old_complaints(before))
    for row in rows:
        row.steps.update(sealed=b"")
        Complaint.objects.filter(pk=row.pk).update(sealed=b"")
        keyring.shred(row.uid)
    return len(rows)


def old_concerns(before: datetime) -> "QuerySet[Concern]":
    return Concern.objects.filter(decided_at__lt=before).exclude(sealed=b"")


def forget_concerns(before: datetime) -> int:
    return empty_concerns(old_concerns(before))


def empty_concerns(concerns: Iterable[Concern]) -> int:
    """What they wrote and how to reach them goes; what was decided stays. Says how many there were."""
    rows = list(concerns)
    for row in rows:
        Concern.objects.filter(pk=row.pk).update(sealed=b"", reasons_sealed=b"")
        keyring.shred(row.uid)
    return len(rows)


def old_reads(before: datetime) -> "QuerySet[LedgerRead]":
    return LedgerRead.objects.filter(at__lt=before)
