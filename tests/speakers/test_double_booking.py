"""Nobody is in two places: refused by the database, with a clear sentence, and nothing lost."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from people import clock
from speakers.domain import answering
from speakers.domain.booking.errors import DoubleBooked
from speakers.domain.booking.preparing import keep_free
from speakers.enums import BookingState
from speakers.models import Booking
from tests.factories.speakers import NOON, a_request, a_speaker, invited, says_yes, staff

ON_POSTGRES = connection.vendor == "postgresql"


@pytest.fixture(autouse=True)
def noon():
    with clock.at(NOON):
        yield


def two_invitations(**second):
    """One speaker, asked for two things; the second at the same time unless said otherwise."""
    comms = staff()
    speaker = says_yes(a_speaker(min_gap_days=0, high_gap_days=0))
    first = invited(speaker, a_request(by=comms), by=comms)
    other = invited(speaker, a_request(by=comms, title="Another day", **second), by=comms)
    return first, other


@pytest.mark.django_db
def test_the_second_yes_for_the_same_time_is_refused_and_the_invitation_stays_open():
    first, second = two_invitations()
    answering.say_yes(first)

    with pytest.raises(DoubleBooked, match="Nobody can be in two places, so nothing was changed") as refused:
        answering.say_yes(second)

    assert refused.value.clash.pk == first.pk
    states = list(Booking.objects.order_by("pk").values_list("state", flat=True))
    assert states == [BookingState.CHECKING, BookingState.INVITED]
    assert second.events.count() == 2


@pytest.mark.django_db
def test_the_journey_counts_and_two_that_only_touch_are_fine():
    first, second = two_invitations(hour=12)
    Booking.objects.filter(pk=second.pk).update(leaves_at=first.back_at)
    answering.say_yes(first)

    assert answering.say_yes(second).state == BookingState.CHECKING


@pytest.mark.django_db
def test_one_minute_of_the_journey_too_early_is_refused():
    first, second = two_invitations(hour=12)
    Booking.objects.filter(pk=second.pk).update(leaves_at=first.back_at - timedelta(minutes=1))
    answering.say_yes(first)

    with pytest.raises(DoubleBooked):
        answering.say_yes(second)


@pytest.mark.django_db
def test_time_kept_free_by_staff_is_taken_too():
    first, second = two_invitations()
    Booking.objects.filter(pk=first.pk).update(
        state=BookingState.PROPOSED, invited_at=None, answer_by=None, token_hash=None
    )
    keep_free(first, by=None)

    with pytest.raises(DoubleBooked):
        answering.say_yes(second)


@pytest.mark.django_db
def test_the_database_itself_refuses_where_no_function_of_ours_was_asked():
    first, second = two_invitations()
    Booking.objects.filter(pk=first.pk).update(state=BookingState.CONFIRMED)

    def by_hand():
        with transaction.atomic():
            Booking.objects.filter(pk=second.pk).update(state=BookingState.CONFIRMED)

    if ON_POSTGRES:
        with pytest.raises(IntegrityError, match="never_in_two_places"):
            by_hand()
    assert "never_in_two_places" in {one.name for one in Booking._meta.constraints}


@pytest.mark.django_db(transaction=True)
def test_two_yeses_at_the_same_moment_on_two_connections_end_with_one_booking():
    first, second = two_invitations()
    together, heard = threading.Barrier(2, timeout=20), []

    def press(booking):
        try:
            with clock.at(NOON):
                together.wait()
                answering.say_yes(booking)
                heard.append("yes")
        except DoubleBooked:
            heard.append("refused")
        finally:
            connection.close()

    hands = [threading.Thread(target=press, args=[booking]) for booking in (first, second)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(30)

    assert sorted(heard) == ["refused", "yes"]
    assert Booking.objects.filter(state=BookingState.CHECKING).count() == 1
    assert Booking.objects.filter(state=BookingState.INVITED).count() == 1
