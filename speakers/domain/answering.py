"""What follows from a speaker's answer: checks begin, staff hear, the organiser hears what they must and no more."""

from datetime import datetime

from django.db import transaction

from people import clock
from people.domain import outbox
from speakers.domain.booking import answering as verbs
from speakers.domain.booking.errors import CannotMove
from speakers.domain.booking.moving import move
from speakers.domain.booking.table import may
from speakers.domain.request_states import lead
from speakers.domain.request_states import may as request_may
from speakers.domain.requests import page_link
from speakers.domain.tokens import hash_of
from speakers.enums import LIVE, SAID_YES, BookingState, RequestState, Support
from speakers.models import Booking

TOLD_THE_ORGANISER = frozenset({BookingState.CONFIRMED, BookingState.BRIEFED, BookingState.IN_PROGRESS})


class TooLate(CannotMove):
    """The time for an answer is over."""

    def __init__(self) -> None:
        super().__init__("The time to answer this is over. That is fine. Ring us if you would still like to.")


def find_by_token(token: str) -> Booking | None:
    """The booking a link leads to, for whoever holds the link."""
    return (
        Booking.objects.filter(token_hash=hash_of(token))
        .select_related("speaker__person__supporter", "request__owner", "request__venue")
        .first()
    )


def ran_out(booking: Booking, at: datetime) -> bool:
    """Whether the answer came too late, whether or not the clock job has been by."""
    waiting = booking.state in {BookingState.INVITED, BookingState.MAYBE}
    return waiting and booking.answer_by is not None and booking.answer_by <= at


@transaction.atomic
def say_yes(booking: Booking) -> Booking:
    """Accept, and let the checks begin. A second yes changes nothing. Raises `CannotMove` of every kind."""
    if booking.state in SAID_YES:
        return booking
    _refuse_when_late(booking)
    taken = verbs.accept(booking)
    taken = move(taken, verb="check")
    _tell_owner(taken)
    return taken


@transaction.atomic
def say_maybe(booking: Booking) -> Booking:
    """They want to talk first: whoever stands beside them hears, and rings."""
    if booking.state == BookingState.MAYBE:
        return booking
    _refuse_when_late(booking)
    taken = verbs.say_maybe(booking)
    _tell_owner(taken)
    return taken


@transaction.atomic
def say_no(booking: Booking) -> Booking:
    """No, thank you. Nothing is asked, and nothing counts against them. A second no changes nothing."""
    if booking.state in {BookingState.DECLINED, BookingState.EXPIRED}:
        return booking
    taken = verbs.decline(booking)
    _tell_owner(taken)
    return taken


@transaction.atomic
def step_back(booking: Booking) -> Booking:
    """After a yes: one tap, any live state, no reason. The organiser hears that the speaker is not available."""
    if booking.state not in LIVE:
        return booking
    was = BookingState(booking.state)
    taken = verbs.withdraw(booking)
    request = taken.request
    if request_may("look again", request.state) and request.state == RequestState.FILLED:
        lead(request, verb="look again")
    if was in TOLD_THE_ORGANISER:
        outbox.put(
            event="speakers/organiser_speaker_unavailable",
            address=request.organiser_email,
            context={"organiser": request.organiser_name, "link": page_link(request)},
            key=f"speakers/organiser_speaker_unavailable:{taken.uid}",
        )
    _tell_owner(taken)
    return taken


def choose_support(booking: Booking, *, support: Support) -> Booking:
    """Who goes with them: theirs to say, until it has happened."""
    if booking.state in LIVE:
        Booking.objects.filter(pk=booking.pk).update(support=support)
        booking.support = support
    return booking


def expire_due() -> int:
    """Let every unanswered invitation run out whose time is over; run by the clock job."""
    waiting = Booking.objects.filter(
        state__in=[BookingState.INVITED, BookingState.MAYBE], answer_by__lte=clock.now()
    )
    for booking in waiting:
        verbs.expire(booking)
    return len(waiting)


def _refuse_when_late(booking: Booking) -> None:
    if booking.state == BookingState.EXPIRED or ran_out(booking, clock.now()):
        raise TooLate
    if not may("accept", booking.state):
        raise CannotMove("This has been answered already, or it is over. Nothing was changed.")


def _tell_owner(booking: Booking) -> None:
    """Whoever looks after the request, with a code and no name."""
    owner = booking.request.owner
    if owner is None:
        return
    outbox.put(
        event="speakers/answer_received",
        user=owner,
        context={"code": booking.request.uid.hex[:6].upper()},
        key=f"speakers/answer_received:{booking.uid}:{booking.number}",
    )
