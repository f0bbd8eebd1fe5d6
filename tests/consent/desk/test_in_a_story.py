"""/in-a-story/: without an account, the same answer for every story and for none; what is meant rests at once."""

import re
import time

import pytest
from django.test import Client

from consent import policy
from consent.domain.care import concerns
from consent.enums import HoldReason
from consent.models import Concern, ConsentEvent, Hold
from people import clock, roles
from people.models import OutboxMessage
from tests.factories import people, stories

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")
NASTY = [
    "\x00kettle",
    "👩‍👧‍👦 mein Käthchen",
    "\u202erückwärts",
    "{{ 7*7 }}{% load i18n %}",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "../../etc/passwd",
    "https://storybank.example/stories/\x00/",
    "/stories/" + "a" * 250 + "/",
]


@pytest.fixture
def live():
    return stories.a_live_story(title="The kettle")


def tell(client: Client | None = None, *, path: str = "/in-a-story/", **typed: str):
    given = {"story": "/stories/nothing-here/", "matter": "me", "text": "", "contact": "", "once": "a" * 32}
    return (client or Client()).post(path, given | typed)


def is_up(page) -> bool:
    return policy.may_use(page.edition_id, policy.WEBSITE, clock.now()).allowed


@pytest.mark.parametrize("path", ["/in-a-story/", "/cy/in-a-story/", "/in-a-story/answer/"])
def test_anybody_reaches_the_page_and_nothing_of_it_is_stored(path):
    answer = Client().get(path)

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    "how", ["https://storybank.example/stories/{slug}/", "/cy/stories/{slug}", "{slug}", "the KETTLE"]
)
def test_the_story_that_is_meant_rests_at_once(live, how):
    assert is_up(live)

    tell(story=how.format(slug=live.slug))

    assert not is_up(live)
    assert Client().get(f"/stories/{live.slug}/").status_code == 404


@pytest.mark.parametrize(
    ("matter", "reason"),
    [("me", HoldReason.THIRD_PARTY), ("child", HoldReason.THIRD_PARTY), ("law", HoldReason.COURT)],
)
def test_the_hold_says_why_in_its_kind(live, matter, reason):
    tell(story=live.slug, matter=matter)

    assert [hold.reason for hold in Hold.objects.all()] == [reason]
    assert [row.code for row in policy.why_not(live.file_id, policy.WEBSITE, clock.now())] == [
        "court" if reason == HoldReason.COURT else "held"
    ]


def test_the_answer_is_the_same_for_a_story_and_for_none(live):
    there = tell(story=live.slug)
    nothing = tell(story="a-slug-that-never-was")

    assert (there.status_code, dict(there.headers)) == (nothing.status_code, dict(nothing.headers))
    assert NUMBER.sub("", there.content.decode()) == NUMBER.sub("", nothing.content.decode())
    assert NUMBER.findall(there.content.decode()) != NUMBER.findall(nothing.content.decode())


def test_the_answer_takes_the_same_time_for_a_story_and_for_none(live, settings):
    settings.EVEN_ANSWER_SECONDS = 0.8
    took = []
    for story in (live.slug, "a-slug-that-never-was"):
        begun = time.monotonic()
        tell(story=story)
        took.append(time.monotonic() - begun)

    assert min(took) >= 0.8
    assert abs(took[0] - took[1]) < 0.25


def test_the_same_form_sent_twice_is_one_message_with_one_number(live):
    client = Client()

    first, second = tell(client, story=live.slug), tell(client, story=live.slug)

    assert NUMBER.findall(first.content.decode()) == NUMBER.findall(second.content.decode())
    assert Concern.objects.count() == Hold.objects.count() == 1


def test_a_used_token_with_other_words_is_another_message(live):
    first, second = tell(story=live.slug, text="one"), tell(story=live.slug, text="two")

    assert NUMBER.findall(first.content.decode()) != NUMBER.findall(second.content.decode())
    assert Concern.objects.count() == 2


@pytest.mark.parametrize("once", ["", "x" * 64, "٣٤", "\x00", "{{once}}"])
def test_a_forged_token_is_as_good_as_none(live, once):
    assert tell(story=live.slug, once=once).status_code == 200
    assert Concern.objects.count() == 1


@pytest.mark.parametrize("story", ["", "  ", "\u200b", "\u2800\u3164"])
def test_whoever_names_no_story_is_asked_which_and_nothing_is_kept(story):
    answer = tell(story=story, text="KEPT WORDS")

    assert answer.status_code == 422
    assert "Write its address, its title, or a few words of it." in answer.content.decode()
    assert "KEPT WORDS" in answer.content.decode()
    assert not Concern.objects.exists()


