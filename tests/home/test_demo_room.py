"""The demo's room: what it offers, who one can be, what the post and the clock show."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.test import Client

from consent.domain.acts import answering
from home.demo_room.cast import BY_KEY, CAST, member
from home.demo_room.things import PAPER_CODE
from people import clock
from people.models import OutboxMessage, Person
from storybank.domain.queries import public_stories
from storybank.models import StoryPage
from tests.home.curated import curated_demo
from tests.welsh.tongues import english_left

__all__ = ["curated_demo"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_clock_goes_back():
    yield
    clock.reset()


def be(client: Client, who: str, thing: str = ""):
    return client.post("/demo/be/", {"who": who, "thing": thing})


def test_the_room_names_the_five_things_the_code_and_everyone_one_can_be(curated_demo, client: Client):
    page = client.get("/demo/")
    words = page.content.decode()

    assert page.status_code == 200
    assert [thing.key for thing in page.context["things"]] == ["read", "stop", "comma", "choose", "speaker"]
    assert PAPER_CODE in words
    assert [role.email for role in CAST if role.email not in words] == []
    assert "every person" in words.lower()
    assert page["Cache-Control"].count("no-store") == 1


def test_in_welsh_the_room_says_nothing_of_ours_in_english(curated_demo, client: Client):
    client.post("/cy/demo/clock/", {"by": "day"})

    said = {
        path: client.get(f"/cy{path}").content.decode() for path in ("/demo/", "/demo/post/", "/demo/again/")
    }

    assert {path: english_left(page) for path, page in said.items()} == {path: [] for path in said}
    assert "<h1>Rhowch gynnig ar y pum peth hyn</h1>" in said["/demo/"]
    assert "Mae&#x27;r cloc 1 diwrnod ymhellach ymlaen." in said["/demo/"]
    assert "Bod yn Priya, ac agor y stori" in said["/demo/"]


@pytest.mark.parametrize("role", CAST, ids=lambda role: role.key)
def test_one_click_signs_in_as_each_of_the_seven(curated_demo, client: Client, role):
    answer = be(client, role.key)

    user = get_user(client)
    assert answer.status_code == 302
    assert answer.url == ("/admin/" if role.staff else "/my/")
    assert user.kind == ("staff" if role.staff else "member")
    assert (user.email or member(role).user_id) == (role.email if role.staff else user.pk)


@pytest.mark.parametrize("role", [role for role in CAST if role.staff], ids=lambda role: role.key)
def test_from_the_admin_there_is_a_way_back(curated_demo, client: Client, role):
    be(client, role.key)

    menu = client.get("/admin/").content.decode()

    assert '"/demo/"' in menu


def test_being_somebody_else_leaves_nothing_of_the_session_before(curated_demo, client: Client):
    be(client, "supporter")
    before = client.session.session_key
    session = client.session
    session["private"] = "Priya's"
    session.save()

    be(client, "comms")

    assert client.session.session_key != before
    assert "private" not in client.session
    assert get_user(client).email == "comms@demo.example"


def test_a_visitor_can_be_nobody_again(curated_demo, client: Client):
    be(client, "author")

    client.post("/demo/be/nobody/")

    assert get_user(client).is_authenticated is False


@pytest.mark.parametrize("who", ["", "nobody", "admin@demo.example", "\x00", "💥" * 400])
def test_nobody_else_can_be_anybody(curated_demo, client: Client, who):
    answer = be(client, who)

    assert answer.url == "/demo/"
    assert get_user(client).is_authenticated is False


def test_a_get_signs_nobody_in_and_moves_no_clock(curated_demo, client: Client):
    answers = [client.get(f"/demo/{act}/").status_code for act in ("be", "be/nobody", "clock")]

    assert answers == [405, 405, 405]


def test_a_form_from_elsewhere_is_refused(curated_demo):
    strict = Client(enforce_csrf_checks=True)

    assert be(strict, "admin").status_code == 403


def test_the_comma_begins_at_a_live_story_of_nells(curated_demo, client: Client):
    url = be(client, "supporter", "comma").url

    (number,) = [part for part in url.split("/") if part.isdigit()]
    page = StoryPage.objects.get(pk=number)
    assert page.live
    assert page.file.appearances.filter(person=member(BY_KEY["author"])).exists()


def test_each_of_the_five_things_begins_somewhere(curated_demo, client: Client):
    things = client.get("/demo/").context["things"]

    answers = {
        thing.key: client.get(thing.url).status_code
        if thing.url
        else be(client, thing.who, thing.key).status_code
        for thing in things
    }

    assert answers == {"read": 200, "stop": 200, "comma": 302, "choose": 302, "speaker": 302}


def test_the_choices_begin_at_the_story_that_was_asked_for(curated_demo, client: Client):
    answer = be(client, "author", "choose")

    assert client.get(answer.url).status_code == 200
    assert "/choices/" in answer.url


def test_the_post_is_open_newest_first(curated_demo, client: Client):
    page = client.get("/demo/post/")

    written = [item.at for item in page.context["items"]]
    newest = OutboxMessage.objects.first()
    assert written == sorted(written, reverse=True)
    assert len(written) == 20
    assert newest.body.splitlines()[0] in page.content.decode().replace("&#x27;", "'")


def test_the_post_can_be_read_by_the_way_it_went_and_page_by_page(curated_demo, client: Client):
    letters = client.get("/demo/post/?by=letter")
    second = client.get("/demo/post/?page=2")
    nonsense = client.get("/demo/post/?by=owl&page=last-but-one")

    assert {item.channel for item in letters.context["items"]} == {"letter"}
    assert second.context["page"].number == 2
    assert (nonsense.status_code, nonsense.context["page"].number) == (200, 1)


def test_what_a_message_says_is_shown_as_words_and_never_as_markup(curated_demo, client: Client):
    message = OutboxMessage.objects.first()
    message.body = "<script>alert(1)</script>"
    message.save()

    words = client.get("/demo/post/").content.decode()

    assert "<script>alert" not in words
    assert "&lt;script&gt;alert" in words


@pytest.mark.parametrize(
    ("step", "by"),
    [
        ("hour", timedelta(hours=1)),
        ("day", timedelta(days=1)),
        ("week", timedelta(days=7)),
        ("months", timedelta(days=60)),
    ],
)
def test_the_clock_moves_by_the_step_and_no_further(curated_demo, client: Client, step, by):
    client.post("/demo/clock/", {"by": step})

    assert clock.offset() == by


def test_after_a_week_the_second_yes_can_be_given_and_the_author_hears_of_it(curated_demo, client: Client):
    author = member(BY_KEY["author"])
    before = OutboxMessage.objects.filter(event="storybank/second_yes_ready", person=author).count()
    assert answering.waiting_for_second_yes(author) == []

    client.post("/demo/clock/", {"by": "week"})

    after = OutboxMessage.objects.filter(event="storybank/second_yes_ready", person=author).count()
    assert len(answering.waiting_for_second_yes(author)) == 1
    assert after == before + 1


def test_after_sixty_days_what_was_running_out_is_dark_and_taken_down(curated_demo, client: Client):
    up = StoryPage.objects.live().count()
    running_out = public_stories().get(title="You’re my half past ten")

    said = client.post("/demo/clock/", {"by": "months"}, follow=True).content.decode()

    assert client.get(f"/stories/{running_out.slug}/").status_code == 404
    assert StoryPage.objects.live().count() < up
    assert "went dark" in said


def test_a_step_that_is_not_offered_moves_nothing(curated_demo, client: Client):
    answer = client.post("/demo/clock/", {"by": "-400 years"}, follow=True)

    assert clock.offset() == timedelta()
    assert "has not moved" in answer.content.decode()


def test_starting_again_asks_first(curated_demo, client: Client):
    people = Person.objects.count()

    page = client.get("/demo/again/")

    assert page.status_code == 200
    assert Person.objects.count() == people


def test_waiting_for_nothing_leads_back(curated_demo, client: Client, settings, tmp_path):
    settings.VAR_DIR = tmp_path

    assert client.get("/demo/again/wait/").url == "/demo/"


def test_five_more_things_begin_where_they_say(curated_demo, client: Client):
    page = client.get("/demo/")
    begun = {}
    for thing in page.context["more"]:
        answer = be(client, thing.who, thing.key)
        begun[thing.key] = (answer.url, client.get(answer.url).status_code)

    assert begun == {
        "phone": ("/admin/finder/", 200),
        "been": ("/my/where-it-has-been/", 200),
        "copies": ("/my/receipts/", 200),
        "sheet": ("/admin/from-before/", 200),
        "ledger": ("/admin/ledger/", 200),
    }
