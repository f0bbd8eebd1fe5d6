"""A speaker's own desk and calendar: everything of theirs, nothing of anybody else's."""

import pytest
from icalendar import Calendar

from people import clock
from people.roles import COMMS
from speakers.domain import answering
from speakers.domain.calendars import calendar_token, end_links
from speakers.domain.confirming import confirm
from speakers.models import Booking, Speaker
from tests.factories.speakers import NOON, a_request, a_speaker, a_topic, invited, says_yes, staff

pytestmark = pytest.mark.django_db
DESK = "/my/speaking/"


@pytest.fixture(autouse=True)
def noon():
    with clock.at(NOON):
        yield


def test_my_desk_shows_what_i_am_asked_what_i_agreed_and_what_i_will_not_talk_about(client):
    comms = staff()
    speaker = says_yes(a_speaker())
    speaker.stances.create(topic=a_topic("bereavement"), stance="will_not")
    speaker.stances.create(topic=a_topic("women"), stance="ask_first")
    invited(speaker, a_request(by=comms, title="The first one"), by=comms)
    answering.say_yes(invited(speaker, a_request(by=comms, title="The second one", days=80), by=comms))
    invited(says_yes(a_speaker("Temi")), a_request(by=comms, title="SOMEBODY ELSES"), by=comms)
    client.force_login(speaker.person.user)

    page = client.get(DESK).content.decode()

    assert page.index("You are asked") < page.index("The first one") < page.index("You said yes to")
    assert page.index("You said yes to") < page.index("The second one")
    assert page.index("What I will not talk about") < page.index("Bereavement")
    assert "Ask me first: Women" in " ".join(page.split())
    assert "SOMEBODY ELSES" not in page


def test_the_desk_is_closed_to_strangers_and_staff_and_kind_to_those_who_do_not_speak(client):
    stranger = client.get(DESK)
    client.force_login(staff(COMMS))
    comms = client.get(DESK)
    author = a_speaker()
    person = author.person
    Speaker.objects.all().delete()
    client.force_login(person.user)

    assert stranger.status_code == 302
    assert comms.status_code == 403
    assert "You are not on our list of speakers" in client.get(DESK).content.decode()


def test_i_take_a_rest_and_come_back_by_myself(client):
    speaker = a_speaker()
    client.force_login(speaker.person.user)

    client.post(f"{DESK}rest/", {"act": "rest", "until": "2027-05-01"})
    assert Speaker.objects.get().status == "resting"
    assert "You are resting until 1 May 2027" in client.get(DESK).content.decode()
    client.post(f"{DESK}rest/", {"act": "back"})
    assert Speaker.objects.get().status == "active"


def test_a_rest_that_ends_in_the_past_is_asked_again(client):
    client.force_login(a_speaker().person.user)

    answer = client.post(f"{DESK}rest/", {"act": "rest", "until": "2020-05-01"})

    assert answer.status_code == 422
    assert "That day has passed" in answer.content.decode()
    assert Speaker.objects.get().status == "active"


def test_what_support_has_paused_only_support_ends(client):
    client.force_login(a_speaker(status="paused").person.user)

    client.post(f"{DESK}rest/", {"act": "back"})

    assert Speaker.objects.get().status == "paused"


def calendar(client, speaker):
    answer = client.get(f"/calendar/{calendar_token(speaker)}.ics")
    return answer, Calendar.from_ical(answer.content)


def test_the_calendar_says_appointment_and_nothing_else_and_follows_every_change(client):
    comms = staff()
    speaker = says_yes(a_speaker())
    booking = answering.say_yes(invited(speaker, a_request(by=comms, title="CANARY, title"), by=comms))

    answer, before = calendar(client, speaker)
    confirm(booking, by=comms)
    _, agreed = calendar(client, speaker)
    answering.step_back(Booking.objects.get())
    _, after = calendar(client, speaker)

    first, second, third = (one.events[0] for one in (before, agreed, after))
    assert [str(one["status"]) for one in (first, second, third)] == ["TENTATIVE", "CONFIRMED", "CANCELLED"]
    assert len({str(one["uid"]) for one in (first, second, third)}) == 1
    assert int(first["sequence"]) < int(second["sequence"]) < int(third["sequence"])
    assert str(first["summary"]) == "Appointment"
    assert first.start == booking.starts_at
    for word in ("CANARY", "Guildhall", "Kestlewick", "Marguerite", "prison"):
        assert word.encode() not in answer.content


def test_what_was_never_agreed_is_in_no_calendar(client):
    comms = staff()
    speaker = says_yes(a_speaker())
    answering.say_no(invited(speaker, a_request(by=comms), by=comms))
    invited(speaker, a_request(by=comms, days=80), by=comms)

    _, found = calendar(client, speaker)

    assert found.events == []


def test_a_new_address_ends_the_old_one_and_a_guess_opens_nothing(client):
    speaker = a_speaker()
    old = calendar_token(speaker)
    assert client.get(f"/calendar/{old}.ics").status_code == 200

    end_links(speaker)

    assert client.get(f"/calendar/{old}.ics").status_code == 404
    assert client.get(f"/calendar/{calendar_token(speaker)}.ics").status_code == 200
    for guess in ("x", speaker.uid.hex, speaker.uid.hex + "0" * 40, "0" * 72):
        assert client.get(f"/calendar/{guess}.ics").status_code == 404
