"""Older records: what somebody once signed is `unknown` here. Never usable; it can only be asked afresh."""

from typing import TYPE_CHECKING

from consent.domain.clearance.changing import changing
from consent.domain.record.ledger import write
from consent.domain.record.projecting import record
from consent.domain.record.uses import uses_by_slug
from consent.enums import NEEDS_YES, EventKind, Method
from consent.models import Appearance, Edition, Permission
from people import clock

if TYPE_CHECKING:
    from datetime import date

    from people.models import User


def import_unknown(
    edition: Edition, *, use: str, by: "User | None" = None, signed_on: "date | None" = None
) -> list[Permission]:
    """One `unknown` permission for each person whose yes would be needed; `signed_on` is the old form's date."""
    (chosen,) = uses_by_slug(edition.file.kind, [use])
    made = []
    with changing(edition.file_id, use=use) as file:
        for appearance in Appearance.objects.filter(file=file, basis__in=NEEDS_YES):
            row = Permission.objects.create(
                file=file,
                appearance=appearance,
                edition=edition,
                use=chosen,
                legacy=True,
                asked_at=clock.now(),
            )
            data = {
                "appearance": appearance.pk,
                "edition": edition.uid.hex,
                "use": chosen.slug,
                "version": chosen.version,
                "signed_on": signed_on.isoformat() if signed_on else None,
            }
            record(
                row,
                write(file, EventKind.IMPORTED, method=Method.IMPORT, permission=row, actor=by, data=data),
            )
            made.append(row)
    return made
