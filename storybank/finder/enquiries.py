"""Enquiries: who asked, by when we answer, whose desk it lies on. Handing over tells the colleague at once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from people import clock
from people.domain import outbox
from people.models import User
from people.roles import COMMS
from storybank.domain.once import one_act
from storybank.models.enquiry import Enquiry, EnquiryState, EnquiryStep

HANDED, OPENED_AGAIN = "handed over", "opened again"


class EnquiryRefused(ValueError):
    """It cannot be done; the message says why and what to do."""


@dataclass(frozen=True)
class Noted:
    """What was written down on the phone. `uid` comes from the form: sent twice as it is, it is one enquiry."""

    uid: UUID
    outlet: str
    use: str
    journalist: str
    asks: str
    deadline: datetime


@transaction.atomic
def note(noted: Noted, *, by: User) -> Enquiry:
    """Write an enquiry down; whoever took the call keeps it until it is handed over."""
    enquiry, _ = Enquiry.objects.get_or_create(
        uid=one_act(
            noted.uid, noted.outlet, noted.use, noted.journalist, noted.asks, noted.deadline.isoformat()
        ),
        defaults={
            "outlet": noted.outlet,
            "use_slug": noted.use,
            "journalist": noted.journalist,
            "asks": noted.asks,
            "deadline": noted.deadline,
            "owner": by,
            "made_by": by,
            "made_at": clock.now(),
        },
    )
    return enquiry


@transaction.atomic
def hand_over(enquiry: Enquiry, *, to: User, by: User) -> None:
    """To a colleague of comms. They are told in words that give nothing away."""
    held = _open(enquiry)
    if to not in colleagues():
        raise EnquiryRefused("Choose somebody who works in comms.")
    if held.owner_id == to.pk:
        return
    held.owner = to
    held.save(update_fields=["owner"])
    step = EnquiryStep.objects.create(enquiry=held, what=HANDED, by=by, to=to, at=clock.now())
    outbox.put(event="storybank/enquiry_handed_over", user=to, context={}, key=f"enquiry-{step.pk}")


@transaction.atomic
def close(enquiry: Enquiry, *, as_: EnquiryState, by: User) -> None:
    """Answered, or nothing to answer. Closing twice changes nothing."""
    held = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if held.state == EnquiryState.OPEN:
        held.state, held.closed_at = as_, clock.now()
        held.save(update_fields=["state", "closed_at"])
        EnquiryStep.objects.create(enquiry=held, what=str(as_), by=by, at=clock.now())


@transaction.atomic
def open_again(enquiry: Enquiry, *, by: User) -> None:
    held = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if held.state != EnquiryState.OPEN:
        held.state, held.closed_at = EnquiryState.OPEN, None
        held.save(update_fields=["state", "closed_at"])
        EnquiryStep.objects.create(enquiry=held, what=OPENED_AGAIN, by=by, at=clock.now())


def open_enquiries() -> QuerySet[Enquiry]:
    """The most urgent first."""
    return Enquiry.objects.filter(state=EnquiryState.OPEN).select_related("owner").order_by("deadline", "id")


def overdue(at: datetime) -> QuerySet[Enquiry]:
    return open_enquiries().filter(deadline__lt=at)


def outlets_met() -> dict[str, str]:
    """Outlet → the use it asked for last: what the finder's line learns from the phone."""
    rows = Enquiry.objects.order_by("made_at", "id").values_list("outlet", "use_slug")
    return dict(rows)


def colleagues() -> QuerySet[User]:
    """Who may answer for the charity."""
    return User.objects.filter(groups__name=COMMS, is_active=True, kind="staff").order_by("first_name", "pk")


def _open(enquiry: Enquiry) -> Enquiry:
    held = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if held.state != EnquiryState.OPEN:
        raise EnquiryRefused("It is closed. Open it again first.")
    return held
