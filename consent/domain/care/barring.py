"""Barring versions: what was taken out of the newest words still stands in the older ones, so they never come back."""

from typing import TYPE_CHECKING

from django.db.models import Max

from consent.domain.record.ledger import write
from consent.enums import EventKind, Law, Method
from consent.models import Bar, ConsentFile, Edition
from people import clock

if TYPE_CHECKING:
    from people.models import User


def bar_under_lock(file: ConsentFile, *, law: Law | str = "", by: "User | None") -> Bar | None:
    """Bar every version frozen so far; None when there is none. Call inside `changing`, which sees to the gate."""
    top = Edition.objects.filter(file=file).aggregate(top=Max("n"))["top"] or 0
    if top <= barred_up_to(file.pk):
        return None
    bar = Bar.objects.create(file=file, up_to_n=top, law=law, opened_by=by, opened_at=clock.now())
    data = {"bar": bar.pk, "up_to": top, "law": str(law)}
    write(file, EventKind.BARRED, method=Method.STAFF, actor=by, data=data)
    return bar


def lift_under_lock(file: ConsentFile, *, law: Law | str, by: "User") -> int:
    """Lift what stood for this law alone; how many bars that were."""
    bars = list(Bar.objects.filter(file=file, law=law, lifted_at=None).exclude(law=""))
    for bar in bars:
        bar.lifted_at = clock.now()
        bar.save(update_fields=["lifted_at"])
        write(file, EventKind.UNBARRED, method=Method.STAFF, actor=by, data={"bar": bar.pk})
    return len(bars)


def barred_up_to(file_id: int) -> int:
    """Versions with this number and below can never be asked for or shown; 0 when none is barred."""
    return Bar.objects.filter(file_id=file_id, lifted_at=None).aggregate(top=Max("up_to_n"))["top"] or 0
