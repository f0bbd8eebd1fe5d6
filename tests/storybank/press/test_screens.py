"""Comms' screens: each opens, keeps what was typed, says what is wrong, and is there for nobody else."""

from datetime import timedelta
from uuid import uuid4

import pytest

from people import clock, roles
from people.models import OutboxMessage
from storybank.models import Enquiry, OnDuty, PressText
from tests.factories import people, press

pytestmark = pytest.mark.django_db
TOMORROW = (clock.now() + timedelta(days=1)).strftime("%Y-%m-%dT17:55")
SCREENS = [
    "/admin/",
    "/admin/finder/",
    "/admin/finder/?q=visits",
    "/admin/finder/phone/",
    "/admin/finder/enquiries/",
    "/admin/finder/enquiries/new/",
    "/admin/finder/replies/",
    "/admin/finder/replies/more-time/",
    "/admin/packs/",
    "/admin/packs/newsletter/",
]


@pytest.fixture
def marcus(client):
    user = press.comms()
    client.force_login(user)
    return user


def enquiry_data(**changes):
    return {
        "uid": str(uuid4()),
        "outlet": "Radio Sallow",
        "use": "radio-tv",
        "journalist": "Ines Corrie, 01632 960200",
        "asks": "Who waits at the gate?",
        "deadline": TOMORROW,
    } | changes


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_opens_for_comms_and_is_kept_by_no_cache(screen, client, marcus):
    answer = client.get(screen)

    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]


@pytest.mark.parametrize("role", [None, roles.ADMINISTRATOR, roles.DPO, roles.SUPPORTER, roles.SAFEGUARDING])
@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen != "/admin/"])
def test_a_screen_is_not_there_for_anybody_else(screen, role, client):
    on_duty = screen.endswith("/phone/") and role in {roles.SUPPORTER, roles.SAFEGUARDING}
    client.force_login(people.a_member_of_staff(*([role] if role else [])))

    assert client.get(screen).status_code == (200 if on_duty else 403)


def test_comms_find_the_line_on_their_first_page_and_others_do_not(client, marcus):
    ours = client.get("/admin/").content.decode()
    client.force_login(people.a_supporter())
    theirs = client.get("/admin/").content.decode()

    assert "Someone is on the phone" in ours
    assert 'name="q"' in ours
    assert "Someone is on the phone" not in theirs


def test_the_finder_says_how_it_read_the_line_and_how_many_it_found(client, marcus):
    page = press.a_story()

    shown = client.get("/admin/finder/", {"q": "visits · North West · press · today"}).content.decode()

    assert all(words in shown for words in ("Visits", "North West", "Newspapers and online news", page.code))
    assert f"/admin/packs/new/{press.edition_of(page)}/newspapers/" in shown


@pytest.mark.parametrize(
    "line",
    [
        "\x00",
        "' OR 1=1 --",
        "{{ 7*7 }}",
        "<script>alert(1)</script>",
        "a" * 100_000,
        "\u202eflip",
        "🫖 AND NOT *",
    ],
)
def test_nothing_typed_breaks_the_finder(line, client, marcus):
    press.a_story()
    shown = client.get("/admin/finder/", {"q": line})

    assert shown.status_code == 200
    assert "<script>alert" not in shown.content.decode()
    assert shown.context["line"] == line[:200].replace("\x00", " ")


@pytest.mark.parametrize(
    "fields",
    [{"use": "nothing"}, {"use": "newspapers", "day": "9999-99-99"}, {"use": "newspapers", "theme": "\x00"}],
)
def test_lists_that_were_tampered_with_find_nothing_and_say_so(fields, client, marcus):
    shown = client.get("/admin/finder/", fields)

    assert shown.status_code == 200
    assert shown.context.get("piles") is None


def test_an_enquiry_is_written_down_handed_over_and_closed(client, marcus):
    other = press.comms(first_name="Ola")
    data = enquiry_data()
    client.post("/admin/finder/enquiries/new/", data)
    client.post("/admin/finder/enquiries/new/", data)
    enquiry = Enquiry.objects.get()
    address = f"/admin/finder/enquiries/{enquiry.uid}/"

    client.post(address, {"act": "hand_over", "to": other.pk})
    client.post(address, {"act": "answered"})
    client.post(address, {"act": "answered"})

    enquiry.refresh_from_db()
    assert (enquiry.owner, enquiry.state, enquiry.journalist) == (
        other,
        "answered",
        "Ines Corrie, 01632 960200",
    )
    assert [step.what for step in enquiry.steps.all()] == ["handed over", "answered"]
    told = OutboxMessage.objects.get(event="storybank/enquiry_handed_over")
    assert told.user == other
    assert "Sallow" not in told.subject + told.body


