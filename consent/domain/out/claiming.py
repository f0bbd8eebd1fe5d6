"""Taking one of the times a yes was given for. Under the file's lock, so that the last one is taken once.

A yes without a number of times is not counted. With the last time taken the clearance goes in the same transaction.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from consent.domain.clearance.changing import changing
from consent.domain.clearance.granted import granted
from consent.domain.record.ledger import write
from consent.domain.record.locking import locked_file
from consent.domain.record.projecting import record
from consent.domain.why.reasons import Reason, reasons_against
from consent.enums import EventKind, Method
from consent.models import Clearance, Edition, Permission
from people import clock

if TYPE_CHECKING:
    from people.models import User


class NothingLeft(PermissionError):
    """It may not be used (any more). `reasons` say why; the message is them, as one line for staff."""

    def __init__(self, reasons: Iterable[Reason]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reason.sentence for reason in self.reasons))


@dataclass(frozen=True)
class Claimed:
    """How many counted yeses gave one of their times, and how many times are left; None when nothing is counted."""

    counted: int
    left: int | None


def claim(edition_id: int, use: str, *, by: "User | None" = None, at: datetime | None = None) -> Claimed:
    """One use of every yes behind the clearance, or `NothingLeft` and not a single one. `at` may not lie behind us.

    Whoever calls with the file locked reads its head again before writing more to the chain.
    """
    file_id = Edition.objects.values_list("file_id", flat=True).filter(pk=edition_id).first()
    if file_id is None:
        raise NothingLeft(reasons_against(use=use, at=clock.now(), edition_id=edition_id))
    with locked_file(file_id):
        moment = max(at or clock.now(), clock.now())
        cleared = granted(use, moment).filter(edition_id=edition_id).first()
        if cleared is None:
            raise NothingLeft(reasons_against(use=use, at=moment, edition_id=edition_id))
        rows = list(_counted(cleared))
        return _take(cleared, rows, by=by) if rows else Claimed(counted=0, left=None)


def _counted(cleared: Clearance) -> QuerySet[Permission]:
    return Permission.objects.filter(
        edition_id=cleared.edition_id,
        use_id=cleared.use_id,
        confirmed_at__isnull=False,
        ended_at=None,
        max_uses__isnull=False,
    ).order_by("id")


def _take(cleared: Clearance, rows: list[Permission], *, by: "User | None") -> Claimed:
    method = Method.STAFF if by else Method.SYSTEM
    with changing(cleared.file_id, use=cleared.use_slug) as file:
        for row in rows:
            record(row, write(file, EventKind.USED, method=method, permission=row, actor=by))
    return Claimed(counted=len(rows), left=min((row.max_uses or 0) - row.uses for row in rows))
