"""Before anybody is asked: a thought, and time kept free."""

from typing import TYPE_CHECKING

from django.db import transaction

from people import clock
from speakers.domain.booking.moving import move, remember
from speakers.enums import LIVE, BookingState
from speakers.matching.facts import Interval
from speakers.models import Booking, Speaker, SpeakerRequest

if TYPE_CHECKING:
    from people.models import User


@transaction.atomic
def propose(
    request: SpeakerRequest, speaker: Speaker, *, door_to_door: Interval, online: bool, by: "User"
) -> Booking:
    """One booking of this speaker for this request; a second call finds the first while it is alive."""
    Speaker.objects.select_for_update(no_key=True).get(pk=speaker.pk)
    alive = Booking.objects.filter(request=request, speaker=speaker, state__in=LIVE).first()
    if alive is not None:
        return alive
    booking = Booking.objects.create(
        request=request,
        speaker=speaker,
        state=BookingState.PROPOSED,
        starts_at=request.starts_at,
        ends_at=request.ends_at,
        leaves_at=door_to_door.start,
        back_at=door_to_door.end,
        online=online,
        changed_at=clock.now(),
    )
    remember(booking, verb="propose", by=by)
    return booking


def keep_free(booking: Booking, *, by: "User") -> Booking:
    """Keep the time free before asking. Raises `DoubleBooked`."""
    return move(booking, verb="keep free", by=by)


def let_go(booking: Booking, *, by: "User") -> Booking:
    return move(booking, verb="let go", by=by)
