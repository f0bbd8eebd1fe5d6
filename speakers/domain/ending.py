"""Ending a booking or a request from our side or the organiser's: everybody who was asked hears of it."""

from typing import TYPE_CHECKING

from django.db import transaction

from people.domain import outbox
from speakers.domain.booking.moving import move
from speakers.domain.inviting import answer_link
from speakers.domain.request_states import lead
from speakers.domain.times import say_when
from speakers.domain.tokens import ANSWER, token_for
from speakers.enums import LIVE
from speakers.models import Booking, SpeakerRequest

if TYPE_CHECKING:
    from people.models import User


@transaction.atomic
def cancel_booking(booking: Booking, *, by: "User | None", note: str = "") -> Booking:
    """It is off, by us or (`by` empty) by the organiser; whoever had been asked hears of it."""
    done = move(booking, verb="cancel" if by else "organiser cancels", by=by, note=note)
    if done.invited_at is not None:
        outbox.put(
            event="speakers/called_off",
            person=done.speaker.person,
            context={
                "when": say_when(done.starts_at, done.ends_at, done.speaker.person.language),
                "link": answer_link(token_for(ANSWER, done.uid)),
            },
            key=f"speakers/called_off:{done.uid}",
        )
    return done


@transaction.atomic
def cancel_request(request: SpeakerRequest, *, by: "User | None" = None) -> SpeakerRequest:
    """The whole request ends, by staff or (`by` empty) by the organiser; every live booking ends with it."""
    done = lead(request, verb="cancel", by=by)
    for booking in Booking.objects.filter(request=request, state__in=sorted(LIVE)):
        cancel_booking(booking, by=by)
    return done
