"""Confirming: only when everything it rests on still holds, asked afresh at this moment."""

from typing import TYPE_CHECKING

from django.db import transaction

from people.domain import outbox
from speakers.domain.booking.errors import CannotMove
from speakers.domain.booking.moving import move
from speakers.domain.inviting import answer_link
from speakers.domain.request_states import lead, may
from speakers.domain.requests import page_link
from speakers.domain.times import say_when
from speakers.domain.tokens import ANSWER, token_for
from speakers.domain.weighing import WAIVED_BY_A_YES, say_openly, weigh
from speakers.enums import BookingState
from speakers.models import Booking, SpeakerRequest

if TYPE_CHECKING:
    from people.models import User

STANDS = (
    BookingState.CONFIRMED,
    BookingState.BRIEFED,
    BookingState.IN_PROGRESS,
    BookingState.DELIVERED,
    BookingState.DEBRIEFED,
    BookingState.CLOSED,
)


class GateShut(CannotMove):
    """Something it rests on is missing; the sentence gives the open reasons and what to do."""


def gates(booking: Booking) -> list[str]:
    """What still stands in the way, as sentences for comms; empty when it may be confirmed."""
    shut = []
    if booking.request.verified_at is None:
        shut.append("The organiser has not confirmed their address.")
    if not booking.support:
        shut.append("The speaker has not chosen who goes with them.")
    weighed = weigh(booking.request, booking.speaker, leaving_out=booking)
    if against := weighed.against(but=WAIVED_BY_A_YES):
        shut.append(say_openly(against))
    return shut


@transaction.atomic
def confirm(booking: Booking, *, by: "User") -> Booking:
    """All gates, then the word to both sides. Raises `GateShut`, `NotFromHere`, `DoubleBooked`."""
    if shut := gates(booking):
        raise GateShut(f"This cannot be confirmed yet. {' '.join(shut)}")
    done = move(booking, verb="confirm", by=by)
    settle_seats(done.request, by=by)
    when = say_when(done.starts_at, done.ends_at)
    outbox.put(
        event="speakers/booking_confirmed",
        person=done.speaker.person,
        context={
            "link": answer_link(token_for(ANSWER, done.uid)),
            "when": say_when(done.starts_at, done.ends_at, done.speaker.person.language),
        },
        key=f"speakers/booking_confirmed:{done.uid}:{done.number}",
    )
    outbox.put(
        event="speakers/organiser_confirmed",
        address=done.request.organiser_email,
        context={"organiser": done.request.organiser_name, "link": page_link(done.request), "when": when},
        key=f"speakers/organiser_confirmed:{done.uid}:{done.number}",
    )
    return done


def settle_seats(request: SpeakerRequest, *, by: "User") -> None:
    """Filled when every seat has somebody confirmed."""
    taken = request.bookings.filter(state__in=STANDS).count()
    verb = "fill" if taken >= request.seats else "fill in part"
    if may(verb, request.state):
        lead(request, verb=verb, by=by)
