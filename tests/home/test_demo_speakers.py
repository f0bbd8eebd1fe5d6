"""The demo's speakers and requests are built by the domain itself, so loading them proves the domain."""

import pytest

from consent.domain.proof.audit import audit
from home.demo.requests import REQUESTS
from home.demo.speakers import SPEAKERS
from home.demo_loading.charity import found_charity
from home.demo_loading.members import invite_everybody
from home.demo_loading.speakers import load_requests, load_speakers
from people import clock
from speakers.domain.profiles import listed
from speakers.enums import BookingState, RequestState
from speakers.models import Booking, Speaker, SpeakerRequest

pytestmark = pytest.mark.django_db


def test_the_whole_cast_stands_with_its_yeses_and_each_screen_has_something_to_show():
    staff = found_charity()
    people = invite_everybody(staff)

    load_speakers(people, by=staff["comms"])
    load_requests(by=staff["comms"])

    assert Speaker.objects.count() == len(SPEAKERS)
    now = [row.title for row in SpeakerRequest.objects.exclude(state=RequestState.CLOSED).order_by("pk")]
    assert now == [words.title for words in REQUESTS]
    assert list(audit()) == []
    assert "Ravindra Pell" in [one.name for one in listed(clock.now())]
    assert Booking.objects.filter(state=BookingState.INVITED).exists()
    assert Booking.objects.filter(state=BookingState.CONFIRMED).exists()
