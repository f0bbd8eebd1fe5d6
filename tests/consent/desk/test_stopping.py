"""Stop: everything in two taps, or with the paper code and no sign-in. No reason, no title, nothing in the way."""

import re

import pytest
from django.urls import reverse

from consent.domain.acts import choices
from consent.domain.proof.audit import audit
from consent.enums import State
from consent.models import ConsentEvent, Permission
from people.domain import codes, outbox
from people.models import OutboxMessage
from storybank.models import StoryPage
from tests.factories import stories
from tests.storybank.desk.walking import address, at_the_desk_of, said

pytestmark = pytest.mark.django_db

STOP = "/stop/"
WRONG = {
    "empty": "",
    "unknown": "0000 0000 0000 0000",
    "short": "4471",
    "words": "let me in",
    "nul": "\x00" * 16,
    "code": "{{7*7}}<script>",
    "long": "9" * 500_000,
    "arabic figures": "٤٤٧١٠٩٢٦٣٣٥٨١٢٠٤",
}


@pytest.fixture
def author():
    return stories.an_author("Dee")


@pytest.fixture
def code(author):
    return codes.issue_code(author, by=None)[0]


def states(author, page):
    return {choice.use.slug: choice.state for choice in choices.choices_of(author, page.file_id)}


def without_token(response):
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", response.content)


def test_the_paper_code_stops_everything_in_one_act(client, author, code, django_capture_on_commit_callbacks):
    first, second = stories.a_live_story(author), stories.a_live_story(author, title="The gate")
    theirs = stories.a_live_story(stories.an_author("Sam"))
    before = client.get(reverse("storybank:story", args=[first.slug])).status_code

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(STOP, {"code": code.replace(" ", "-")})

    public = [
        client.get(reverse("storybank:story", args=[page.slug])).status_code
        for page in (first, second, theirs)
    ]
    assert before == 200
    assert (answer.status_code, "It is stopped." in answer.content.decode()) == (200, True)
    assert public == [410, 410, 200]
    assert list(audit()) == []


def test_the_very_next_request_is_dark_even_before_the_pages_follow(client, author, code):
    page = stories.a_live_story(author)

    client.post(STOP, {"code": code})

    assert StoryPage.objects.get(pk=page.pk).live
    assert client.get(reverse("storybank:story", args=[page.slug])).status_code == 410


def test_after_a_stop_the_page_is_honest_and_shows_a_number_but_no_title_and_no_name(client, author, code):
    stories.a_live_story(author, uses=("website", "newsletter"), title="Canary title", name="Canary name")

    words = said(client.post(STOP, {"code": code}, follow=True))

    copy = OutboxMessage.objects.get(event="storybank/stopped_copy")
    number = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", words).group()
    assert "Stopped at once: Our website." in words
    assert (
        "Our newsletter You can stop it being used again. What is printed or said cannot come back." in words
    )
    assert number in copy.body
    assert "Canary" not in words
    assert "Dee" not in words


def test_looking_never_stops_anything(client, author, code):
    page = stories.a_live_story(author)

    client.get(STOP, {"code": code, "use": "website"})
    client.get(reverse("consent:stop_done"))

    assert states(author, page) == {"website": State.ACTIVE}


def test_only_one_use_can_be_stopped_and_no_title_is_shown(client, author, code):
    page = stories.a_live_story(author, uses=("website", "newsletter"), title="Canary title")

    offered = client.post(STOP, {"code": code, "only": "one"})
    after_looking = states(author, page)
    client.post(STOP, {"code": code, "use": "newsletter"})

    words = said(offered)
    assert words.index("Stop everything") < words.index("Our newsletter")
    assert "Canary" not in offered.content.decode()
    assert after_looking == {"website": State.ACTIVE, "newsletter": State.ACTIVE}
    assert states(author, page) == {"website": State.ACTIVE, "newsletter": State.WITHDRAWN}


