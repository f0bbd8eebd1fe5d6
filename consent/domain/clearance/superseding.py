"""A newer version replaces the older one for a use, in the transaction in which it becomes cleared by all.

Whatever made it cleared: the last second yes, a safety check, the end of a hold.
"""

from collections.abc import Iterable

from consent.domain.clearance.clearing import Wanted
from consent.domain.record.ledger import write
from consent.domain.record.projecting import record
from consent.enums import EventKind, Method
from consent.models import Clearance, ConsentFile, Edition, Permission


def supersede_older(file: ConsentFile, cleared: Iterable[Wanted]) -> int:
    """End what stands on older versions for every use that has become cleared just now; how many were ended.

    Until then the older one stands and stays up.
    """
    before = set(Clearance.objects.filter(file=file).values_list("edition_id", "use_id"))
    ended = 0
    for item in cleared:
        if item.key not in before:
            ended += _supersede(file, Edition.objects.get(pk=item.edition_id), use_slug=item.use_slug)
    return ended


def _supersede(file: ConsentFile, newer: Edition, *, use_slug: str) -> int:
    standing = Permission.objects.filter(
        file=file,
        use__slug=use_slug,
        edition__language=newer.language,
        edition__kind=newer.kind,
        edition__n__lt=newer.n,
        ended_at=None,
    ).exclude(answer__in=["no", "later"])
    older = list(standing.select_related("file"))
    for permission in older:
        data = {"by": newer.uid.hex}
        record(
            permission,
            write(file, EventKind.SUPERSEDED, method=Method.SYSTEM, permission=permission, data=data),
        )
    return len(older)
