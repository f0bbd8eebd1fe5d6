"""Asking for a speaker: clear questions, kept words, one mail, one press to confirm, nothing half-saved."""

from datetime import timedelta
from html import unescape

import pytest
from django.core.cache import cache
from django.urls import reverse

from people import clock
from people.models import OutboxMessage
from speakers.domain.requests import NotEnoughKnown, open_up, page_token
from speakers.domain.shortlisting import shortlist
from speakers.enums import RequestState
from speakers.models import RequestEvent, SpeakerRequest
from speakers.public.stamp import QUICKEST, new_stamp
from tests.factories.speakers import NOON, a_request, a_speaker, a_topic, invited, says_yes, staff

pytestmark = pytest.mark.django_db
FORM = "/speakers/request/?kind=event"


@pytest.fixture(autouse=True)
def noon():
    cache.clear()
    with clock.at(NOON):
        yield


def filled(**changes):
    """A form that somebody took a minute to fill in."""
    with clock.at(NOON - timedelta(minutes=1)):
        stamp = new_stamp()
    return {
        "form": "talk",
        "title": "Housing officers’ winter day",
        "own_format": "A short talk",
        "day": "2027-04-20",
        "begins": "10:30",
        "ends": "11:15",
        "decide_day": "2027-04-01",
        "place": "The Guildhall",
        "audience": "Sixty officers",
        "purpose": "To hear what a Friday is like.",
        "identity": "3",
        "language": "en",
        "seats": "1",
        "topics": [a_topic().pk],
        "organiser_name": "Marguerite Stubbs",
        "organisation": "Kestlewick Housing",
        "organiser_email": "marguerite@kestlewick-housing.example",
        "stamp": stamp,
    } | changes


def link(request):
    return reverse("speakers:organiser", args=[page_token(request)])


def test_a_request_waits_until_its_address_is_confirmed_and_looking_does_not_confirm(client):
    answer = client.post(FORM, filled())

    request = SpeakerRequest.objects.get()
    assert (answer.status_code, request.state) == (302, RequestState.DRAFT)
    assert link(request) in OutboxMessage.objects.get(event="speakers/request_verify").body
    client.get(link(request))
    assert SpeakerRequest.objects.get().state == RequestState.DRAFT
    client.post(link(request), {"act": "confirm"})
    client.post(link(request), {"act": "confirm"})
    assert SpeakerRequest.objects.get().state == RequestState.RECEIVED
    assert RequestEvent.objects.filter(verb="confirm address").count() == 1


def test_the_same_form_sent_twice_is_one_request_and_one_mail(client):
    form = filled()

    client.post(FORM, form)
    client.post(FORM, form)
    client.post(FORM, form | {"title": "Another day altogether"})

    assert SpeakerRequest.objects.count() == 2
    assert OutboxMessage.objects.filter(event="speakers/request_verify").count() == 2


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"title": ""}, "“What is it called?” is missing."),
        ({"title": "\u200b\u2060"}, "“What is it called?” is missing."),
        ({"organiser_name": "\u3164"}, "“Your name” is missing."),
        ({"place": "\u200b"}, "Say where it is, or say that it can be done online."),
        ({"title": "x" * 1_000_000}, "is too long. Use at most 120 letters; this has 1000000."),
        ({"day": "soon"}, "Write a day like 9/12/2026."),
        ({"day": "2020-01-01"}, "That day has passed."),
        ({"day": "2099-01-01"}, "That is more than two years away."),
        ({"ends": "09:00"}, "It ends before it starts."),
        ({"begins": "quarter past"}, "Write a time like 14:30."),
        ({"day": "2027-03-28", "begins": "01:30"}, "this time does not exist"),
        ({"day": "2027-10-31", "begins": "01:30", "decide_day": "2027-10-01"}, "this time comes twice"),
        ({"decide_day": "2027-05-20"}, "That is after it has happened."),
        ({"place": ""}, "Say where it is, or say that it can be done online."),
        ({"organiser_email": "not an address"}, "Write an e-mail address like"),
        ({"seats": "-1"}, "Choose a number that is really possible."),
        ({"form": "sermon"}, "Choose again"),
        ({"identity": "9"}, "Choose again"),
        ({"topics": ["999999", "x"]}, "Choose again: “What should they speak about?”"),
        ({"own_format": ""}, "“What will they do?” is missing."),
    ],
)
def test_what_is_wrong_is_said_plainly_and_what_was_typed_stays(client, changes, says):
    answer = client.post(FORM, filled(purpose="KEPT WORDS", **changes))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert "KEPT WORDS" in page
    assert not SpeakerRequest.objects.exists()
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("\u202eevil", "\u202eevil"),
        ("😀 {{ 7*7 }} {% now %}", "😀 {{ 7*7 }} {% now %}"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("'; DROP TABLE speakers; --", "'; DROP TABLE speakers; --"),
    ],
)
def test_strange_words_are_kept_as_words(client, typed, kept):
    client.post(FORM, filled(title=typed))

    request = SpeakerRequest.objects.get()
    page = client.get(link(request)).content.decode()
    assert request.title == kept
    assert "<script>alert" not in page


@pytest.mark.parametrize("number", ["9" * 20, "9" * 5000, "-1", "²", "\x00", "x"])
def test_a_topic_that_there_is_not_is_said_and_what_was_typed_stays(client, number):
    answer = client.post(FORM, filled(topics=[number]))

    assert answer.status_code == 422
    assert "Housing officers" in answer.content.decode()
    assert not SpeakerRequest.objects.exists()


