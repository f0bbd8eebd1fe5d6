"""Why a booking did not move: named, with a sentence that says what to do. Nothing was changed."""

from speakers.domain.times import say_when
from speakers.enums import BookingState
from speakers.models import Booking


class CannotMove(ValueError):
    """The common name, for screens that show the sentence whatever it was."""


class NotFromHere(CannotMove):
    """The booking stands somewhere from which this verb does not lead on."""

    def __init__(self, verb: str, state: str) -> None:
        here = BookingState(state).label.lower()
        super().__init__(
            f"This booking is at “{here}” now, so that is not possible. "
            "Nothing was changed. Look at the page again."
        )
        self.verb, self.state = verb, state


class DoubleBooked(CannotMove):
    """The speaker is somewhere else then, door to door. `clash` is the other booking, when it is known."""

    def __init__(self, booking: Booking, clash: Booking | None) -> None:
        taken = f", from {say_when(clash.leaves_at, clash.back_at)}" if clash else ""
        super().__init__(
            f"{booking.speaker.display_name} already has something at that time{taken}, counting the journey. "
            "Nobody can be in two places, so nothing was changed. Move the time or ask somebody else."
        )
        self.clash = clash