def test_stopping_twice_is_no_error_and_sends_no_second_copy(client, author, code):
    stories.a_live_story(author)

    client.post(STOP, {"code": code})
    client.cookies.clear()
    again = client.post(STOP, {"code": code}, follow=True)

    assert "There was nothing left to stop." in said(again)
    assert OutboxMessage.objects.filter(event="storybank/stopped_copy").count() == 1


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_every_wrong_code_answers_the_same_bytes(client, author, code, wrong):
    page = stories.a_live_story(author)
    usual = client.post(STOP, {"code": "1111 1111 1111 1111"})

    answer = client.post(STOP, {"code": wrong})

    assert (answer.status_code, without_token(answer)) == (422, without_token(usual))
    assert "This code is not right. Check the card, or ring us." in said(answer)
    assert states(author, page) == {"website": State.ACTIVE}


def test_an_ended_code_answers_like_an_unknown_one(client, author, code):
    page = stories.a_live_story(author)
    codes.issue_code(author, by=None)

    answer = client.post(STOP, {"code": code})

    assert answer.status_code == 422
    assert states(author, page) == {"website": State.ACTIVE}


def test_too_many_wrong_codes_are_told_to_wait(client):
    answers = [client.post(STOP, {"code": "0"}).status_code for _ in range(12)]

    assert answers[0] == 422
    assert answers[-1] == 429


def test_a_stop_stands_when_the_copy_cannot_be_written(client, author, code, monkeypatch):
    page = stories.a_live_story(author)

    def full_disk(**_):
        raise OSError("no space left")

    monkeypatch.setattr(outbox, "put", full_disk)
    client.post(STOP, {"code": code})

    assert states(author, page) == {"website": State.WITHDRAWN}


def test_the_desk_stops_everything_in_two_taps(author):
    desk = at_the_desk_of(author)
    pages = [stories.a_live_story(author), stories.a_frozen_story(author)]

    looked = desk.get(reverse("consent:stop_mine"))
    done = desk.post(reverse("consent:stop_mine"), follow=True)

    assert "This ends: Our website." in said(looked)
    assert "Everything is stopped." in said(done)
    assert [states(author, page) for page in pages] == [{"website": State.WITHDRAWN}] * 2


def test_a_double_tap_shows_the_same_number(author):
    desk = at_the_desk_of(author)
    stories.a_live_story(author)

    first = said(desk.post(reverse("consent:stop_mine"), follow=True))
    stops = ConsentEvent.objects.filter(kind="stopped").count()
    second = said(desk.post(reverse("consent:stop_mine"), follow=True))

    assert first == second
    assert ConsentEvent.objects.filter(kind="stopped").count() == stops


def test_one_story_can_stop_while_another_stays(author):
    desk = at_the_desk_of(author)
    one, other = stories.a_live_story(author), stories.a_live_story(author)

    desk.post(address("stop_story", one), {"use": "website"})

    assert (states(author, one), states(author, other)) == (
        {"website": State.WITHDRAWN},
        {"website": State.ACTIVE},
    )


@pytest.mark.parametrize("use", ["nonsense", "\x00", "x" * 5000, "' OR 1=1 --"])
def test_an_unknown_use_stops_nothing(author, client, code, use):
    page = stories.a_live_story(author)

    at_the_desk_of(author).post(address("stop_story", page), {"use": use})
    client.post(STOP, {"code": code, "use": use})

    assert states(author, page) == {"website": State.ACTIVE}


def test_stopping_during_thinking_time_ends_it(author):
    page = stories.a_frozen_story(author)
    stories.answered(page)

    at_the_desk_of(author).post(address("stop_story", page))

    assert Permission.objects.get(file=page.file_id).ended_why == "withdrawn"


def test_a_new_paper_code_is_shown_once_and_ends_the_old(author, code):
    desk = at_the_desk_of(author)

    looked = desk.get(reverse("consent:paper_code"))
    made = desk.post(reverse("consent:paper_code"))

    new = re.search(r"\d{4} \d{4} \d{4} \d{4}", said(made)).group()
    assert not re.search(r"\d{4} \d{4}", said(looked))
    assert codes.find_by_code(code) is None
    assert codes.find_by_code(new) == author