def test_a_machine_that_fills_in_the_hidden_field_is_thanked_and_forgotten(client):
    answer = client.post(FORM, filled(website="https://spam.example"))

    assert answer.status_code == 302
    assert not SpeakerRequest.objects.exists()


def test_a_form_sent_in_a_blink_asks_to_press_again_and_then_goes_through(client):
    blink = client.post(FORM, filled(stamp=new_stamp(), purpose="KEPT WORDS"))
    page = blink.content.decode()

    assert blink.status_code == 422
    assert "press the button again" in page
    assert "KEPT WORDS" in page
    stamp = page.split('name="stamp" value="')[1].split('"')[0]
    with clock.at(NOON + timedelta(seconds=QUICKEST + 1)):
        assert client.post(FORM, filled(stamp=stamp)).status_code == 302
    assert SpeakerRequest.objects.count() == 1


@pytest.mark.parametrize("stamp", ["", "forged", "\x00"])
def test_a_stamp_that_is_not_ours_asks_to_press_again(client, stamp):
    assert client.post(FORM, filled(stamp=stamp)).status_code == 422


def test_one_address_cannot_be_flooded(client):
    for n in range(8):
        client.post(FORM, filled(title=f"Day {n}"))
    flood = client.post(FORM, filled(title="Day 9"))

    assert flood.status_code == 429
    assert "many requests from this address today" in flood.content.decode()
    assert SpeakerRequest.objects.count() == 8


@pytest.mark.parametrize("kind", ["media", "ministerial"])
def test_each_kind_asks_its_own_questions(client, kind):
    page = client.get(f"/speakers/request/?kind={kind}").content.decode()

    assert ("Journalist" in page, "Department" in page) == (kind == "media", kind == "ministerial")


def test_an_unknown_kind_leads_to_the_first_question(client):
    assert "Ministers or officials" in client.get("/speakers/request/?kind=wedding").content.decode()


def test_the_organisers_page_says_where_it_stands_and_never_who_is_asked(client):
    comms = staff()
    request = a_request(by=comms)
    invited(says_yes(a_speaker("CANARY SPEAKER")), request, by=comms)

    page = client.get(link(request)).content.decode()

    assert "We are asking people. Nobody is promised yet." in page
    assert "CANARY" not in page


def test_the_organiser_can_cancel_and_everybody_asked_is_released(client):
    comms = staff()
    request = a_request(by=comms)
    booking = invited(says_yes(a_speaker()), request, by=comms)

    client.post(link(request), {"act": "cancel"})
    again = client.post(link(request), {"act": "cancel"})

    booking.refresh_from_db()
    assert (booking.state, again.status_code) == ("cancelled_by_organiser", 409)
    assert SpeakerRequest.objects.get().state == RequestState.CANCELLED
    told = OutboxMessage.objects.get(event="speakers/called_off")
    assert told.person == booking.speaker.person
    assert request.title not in told.subject + told.body


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("", "That is not possible any more. Nothing was changed. Look at the page again."),
        ("/cy", "Nid yw hynny'n bosibl mwyach. Ni newidiwyd dim. Edrychwch ar y dudalen eto."),
    ],
)
def test_what_is_not_possible_any_more_is_said_in_the_language_of_the_page(client, start, said):
    request = a_request(by=staff())
    client.post(link(request), {"act": "cancel"})

    again = client.post(f"{start}{link(request)}", {"act": "cancel"})

    assert (again.status_code, said in unescape(again.content.decode())) == (409, True)


@pytest.mark.parametrize("token", ["x", "0" * 40, "a" * 3000])
def test_an_unknown_page_is_a_404(client, token):
    assert client.get(f"/requests/{token}/").status_code == 404
    assert client.post(f"/requests/{token}/", {"act": "cancel"}).status_code == 404


def test_what_staff_record_is_open_at_once_when_all_is_known_and_says_what_is_missing_when_not():
    comms = staff()
    complete = a_request(by=comms)
    nowhere = a_request(by=comms, latitude=None, longitude=None)

    assert (complete.state, nowhere.state) == (RequestState.OPEN, RequestState.TRIAGED)
    with pytest.raises(NotEnoughKnown, match="We do not know where it is: choose a venue"):
        open_up(nowhere, by=comms)
    with pytest.raises(NotEnoughKnown):
        shortlist(nowhere, by=comms)


def test_comms_record_a_request_on_one_page_and_a_slip_keeps_every_word(client):
    client.force_login(staff())
    address = reverse("speakers_requests:new") + "?kind=event"
    words = filled(map_point="53.402, -1.748")

    slip = client.post(address, words | {"map_point": "north of here", "title": "KEPT WORDS"})
    fine = client.post(address, words)
    client.post(address, words)

    assert "Write two numbers with a comma" in slip.content.decode()
    assert "KEPT WORDS" in slip.content.decode()
    request = SpeakerRequest.objects.get()
    assert fine.status_code == 302
    assert (request.state, request.uses, request.latitude) == (RequestState.OPEN, ["event-talk"], 53.402)


def test_correcting_a_request_shows_what_is_known_and_changes_only_that(client):
    comms = staff()
    client.force_login(comms)
    request = a_request(by=comms)
    address = reverse("speakers_requests:edit", args=[request.uid])

    before = client.get(address).content.decode()
    client.post(address, filled(title="A better title", place="", remote="on"))

    request.refresh_from_db()
    assert "Housing officers’ winter day" in before
    assert (request.title, request.remote, request.place) == ("A better title", True, "")
