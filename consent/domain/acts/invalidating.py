"""A yes that never was one: not free, not understood, or somebody else's. It did not count, from the start."""

from typing import TYPE_CHECKING

from django.db.models import TextChoices

from consent.domain.care.holding import open_under_lock
from consent.domain.clearance.changing import changing
from consent.domain.out.calling_back import call_back
from consent.domain.record.ledger import write
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.states import FINAL, state_of
from consent.enums import CaseKind, EventKind, HoldReason, Method
from consent.models import ConsentFile, Hold, Permission
from people import clock

if TYPE_CHECKING:
    from people.models import User


class Found(TextChoices):
    NOT_FREE = "not_free", "They were not free to say no"
    NOT_INFORMED = "not_informed", "They were not told enough"
    WRONG_PERSON = "wrong_person", "Somebody else said it"


HOLDS = frozenset({Found.NOT_FREE, Found.WRONG_PERSON})
"""These cast doubt on every other yes in the file, so a hold keeps it dark until somebody has looked."""


class AlreadyOver(ValueError):
    """It has ended already. Nothing was changed."""


def invalidate(
    permission: Permission, *, found: Found, by: "User", why: dict[str, str] | None = None
) -> Permission:
    """It did not count. Whoever was not told enough can be asked again at once; the other two wait for a release.

    `why` ties the event to the reason that is kept beside it (`ending.did_not_count`).
    """
    found = Found(found)
    with changing(permission.file_id, use=permission.use.slug) as file:
        row = Permission.objects.select_related("use", "file").get(pk=permission.pk)
        if state_of(facts_of(row), clock.now()) in FINAL or row.ended_at is not None:
            raise AlreadyOver("This choice has ended already. Nothing was changed.")
        data = {"found": found.value} | (why or {})
        record(
            row,
            write(file, EventKind.INVALIDATED, method=Method.STAFF, permission=row, actor=by, data=data),
        )
        if found in HOLDS:
            _hold(file, by=by)
        call_back(file, kind=CaseKind.ENDED_BY_US, route=Method.STAFF, use=row.use.slug, by=by)
    return row


def _hold(file: ConsentFile, *, by: "User") -> None:
    if not Hold.objects.filter(file=file, released_at=None, use_slug="").exists():
        open_under_lock(file, reason=HoldReason.SAFETY, by=by)
