"""Ending a booking or a request from our side or the organiser's: everybody who was asked hears of it."""

from typing import TYPE_CHECKING

from django.db import transaction

from speakers.domain.booking.moving import move
from speakers.domain.request_states import lead
from speakers.enums import LIVE
from speakers.models import Booking, SpeakerRequest

if TYPE_CHECKING:
    from people.models import User


def cancel_booking(booking: Booking, *, by: "User", note: str = "") -> Booking:
    """We take it back."""
    return move(booking, verb="cancel", by=by, note=note)


@transaction.atomic
def cancel_request(request: SpeakerRequest, *, by: "User | None" = None) -> SpeakerRequest:
    """The whole request ends, by staff or (`by` empty) by the organiser; every live booking ends with it."""
    done = lead(request, verb="cancel", by=by)
    verb = "cancel" if by else "organiser cancels"
    for booking in Booking.objects.filter(request=request, state__in=sorted(LIVE)):
        move(booking, verb=verb, by=by)
    return done
