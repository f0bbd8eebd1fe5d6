"""Asking a speaker: only for what they said yes to, never above their limit unwarned, never at night."""

from datetime import timedelta

import pytest
from django.urls import reverse

from consent.domain.stop import stopping
from people import clock
from people.models import OutboxMessage
from speakers.domain import answering
from speakers.domain.confirming import GateShut, confirm
from speakers.domain.inviting import AboveTheirLimit, CannotInvite, invite
from speakers.domain.rechecking import recheck_due
from speakers.domain.request_states import NotPossibleNow
from speakers.domain.requests import decline
from speakers.domain.times import not_at_night, say_when
from speakers.domain.tokens import ANSWER, token_for
from speakers.enums import BookingState, RequestState
from speakers.models import Booking, Recheck, TrainingModule
from tests.factories.speakers import NOON, a_request, a_speaker, invited, says_yes, staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    with clock.at(NOON):
        yield


def test_an_invitation_leads_to_their_link_and_says_that_no_is_fine():
    comms = staff()
    booking = invited(says_yes(a_speaker()), a_request(by=comms), by=comms)

    message = OutboxMessage.objects.get(event="speakers/invitation")

    assert f"/answer/{token_for(ANSWER, booking.uid)}/" in message.body
    assert "No is fine" in message.body
    assert "Housing" not in message.subject
    assert booking.request.state == RequestState.INVITING


def test_pressing_twice_asks_once():
    comms = staff()
    speaker, request = says_yes(a_speaker()), a_request(by=comms)

    first = invite(request, speaker, by=comms)
    second = invite(request, speaker, by=comms)

    assert first.booking.pk == second.booking.pk
    assert OutboxMessage.objects.filter(event="speakers/invitation").count() == 1


def test_without_a_yes_for_this_nobody_is_asked():
    comms = staff()
    speaker, request = says_yes(a_speaker(), "training"), a_request(by=comms)

    with pytest.raises(CannotInvite, match="Has not said yes to talks and panels at events"):
        invite(request, speaker, by=comms)

    assert not Booking.objects.exists()
    assert not OutboxMessage.objects.filter(event="speakers/invitation").exists()


def test_a_private_reason_refuses_in_one_neutral_sentence():
    comms = staff()
    speaker, request = says_yes(a_speaker()), a_request(by=comms)
    speaker.stances.update(stance="will_not")

    with pytest.raises(CannotInvite) as refused:
        invite(request, speaker, by=comms)

    assert str(refused.value) == "Not for this request."


def test_above_their_own_limit_only_after_a_warning(client):
    comms = staff()
    client.force_login(comms)
    speaker = says_yes(a_speaker(max_asks_30d=1, min_gap_days=0))
    invited(speaker, a_request(by=comms), by=comms)
    request = a_request(by=comms, days=60)
    address = reverse("speakers_requests:invite", args=[request.uid, speaker.uid])

    with pytest.raises(AboveTheirLimit):
        invite(request, speaker, by=comms)
    warned = client.post(address)
    assert warned.status_code == 422
    assert "Wants 1 ask at most in 30 days." in warned.content.decode()
    assert Booking.objects.count() == 1
    assert client.post(address, {"above_limit": "yes"}).status_code == 302
    assert Booking.objects.filter(state=BookingState.INVITED).count() == 2


@pytest.mark.parametrize(
    ("asked", "goes_out"),
    [
        (NOON, NOON),
        (NOON.replace(hour=20), NOON.replace(day=3, hour=8)),
        (NOON.replace(hour=7, minute=59), NOON.replace(hour=8)),
        (NOON.replace(month=3, day=27, hour=21), NOON.replace(month=3, day=28, hour=7)),
    ],
)
def test_nobody_is_woken_also_when_the_clocks_change(asked, goes_out):
    assert not_at_night(asked) == goes_out


def test_an_invitation_written_at_night_waits_for_the_morning():
    with clock.at(NOON.replace(hour=23)):
        comms = staff()
        booking = invited(says_yes(a_speaker()), a_request(by=comms), by=comms)

        message = OutboxMessage.objects.get(event="speakers/invitation")
        assert message.due_at == NOON.replace(day=3, hour=8)
        assert booking.answer_by == message.due_at + timedelta(hours=72)


def test_times_are_said_in_london():
    start = NOON.replace(month=7, day=6)

    assert say_when(start, start + timedelta(hours=1)) == "Tuesday 6 July 2027, 13:00 to 14:00"


def test_after_we_turned_the_request_down_nobody_is_asked():
    comms = staff()
    speaker, request = says_yes(a_speaker()), a_request(by=comms)
    decline(request, by=comms)

    with pytest.raises(NotPossibleNow):
        invite(request, speaker, by=comms)

    assert not OutboxMessage.objects.filter(event="speakers/invitation").exists()
    assert not Booking.objects.exists()


def test_confirming_tells_both_sides_and_fills_the_seat():
    comms = staff()
    booking = answering.say_yes(invited(says_yes(a_speaker()), a_request(by=comms), by=comms))

    confirm(booking, by=comms)

    booking = Booking.objects.select_related("request").get()
    assert (booking.state, booking.request.state) == (BookingState.CONFIRMED, RequestState.FILLED)
    told = OutboxMessage.objects.get(event="speakers/organiser_confirmed")
    assert "Joss" not in told.body
    assert OutboxMessage.objects.filter(
        event="speakers/booking_confirmed", person=booking.speaker.person
    ).exists()


def test_of_two_seats_one_confirmed_fills_in_part():
    comms = staff()
    booking = answering.say_yes(invited(says_yes(a_speaker()), a_request(by=comms, seats=2), by=comms))

    confirm(booking, by=comms)

    assert Booking.objects.select_related("request").get().request.state == RequestState.PART_FILLED


def test_a_gate_that_is_shut_says_why_and_nothing_is_confirmed():
    comms = staff()
    speaker = says_yes(a_speaker())
    booking = answering.say_yes(invited(speaker, a_request(by=comms), by=comms))
    module = TrainingModule.objects.create(slug="talks", name="Talks and panels")
    booking.request.training.add(module)

    with pytest.raises(GateShut, match="Has not done the training: talks and panels"):
        confirm(booking, by=comms)

    assert Booking.objects.get().state == BookingState.CHECKING
    assert not OutboxMessage.objects.filter(event="speakers/organiser_confirmed").exists()


@pytest.mark.django_db(transaction=True)
def test_when_a_speaker_stops_speaking_every_booking_ahead_is_suspended_and_no_other():
    comms = staff()
    leaving, staying = says_yes(a_speaker("Joss")), says_yes(a_speaker("Temi"))
    first = answering.say_yes(invited(leaving, a_request(by=comms), by=comms))
    second = answering.say_yes(invited(staying, a_request(by=comms), by=comms))

    stopping.stop(leaving.person)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (BookingState.SUSPENDED, BookingState.CHECKING)
    assert not Recheck.objects.exists()
    with pytest.raises(GateShut, match="Has not said yes"):
        confirm(_resumed(first, comms), by=comms)


def _resumed(booking, comms):
    from speakers.domain.booking.carrying_out import resume

    return resume(booking, by=comms)


def test_what_is_owed_is_tried_again_until_it_is_done():
    comms = staff()
    speaker = says_yes(a_speaker())
    booking = answering.say_yes(invited(speaker, a_request(by=comms), by=comms))
    stopping.stop(speaker.person)
    assert Recheck.objects.count() == 1

    assert recheck_due() == 1

    booking.refresh_from_db()
    assert (booking.state, Recheck.objects.count()) == (BookingState.SUSPENDED, 0)