def test_one_hold_a_story_is_enough(live):
    for number in range(3):
        tell(story=live.slug, text=str(number))

    assert Hold.objects.count() == 1
    assert Concern.objects.filter(hold__isnull=False).count() == 3


def test_one_caller_cannot_make_everything_rest():
    pages = [stories.a_live_story(title=f"Story number {n}") for n in range(4)]
    caller = Client(REMOTE_ADDR="192.0.2.7")

    answers = [tell(caller, story=page.slug) for page in pages]

    assert [answer.status_code for answer in answers] == [200] * 4
    assert [is_up(page) for page in pages] == [False, False, False, True]
    assert Concern.objects.filter(hold=None).count() == 1


def test_too_many_messages_from_one_caller_are_asked_to_wait_and_keep_what_was_typed():
    caller = Client(REMOTE_ADDR="192.0.2.8")

    answers = [tell(caller, text=f"number {n}") for n in range(7)]

    assert [answer.status_code for answer in answers] == [200] * 6 + [429]
    assert "number 6" in answers[-1].content.decode()


def test_leads_hear_of_it_at_once_and_no_message_holds_what_was_typed(live):
    lead = people.a_member_of_staff(roles.SAFEGUARDING)

    tell(story=live.slug, text="canarytyped", contact="canary@post.example")

    (message,) = OutboxMessage.objects.filter(event="consent/concern_raised")
    assert message.user == lead
    assert "canary" not in f"{message.subject}{message.body}".lower()


def test_what_was_typed_is_sealed_and_stands_in_no_event(live):
    tell(story=live.slug, text="canarytyped", contact="07700 900123")

    concern = Concern.objects.get()
    assert b"canarytyped" not in bytes(concern.sealed)
    assert concerns.said(concern).text == "canarytyped"
    assert "canarytyped" not in str([event.data for event in ConsentEvent.objects.all()])


def test_only_the_story_and_the_matter_are_needed():
    answer = Client().post(
        "/in-a-story/", {"story": " ", "matter": "", "text": "kept", "contact": "kept@post.example"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write its address, its title, or a few words of it." in page
    assert "Choose what fits best." in page
    assert "kept@post.example" in page
    assert Concern.objects.count() == 0


@pytest.mark.parametrize("typed", NASTY)
@pytest.mark.parametrize("field", ["story", "text", "contact", "matter"])
def test_nasty_input_is_taken_as_words_or_said_kindly(typed, field):
    answer = tell(Client(REMOTE_ADDR=f"192.0.2.{abs(hash(typed + field)) % 200}"), **{field: typed})

    assert answer.status_code in (200, 422)
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("field", ["story", "text", "contact"])
def test_a_million_letters_are_too_many_and_said_so(field):
    answer = tell(**{field: "k" * 1_000_000})

    assert answer.status_code == 422
    assert "This is too long." in answer.content.decode()
    assert Concern.objects.count() == 0


def test_a_story_that_never_was_public_is_no_story_to_anybody():
    page = stories.a_shared_story(title="Hidden")

    tell(story=page.slug)

    assert Hold.objects.count() == 0
    assert Concern.objects.get().file is None


def test_a_form_from_elsewhere_is_refused():
    client = Client(enforce_csrf_checks=True)

    assert tell(client).status_code == 403
    assert Concern.objects.count() == 0


def test_with_the_number_one_reads_where_it_stands(live):
    code = NUMBER.findall(tell(story=live.slug).content.decode())[0]

    right = Client().post("/in-a-story/answer/", {"code": f" {code.lower().replace('-', ' ')} "})
    wrong = Client().post("/in-a-story/answer/", {"code": "AAAA-BBBB-CCCC"})

    assert (right.status_code, wrong.status_code) == (200, 422)
    assert "We are looking at it." in right.content.decode()
    assert "We do not know this number." in wrong.content.decode()


def test_guessing_numbers_ends_soon():
    caller = Client(REMOTE_ADDR="192.0.2.9")

    answers = [caller.post("/in-a-story/answer/", {"code": "AAAA"}).status_code for _ in range(21)]

    assert answers == [422] * 20 + [429]


@pytest.mark.parametrize("address", ["/", "/help/", "/stories/"])
def test_readers_find_the_door(address):
    assert 'href="/in-a-story/"' in Client().get(address).content.decode()


def test_the_page_of_a_story_that_was_taken_back_has_the_door():
    page = stories.a_stopped_story()

    answer = Client().get(f"/stories/{page.slug}/")

    assert answer.status_code == 410
    assert 'href="/in-a-story/"' in answer.content.decode()
