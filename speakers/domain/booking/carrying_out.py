"""From agreed to talked over. No care around a talk can be skipped, because each verb needs the one before."""

from typing import TYPE_CHECKING

from speakers.domain.booking.moving import move
from speakers.models import Booking

if TYPE_CHECKING:
    from people.models import User


def brief(booking: Booking, *, by: "User") -> Booking:
    """The speaker has read the pack, or it was read with them."""
    return move(booking, verb="brief", by=by)


def start(booking: Booking, *, by: "User | None" = None) -> Booking:
    return move(booking, verb="start", by=by)


def deliver(booking: Booking, *, by: "User | None" = None) -> Booking:
    """It has happened."""
    return move(booking, verb="deliver", by=by)


def debrief(booking: Booking, *, by: "User") -> Booking:
    """Somebody asked the speaker how it was, and heard the answer."""
    return move(booking, verb="debrief", by=by)


def close(booking: Booking, *, by: "User") -> Booking:
    return move(booking, verb="close", by=by)


def not_held(booking: Booking, *, by: "User") -> Booking:
    """The organiser did not hold it."""
    return move(booking, verb="not held", by=by)


def miss(booking: Booking, *, by: "User") -> Booking:
    """The speaker was not there: ring and ask if they are well, before anything else."""
    return move(booking, verb="miss", by=by)


def suspend(booking: Booking, *, by: "User | None" = None, note: str = "") -> Booking:
    """A fact it rests on changed. The time stays kept until somebody has looked."""
    return move(booking, verb="suspend", by=by, note=note)


def resume(booking: Booking, *, by: "User") -> Booking:
    """Back to being prepared: everything is checked again before it can be confirmed."""
    return move(booking, verb="resume", by=by)