def test_who_asks_is_not_readable_in_the_database(client, marcus):
    client.post("/admin/finder/enquiries/new/", enquiry_data())

    raw = Enquiry.objects.extra(select={"raw": "journalist || asks"}).values_list("raw", flat=True)[0]

    assert "Corrie" not in raw
    assert "gate" not in raw


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"outlet": ""}, "Say which outlet it is."),
        ({"deadline": "soon"}, "Write a day and an hour."),
        ({"deadline": "9999-12-31T23:59"}, "more than a year away"),
        ({"use": "nothing"}, "Select a valid choice"),
        ({"asks": "a" * 3000}, "at most 2000"),
        ({"uid": "x"}, "uid"),
    ],
)
def test_an_enquiry_that_needs_another_look_keeps_what_was_typed(changes, problem, client, marcus):
    shown = client.post("/admin/finder/enquiries/new/", enquiry_data(**changes))

    assert shown.status_code == 422
    assert problem in shown.content.decode()
    assert "Ines Corrie" in shown.content.decode()
    assert not Enquiry.objects.exists()


def test_an_enquiry_goes_only_to_colleagues_in_comms(client, marcus):
    client.post("/admin/finder/enquiries/new/", enquiry_data())
    enquiry = Enquiry.objects.get()

    answer = client.post(
        f"/admin/finder/enquiries/{enquiry.uid}/", {"act": "hand_over", "to": people.a_supporter().pk}
    )

    enquiry.refresh_from_db()
    assert (answer.status_code, enquiry.owner) == (422, marcus)


def test_late_enquiries_stand_on_the_first_page(client, marcus):
    client.post("/admin/finder/enquiries/new/", enquiry_data())
    before = client.get("/admin/").content.decode()
    Enquiry.objects.update(deadline=clock.now() - timedelta(hours=1))

    assert "Late:" not in before
    assert "Late:" in client.get("/admin/").content.decode()


def test_the_phone_is_taken_and_handed_back(client):
    priya = people.a_supporter()
    client.force_login(priya)

    client.post("/admin/finder/phone/", {"act": "take", "phone": "01632 960111", "until": TOMORROW})
    taken = OnDuty.objects.get()
    client.post("/admin/finder/phone/", {"act": "back"})

    assert (taken.user, taken.phone) == (priya, "01632 960111")
    assert not OnDuty.objects.filter(ends_at__gt=clock.now()).exists()


@pytest.mark.parametrize(
    ("phone", "until"),
    [
        ("call me", TOMORROW),
        ("", TOMORROW),
        ("01632 960111", "2020-01-01T10:00"),
        ("01632 960111", "9999-01-01T10:00"),
    ],
)
def test_a_phone_without_a_number_or_an_end_is_not_taken(phone, until, client, marcus):
    answer = client.post("/admin/finder/phone/", {"act": "take", "phone": phone, "until": until})

    assert answer.status_code == 422
    assert not OnDuty.objects.exists()


def test_a_reply_can_be_changed_looked_at_and_put_back(client, marcus):
    address = "/admin/finder/replies/more-time/"

    looked = client.post(address, {"act": "show", "body": "I will ring {outlet} back."}).content.decode()
    assert "I will ring your desk back." in looked
    assert not PressText.objects.exists()

    client.post(address, {"act": "save", "body": "I will ring {outlet} back."})
    assert "I will ring your desk back." in client.get("/admin/finder/replies/").content.decode()

    client.post(address, {"act": "reset"})
    assert not PressText.objects.exists()


@pytest.mark.parametrize("act", ["save", "show"])
def test_a_reply_that_tells_is_refused_and_what_was_typed_stays(act, client, marcus):
    shown = client.post("/admin/finder/replies/more-time/", {"act": act, "body": "He told us so."})

    assert shown.status_code == 422
    assert "He told us so." in shown.content.decode()
    assert not PressText.objects.exists()


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2099-01-01"])
def test_a_day_out_of_reach_is_a_slip_and_what_was_typed_stays(day, client, marcus):
    press.a_story()

    shown = client.get("/admin/finder/", {"use": "newspapers", "day": day, "words": "kettle"})

    assert shown.status_code == 200
    assert "That is more than a year away. Check the day." in shown.content.decode()
    assert ("kettle" in shown.content.decode(), day in shown.content.decode()) == (True, True)
