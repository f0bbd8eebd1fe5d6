"""A speaker's link: opening it changes nothing, one press answers, a no asks nothing, stepping back is one tap."""

from datetime import timedelta

import pytest
from django.urls import reverse

from people import clock
from people.models import OutboxMessage
from speakers.domain import answering
from speakers.domain.confirming import confirm
from speakers.domain.tokens import ANSWER, token_for
from speakers.enums import BookingState, RequestState
from speakers.models import Booking, BookingEvent
from tests.factories.speakers import NOON, a_request, a_speaker, invited, says_yes, staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    with clock.at(NOON):
        yield


@pytest.fixture
def booking():
    comms = staff()
    return invited(says_yes(a_speaker()), a_request(by=comms), by=comms)


def link(booking):
    return reverse("speakers:answer", args=[token_for(ANSWER, booking.uid)])


def state(booking):
    return Booking.objects.get(pk=booking.pk).state


def test_opening_the_link_ten_times_changes_nothing(client, booking):
    before = BookingEvent.objects.count()

    answers = [client.get(link(booking)) for _ in range(10)] + [client.head(link(booking))]

    assert {answer.status_code for answer in answers} == {200}
    assert (state(booking), BookingEvent.objects.count()) == (BookingState.INVITED, before)
    assert answers[0]["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(
    ("press", "leads_to"),
    [("yes", BookingState.CHECKING), ("maybe", BookingState.MAYBE), ("no", BookingState.DECLINED)],
)
def test_one_press_answers_and_a_second_press_changes_nothing_more(client, booking, press, leads_to):
    client.post(link(booking), {"answer": press})
    events = BookingEvent.objects.count()
    again = client.post(link(booking), {"answer": press}, follow=True)

    assert again.status_code == 200
    assert (state(booking), BookingEvent.objects.count()) == (leads_to, events)


def test_after_maybe_a_yes_is_still_possible(client, booking):
    client.post(link(booking), {"answer": "maybe"})
    client.post(link(booking), {"answer": "yes"})

    assert state(booking) == BookingState.CHECKING


def test_no_asks_nothing_and_tells_staff_a_code_but_no_name(client, booking):
    page = client.post(link(booking), {"answer": "no"}, follow=True).content.decode()

    assert "<textarea" not in page
    assert "why" not in page.lower()
    told = OutboxMessage.objects.get(event="speakers/answer_received")
    assert "Joss" not in told.subject + told.body
    assert booking.request.uid.hex[:6].upper() in told.subject


def test_a_yes_after_a_no_is_refused_kindly(client, booking):
    client.post(link(booking), {"answer": "no"})
    late = client.post(link(booking), {"answer": "yes"})

    assert late.status_code == 409
    assert "Nothing was changed" in late.content.decode()
    assert state(booking) == BookingState.DECLINED


def test_when_the_time_is_over_the_page_says_so_and_a_yes_does_not_count(client, booking):
    with clock.at(booking.answer_by + timedelta(seconds=1)):
        page = client.get(link(booking)).content.decode()
        late = client.post(link(booking), {"answer": "yes"})

        assert "The time for this one is over" in page
        assert (late.status_code, state(booking)) == (409, BookingState.INVITED)
        assert answering.expire_due() == 1
        assert state(booking) == BookingState.EXPIRED


def test_before_the_time_is_over_nothing_expires(booking):
    with clock.at(booking.answer_by - timedelta(seconds=1)):
        assert answering.expire_due() == 0


@pytest.mark.parametrize("token", ["x", "0" * 40, "%00", "\u202e", "a" * 3000])
def test_an_unknown_link_is_a_plain_404_the_same_for_all(client, booking, token):
    known = client.get("/answer/nothing-here/")
    answer = client.post(f"/answer/{token}/", {"answer": "yes"})

    assert (answer.status_code, known.status_code) == (404, 404)
    assert state(booking) == BookingState.INVITED


def test_nonsense_as_an_answer_changes_nothing(client, booking):
    answer = client.post(link(booking), {"answer": "{{ 7*7 }}\x00", "support": "everybody"})

    assert answer.status_code == 302
    assert state(booking) == BookingState.INVITED


def test_stepping_back_is_one_press_and_the_organiser_never_hears_why(client, booking):
    answering.say_yes(booking)
    confirm(Booking.objects.get(pk=booking.pk), by=booking.request.owner)
    assert Booking.objects.get(pk=booking.pk).request.state == RequestState.FILLED

    page = client.post(link(booking), {"answer": "step_back"}, follow=True).content.decode()

    assert "That is completely fine" in page
    assert state(booking) == BookingState.WITHDRAWN
    assert Booking.objects.get(pk=booking.pk).request.state == RequestState.INVITING
    told = OutboxMessage.objects.get(event="speakers/organiser_speaker_unavailable")
    assert "Joss" not in told.subject + told.body
    assert BookingEvent.objects.filter(verb="withdraw").get().by is None


def test_stepping_back_before_anything_was_agreed_tells_the_organiser_nothing(client, booking):
    answering.say_yes(booking)

    client.post(link(booking), {"answer": "step_back"})

    assert state(booking) == BookingState.WITHDRAWN
    assert not OutboxMessage.objects.filter(event="speakers/organiser_speaker_unavailable").exists()


def test_who_goes_along_is_theirs_to_choose(client, booking):
    answering.say_yes(booking)
    assert Booking.objects.get().support == "team"

    client.post(link(booking), {"support": "nobody"})

    assert Booking.objects.get().support == "nobody"


def test_a_second_yes_at_the_same_time_is_refused_without_telling_of_the_first(client, booking):
    other = invited(
        booking.speaker,
        a_request(by=booking.request.owner, title="SECRET OTHER EVENT"),
        by=booking.request.owner,
    )
    answering.say_yes(other)

    refused = client.post(link(booking), {"answer": "yes"})

    assert refused.status_code == 409
    assert "You cannot be in two places" in refused.content.decode()
    assert "SECRET OTHER EVENT" not in refused.content.decode()
    assert state(booking) == BookingState.INVITED


def test_the_link_shows_what_the_invitation_said_even_when_the_request_changes_later(client, booking):
    request = booking.request
    request.title, request.audience = "CHANGED TITLE", "CHANGED AUDIENCE"
    request.save()

    page = client.get(link(booking)).content.decode()

    assert "Housing officers" in page
    assert "CHANGED" not in page
    assert request.organiser_name not in page
    assert request.organiser_email not in page
