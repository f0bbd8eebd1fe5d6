"""Holds: staff, a third party or a court can stop the words resting on any yes. Only narrows."""

from typing import TYPE_CHECKING
from uuid import UUID

from consent.domain.clearance.changing import changing
from consent.domain.record.ledger import write
from consent.enums import EventKind, HoldReason, Method
from consent.models import ConsentEvent, ConsentFile, Hold
from people import clock

if TYPE_CHECKING:
    from people.models import User


def hold(file: ConsentFile, *, reason: HoldReason, by: "User | None", use: str = "") -> Hold:
    """Open a hold on the whole file or on one use. Beats any yes from this transaction on."""
    with changing(file.pk, use=use) as mine:
        return open_under_lock(mine, reason=reason, by=by, use=use)


def rest_after_a_restore(
    uid: UUID, *, reason: HoldReason = HoldReason.RESTORED, whose: UUID | None = None
) -> bool:
    """A backup was restored that lacks what was said of this file: nothing shines until somebody has looked.

    `whose`: of whom in it something was lost; each of them is asked, so each has a rest of their own.
    """
    file = ConsentFile.objects.filter(uid=uid).first()
    if file is None:
        return False
    open_now = Hold.objects.filter(file=file, reason=reason, use_slug="", released_at=None)
    if any(whose is None or whose_it_is(one) == whose for one in open_now):
        return False
    with changing(file.pk) as mine:
        open_under_lock(mine, reason=reason, by=None, method=Method.JOURNAL, whose=whose)
    return True


def whose_it_is(one: Hold) -> UUID | None:
    """The person of whom something was lost, if it rests for that."""
    opened = ConsentEvent.objects.filter(file=one.file_id, kind=EventKind.HELD, data__hold=one.pk).first()
    said = opened.data.get("person") if opened else None
    return UUID(str(said)) if said else None


def open_under_lock(
    file: ConsentFile,
    *,
    reason: HoldReason,
    by: "User | None",
    use: str = "",
    method: Method = Method.STAFF,
    whose: UUID | None = None,
) -> Hold:
    """The row and its event, for verbs that hold the file's lock already and see to the clearances themselves."""
    opened = Hold.objects.create(file=file, use_slug=use, reason=reason, opened_by=by, opened_at=clock.now())
    data: dict[str, object] = {"hold": opened.pk, "reason": str(reason), "use": use}
    if whose is not None:
        data["person"] = whose.hex
    write(file, EventKind.HELD, method=method, actor=by, data=data)
    return opened


def release(hold: Hold, *, by: "User") -> None:
    """Close a hold. What the person had said yes to counts again; a pause of their own stays."""
    with changing(hold.file_id, use=hold.use_slug) as file:
        hold.refresh_from_db()
        if hold.released_at is None:
            hold.released_at, hold.released_by = clock.now(), by
            hold.save(update_fields=["released_at", "released_by"])
            write(file, EventKind.RELEASED, method=Method.STAFF, actor=by, data={"hold": hold.pk})


def last_released(file_id: int, *, use: str) -> Hold | None:
    """The last rest of the whole file, or of this use, that is over."""
    over = Hold.objects.filter(file_id=file_id, use_slug__in=["", use], released_at__isnull=False)
    return over.order_by("-released_at", "-id").first()


def open_holds(file_id: int) -> list[Hold]:
    return list(Hold.objects.filter(file_id=file_id, released_at=None).order_by("id"))
