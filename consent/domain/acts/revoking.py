"""Revoking: the organisation stops relying on yeses. It only takes away, and says that it was us."""

from typing import TYPE_CHECKING

from consent.domain.clearance.changing import changing
from consent.domain.out.calling_back import call_back
from consent.domain.record.ledger import write
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.states import OVER, state_of
from consent.enums import CaseKind, EventKind, Method
from consent.models import ConsentFile, Permission
from people import clock

if TYPE_CHECKING:
    from people.models import User


def revoke(
    file: ConsentFile, *, by: "User", use: str = "", why: dict[str, str] | None = None
) -> list[Permission]:
    """End everything that stands in the file, or for one use of it. Answers of no stay what they are.

    `why` ties the events to the reason that is kept beside them (`ending.we_end`).
    """
    ended = []
    with changing(file.pk, use=use) as mine:
        rows = Permission.objects.filter(file=mine, ended_at=None).select_related("use", "file")
        for row in rows.filter(use__slug=use) if use else rows:
            if state_of(facts_of(row), clock.now()) not in OVER:
                event = write(
                    mine, EventKind.REVOKED, method=Method.STAFF, permission=row, actor=by, data=why
                )
                record(row, event)
                ended.append(row)
        call_back(mine, kind=CaseKind.ENDED_BY_US, route=Method.STAFF, use=use, by=by)
    return ended
