"""A newer version replaces the older one for a use, in the transaction in which all have cleared the newer."""

from collections.abc import Iterable

from consent.domain.clearing import wanted
from consent.domain.ledger import write
from consent.domain.projecting import record
from consent.enums import EventKind, Method
from consent.models import ConsentFile, Edition, Permission, Use


def supersede_older(file: ConsentFile, confirmed: Iterable[tuple[Edition, Use]]) -> None:
    """Until the newer edition is cleared by everyone, the older one stands and stays up."""
    cleared = {item.key for item in wanted(file)}
    for edition, use in {(edition.pk, use.pk): (edition, use) for edition, use in confirmed}.values():
        if (edition.pk, use.pk) not in cleared:
            continue
        older = Permission.objects.filter(
            file=file,
            use__slug=use.slug,
            use__applies_to=use.applies_to,
            edition__language=edition.language,
            edition__kind=edition.kind,
            edition__n__lt=edition.n,
            ended_at=None,
        ).exclude(answer__in=["no", "later"])
        for permission in older.select_related("file"):
            data = {"by": edition.uid.hex}
            record(
                permission,
                write(file, EventKind.SUPERSEDED, method=Method.SYSTEM, permission=permission, data=data),
            )
