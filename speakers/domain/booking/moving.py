"""The one place where a booking changes: lock, look at the table, refuse an overlap, write, remember."""

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from people import clock
from speakers.domain.booking.errors import DoubleBooked, NotFromHere
from speakers.domain.booking.table import MOVES
from speakers.enums import TAKES_THE_TIME, BookingState
from speakers.models import Booking, BookingEvent, Speaker

if TYPE_CHECKING:
    from people.models import User

EXCLUSION = "never_in_two_places"


@transaction.atomic
def move(booking: Booking, *, verb: str, by: "User | None" = None, note: str = "", **changes: Any) -> Booking:
    """Lead the booking on by `verb`; `by` is empty for the speaker's own acts and the house's.

    Raises `NotFromHere` and `DoubleBooked`. The speaker's row is locked first, so two yeses of one speaker wait for
    each other; on SQLite the IMMEDIATE transaction is the lock.
    """
    Speaker.objects.select_for_update(no_key=True).get(pk=booking.speaker_id)
    mine = (
        Booking.objects.select_for_update(of=("self",))
        .select_related("speaker", "request")
        .get(pk=booking.pk)
    )
    step = MOVES[verb]
    if BookingState(mine.state) not in step.sources:
        raise NotFromHere(verb, mine.state)
    came_from, mine.state = mine.state, step.target
    for name, value in changes.items():
        setattr(mine, name, value)
    mine.number += 1
    mine.changed_at = clock.now()
    _save(mine)
    remember(mine, verb=verb, came_from=came_from, by=by, note=note)
    return mine


def remember(
    booking: Booking, *, verb: str, came_from: str = "", by: "User | None" = None, note: str = ""
) -> BookingEvent:
    """Add the row of history."""
    return BookingEvent.objects.create(
        booking=booking,
        verb=verb,
        came_from=came_from,
        went_to=booking.state,
        at=clock.now(),
        by=by,
        note=note[:300],
    )


def clash_of(booking: Booking) -> Booking | None:
    """Another booking that takes the speaker's time, from door to door; two that touch do not clash."""
    return (
        Booking.objects.filter(
            speaker_id=booking.speaker_id,
            state__in=TAKES_THE_TIME,
            leaves_at__lt=booking.back_at,
            back_at__gt=booking.leaves_at,
        )
        .exclude(pk=booking.pk)
        .order_by("leaves_at")
        .first()
    )


def _save(booking: Booking) -> None:
    takes_time = booking.state in TAKES_THE_TIME
    if takes_time and (clash := clash_of(booking)):
        raise DoubleBooked(booking, clash)
    try:
        with transaction.atomic():
            booking.save()
    except IntegrityError as error:
        if EXCLUSION in str(error):
            raise DoubleBooked(booking, clash_of(booking)) from error
        raise
