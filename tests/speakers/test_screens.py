"""Who may open which screen, and that nothing typed there breaks or runs."""

import pytest
from django.urls import reverse

from consent.domain.acts import asking
from people import clock
from people.roles import ADMINISTRATOR, COMMS, DPO, SAFEGUARDING, SUPPORTER
from speakers.models import Outlet, Speaker, TrainingModule, Venue
from tests.factories.speakers import NOON, a_request, a_speaker, a_topic, invited, says_yes, staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    with clock.at(NOON):
        yield


def comms_addresses():
    comms = staff(first_name="Other")
    request = a_request(by=comms)
    speaker = says_yes(a_speaker())
    booking = invited(speaker, request, by=comms)
    one = [request.uid]
    return [
        reverse("speakers_requests:index"),
        reverse("speakers_requests:new"),
        reverse("speakers_requests:wall"),
        reverse("speakers_requests:view", args=one),
        reverse("speakers_requests:edit", args=one),
        reverse("speakers_requests:shortlist", args=one),
        reverse("speakers_requests:act", args=one),
        reverse("speakers_requests:invite", args=[request.uid, speaker.uid]),
        reverse("speakers_requests:booking", args=[request.uid, booking.uid]),
        reverse("speakers_venue_modeladmin_index"),
        reverse("speakers_outlet_modeladmin_create"),
    ]


@pytest.mark.parametrize("role", [SUPPORTER, SAFEGUARDING, DPO, ADMINISTRATOR])
def test_requests_and_tables_are_for_comms_alone(client, role):
    addresses = comms_addresses()
    client.force_login(staff(role, first_name="Priya"))

    assert {client.get(address).status_code for address in addresses} <= {302, 403}
    assert {client.post(address).status_code for address in addresses} <= {302, 403}


def test_comms_open_each_of_them(client):
    addresses = comms_addresses()
    client.force_login(staff())

    statuses = {address: client.get(address).status_code for address in addresses}

    assert set(statuses.values()) == {200, 405}
    assert sum(status == 405 for status in statuses.values()) == 3


def test_a_supporter_keeps_the_cards_of_their_own_people_and_of_nobody_else(client):
    priya, huw = staff(SUPPORTER, first_name="Priya"), staff(SUPPORTER, first_name="Huw")
    mine, theirs = a_speaker("Mine"), a_speaker("Theirs")
    for speaker, supporter in ((mine, priya), (theirs, huw)):
        speaker.person.supporter = supporter
        speaker.person.save()
    client.force_login(priya)

    listed = client.get(reverse("speakers_people:index")).content.decode()
    own = client.get(reverse("speakers_people:edit", args=[mine.uid]))
    other = client.get(reverse("speakers_people:edit", args=[theirs.uid]))
    nobody = client.get(reverse("speakers_people:edit", args=["00000000-0000-4000-8000-000000000000"]))

    assert ("Mine" in listed, "Theirs" in listed) == (True, False)
    assert own.status_code == 200
    assert (other.status_code, other.content) == (nobody.status_code, nobody.content)
    assert other.status_code in {302, 403}


def test_comms_cannot_open_a_card(client):
    speaker = a_speaker()
    client.force_login(staff(COMMS))

    assert client.get(reverse("speakers_people:edit", args=[speaker.uid])).status_code in {302, 403}


def card(**changes):
    return {
        "display_name": "Joss",
        "bio": "I speak.",
        "travel_limit_km": "40",
        "max_asks_30d": "2",
        "max_bookings_90d": "3",
        "min_gap_days": "14",
        "listing": "listed",
        "spoken": ["en", "cy"],
    } | changes


def test_a_card_keeps_topics_languages_and_training_and_a_slip_keeps_what_was_typed(client):
    priya = staff(SUPPORTER, first_name="Priya")
    speaker = a_speaker(topics=())
    speaker.person.supporter = priya
    speaker.person.save()
    topic = a_topic("families")
    module = TrainingModule.objects.create(slug="talks", name="Talks")
    client.force_login(priya)
    address = reverse("speakers_people:edit", args=[speaker.uid])

    slip = client.post(address, card(travel_limit_km="far", bio="KEPT WORDS"))
    fine = client.post(
        address, card(**{f"topic_{topic.pk}": "will_not", f"module_{module.pk}": "2028-01-01"})
    )

    assert "KEPT WORDS" in slip.content.decode()
    assert fine.status_code == 302
    speaker = Speaker.objects.get()
    assert (speaker.travel_limit_km, speaker.bio) == (40, "I speak.")
    assert {one.language for one in speaker.languages.all()} == {"en", "cy"}
    assert speaker.stances.get().stance == "will_not"
    assert str(speaker.trainings.get().expires_on) == "2028-01-01"


def test_asking_about_speaking_goes_through_the_consent_room(client):
    priya = staff(SUPPORTER, first_name="Priya")
    speaker = a_speaker()
    speaker.person.supporter = priya
    speaker.person.save()
    client.force_login(priya)
    address = reverse("speakers_people:ask", args=[speaker.uid])

    client.post(address, {"uses": ["event-talk", "training"]})
    client.post(address, {"uses": ["event-talk"]})
    client.post(address, {"uses": ["nonsense"]})
    client.post(address, {})

    speaker.refresh_from_db()
    asked = asking.open_asks(speaker.person_id, speaker.speaking_file_id)
    assert [one.use.slug for one in asked] == ["event-talk", "training"]


@pytest.mark.parametrize("nasty", ["=1+1", "+44", "-2", "@SUM(A1)"])
def test_no_cell_of_a_spreadsheet_is_a_formula(client, nasty):
    client.force_login(staff())
    Venue.objects.create(name=nasty, town="Kestlewick", latitude=1, longitude=1)
    Outlet.objects.create(name=nasty, kind="radio")

    for table in ("venue", "outlet"):
        answer = client.get(reverse(f"speakers_{table}_modeladmin_index"), {"export": "csv"})
        rows = b"".join(answer.streaming_content).decode().splitlines()
        assert rows[1].strip('"').startswith(f"'{nasty}"[:2])
        assert not rows[1].startswith(nasty)


def test_a_list_answers_only_what_it_asks_itself(client):
    client.force_login(staff())
    Outlet.objects.create(name="The Lantern", kind="newspaper")
    Outlet.objects.create(name="Radio Sallow", kind="radio")
    address = reverse("speakers_outlet_modeladmin_index")

    def rows(**asked):
        text = client.get(address, asked).content.decode()
        return [name for name in ("The Lantern", "Radio Sallow") if name in text]

    assert rows(kind__exact="radio") == rows(q="Sallow") == ["Radio Sallow"]
    assert rows(requests__id="1", about="x", kind__foo="y", q="\x00", o="9" * 5000) == [
        "The Lantern",
        "Radio Sallow",
    ]


def test_nonsense_in_addresses_and_acts_is_no_error(client):
    comms = staff()
    request = a_request(by=comms)
    client.force_login(comms)
    address = reverse("speakers_requests:act", args=[request.uid])

    assert client.post(address, {"act": "{{ explode }}\x00"}).status_code == 302
    assert client.get(reverse("speakers_requests:index"), {"p": "x" * 500}).status_code == 200
    assert client.get(reverse("speakers_requests:new"), {"kind": "\x00"}).status_code == 200
    assert client.get(reverse("speakers_requests:index"), {"p": "-1", "over": "1"}).status_code == 200
