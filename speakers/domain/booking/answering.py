"""The speaker's own answers. Yes, maybe, no: each once; a no asks nothing and is held against nobody."""

from people import clock
from speakers.domain.booking.moving import move
from speakers.enums import Support
from speakers.models import Booking


def accept(booking: Booking) -> Booking:
    """Yes. From here on the time is theirs and nobody else may ask for it. Raises `DoubleBooked`."""
    return move(booking, verb="accept", answered_at=clock.now(), support=booking.support or Support.TEAM)


def say_maybe(booking: Booking) -> Booking:
    """They would like to talk first."""
    return move(booking, verb="say maybe", answered_at=clock.now())


def decline(booking: Booking) -> Booking:
    return move(booking, verb="decline", answered_at=clock.now())


def expire(booking: Booking) -> Booking:
    """No answer in time: a fact about time, not about the person."""
    return move(booking, verb="expire")


def withdraw(booking: Booking) -> Booking:
    """The speaker steps back: from any live state, without a reason."""
    return move(booking, verb="withdraw", answered_at=clock.now())
