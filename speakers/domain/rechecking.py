"""After a change of consent: look again at every booking ahead that rests on it. Retried until it is done."""

from datetime import datetime

from django.db import transaction

from consent.domain.clearance.owing import try_all, try_quietly
from people import clock
from people.domain import outbox
from speakers.domain.booking.carrying_out import suspend
from speakers.domain.booking.table import AGREED
from speakers.domain.weighing import weigh
from speakers.enums import BookingState
from speakers.models import Booking, Recheck, Speaker

CONSENT = frozenset({"H02", "H03", "H10"})


def owe(file_id: int, *, at: datetime) -> None:
    """Write down that the bookings resting on this file must be looked at; nothing for files of other rooms."""
    if Speaker.objects.filter(speaking_file_id=file_id).exists():
        Recheck.objects.get_or_create(file_id=file_id, defaults={"owed_since": at})


@transaction.atomic
def recheck(file_id: int) -> int:
    """Suspend what no longer has its yes; the owner hears, without a reason. Returns how many were suspended."""
    ahead = Booking.objects.filter(
        speaker__speaking_file_id=file_id, state__in=AGREED, ends_at__gt=clock.now()
    ).select_related("speaker", "request__owner")
    stopped = 0
    for booking in ahead:
        weighed = weigh(booking.request, booking.speaker, leaving_out=booking)
        if any(one.code in CONSENT for one in weighed.blockers):
            _suspend(booking)
            stopped += 1
    _take_back_invitations(file_id)
    Recheck.objects.filter(file_id=file_id).delete()
    return stopped


def recheck_quietly(file_id: int) -> None:
    """After a commit: a failure is logged, leaves the row, and is tried again by `recheck_due`."""
    try_quietly(Recheck.objects, file_id, work=recheck)


def recheck_due() -> int:
    """Every debt still open; run by the clock job."""
    return try_all(Recheck.objects, quietly=recheck_quietly)


def _take_back_invitations(file_id: int) -> None:
    """One that waits for their hours does not go out once its yes is gone; what was sent stays theirs to answer."""
    asked = Booking.objects.filter(speaker__speaking_file_id=file_id, state=BookingState.INVITED)
    for booking in asked.select_related("speaker", "request"):
        weighed = weigh(booking.request, booking.speaker, leaving_out=booking)
        if any(one.code in CONSENT for one in weighed.blockers):
            outbox.cancel(key=f"speakers/invitation:{booking.uid}")


def _suspend(booking: Booking) -> None:
    done = suspend(booking, note="something it rests on changed")
    outbox.cancel_all(beginning=f"speakers/booking_confirmed:{done.uid}:")
    if booking.request.owner is not None:
        outbox.put(
            event="speakers/answer_received",
            user=booking.request.owner,
            context={"code": booking.request.uid.hex[:6].upper()},
            key=f"speakers/answer_received:{done.uid}:{done.number}",
        )
