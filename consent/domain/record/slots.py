"""The slot values of a clearance: in the clear for public uses, unsealed from the choices behind it for all others."""

from dataclasses import asdict

from consent.domain.record import shown as shown_values
from consent.domain.record.shown import Shown
from consent.enums import WHO_TELLS
from consent.models import Clearance, Permission
from people.keyring import KeyShredded


def slots_of(cleared: Clearance) -> Shown | None:
    """The exact values everyone agreed to for this use; None when they are gone or are not what was agreed to.

    The commitment in the clearance is checked again, so a value changed in a row is shown to nobody.
    """
    values = _plain(cleared) if cleared.use.public else _unsealed(cleared)
    if values is None:
        return None
    agreed = shown_values.shown_sha256(
        edition=cleared.edition, use=cleared.use, shown=values, face=cleared.face, voice=cleared.voice
    )
    return values if agreed == cleared.shown_sha256 else None


def _plain(cleared: Clearance) -> Shown | None:
    if set(cleared.slots) != set(asdict(Shown())):
        return None
    return Shown(**cleared.slots)


def _unsealed(cleared: Clearance) -> Shown | None:
    rows = Permission.objects.filter(
        edition=cleared.edition_id, use=cleared.use_id, confirmed_at__isnull=False, ended_at=None
    ).select_related("file")
    telling = rows.filter(appearance__relation__in=WHO_TELLS)
    rows = telling if telling.exists() else rows
    try:
        return shown_values.together((row, shown_values.unseal(row)) for row in rows.order_by("id"))
    except KeyShredded:
        return None
