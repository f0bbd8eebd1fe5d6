"""What stood on the screen is what was answered: neither another window nor the office changes it underneath."""

import re

import pytest

from consent.domain.acts.choices import choices_of
from consent.domain.told import notices, renotifying
from consent.enums import EventKind, State
from consent.models import ConsentEvent
from people import roles
from tests.factories import stories
from tests.factories.people import a_member_of_staff
from tests.storybank.desk.walking import address, at_the_desk_of
from tests.storybank.in_it.world import World

pytestmark = pytest.mark.django_db
NEW = "You choose. Now more people can read it. You can stop it on any day."


def hidden(page: bytes) -> dict[str, str]:
    """Everything that the form of the screen sends by itself."""
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.decode())
    return {name: value for name, value in fields if name != "csrfmiddlewaretoken"}


def the_words_change(key: str) -> None:
    officer = a_member_of_staff(roles.DPO)
    renotifying.publish(key, {("en", "plain"): NEW}, changes_meaning=True, by=officer)


def versions_told() -> list[int]:
    served = ConsentEvent.objects.filter(kind=EventKind.NOTICE_SERVED).order_by("seq")
    return [event.data["version"] for event in served]


def an_author():
    author = stories.an_author("Dee")
    page = stories.a_frozen_story(author)
    return at_the_desk_of(author), address("choices", page), notices.STORY_CHOICES


def somebody_in_it():
    world = World()
    world.let_her_read()
    return world.client(world.rosa), world.url("told/"), "in-it-choices"


@pytest.mark.parametrize("who", [an_author, somebody_in_it])
def test_words_that_changed_while_somebody_read_are_put_before_them_first(who):
    client, where, key = who()
    read = client.get(where).content
    the_words_change(key)

    answer = client.post(where, hidden(read), follow=True)

    assert versions_told() == []
    assert NEW in answer.content.decode()
    client.post(where, hidden(answer.content))
    assert versions_told() == [2]


def test_answers_changed_in_another_window_are_shown_before_they_are_given():
    author = stories.an_author("Dee")
    page = stories.a_frozen_story(author)
    desk = at_the_desk_of(author)
    for name, sent in {
        "choices": {"as": "plain"},
        "choice_people": {"answer": "no"},
        "choice_name": {"identity": "2"},
        "choice_seen": {"time": "0"},
    }.items():
        desk.post(address(name, page), sent)
    desk.post(address("choice_use", page, "website"), {"answer": "no"})
    here = desk.get(address("choice_check", page)).content
    desk.post(address("choice_use", page, "website"), {"answer": "yes"})
    desk.post(address("choice_understood", page), {"asked": "stop", "answer": "stop"})

    answer = desk.post(address("choice_check", page), hidden(here), follow=True)

    assert [choice.state for choice in choices_of(author, page.file_id)] == [State.REQUESTED]
    desk.post(address("choice_check", page), hidden(answer.content))
    assert [choice.state for choice in choices_of(author, page.file_id)] == [State.COOLING]


def test_somebody_in_it_gives_no_answer_that_stood_in_another_window():
    world = World()
    world.let_her_read()
    client = world.client(world.rosa)
    client.post(world.url("told/"))
    client.post(world.url("words/"))
    client.post(world.url("use/website/"), {"answer": "no"})
    here = client.get(world.url("check/")).content
    client.post(world.url("use/website/"), {"answer": "yes"})
    client.post(world.url("understood/"), {"asked": "stop", "answer": "stop"})

    answer = client.post(world.url("check/"), hidden(here), follow=True)

    assert [choice.state for choice in choices_of(world.rosa, world.page.file_id)] == [State.REQUESTED]
    client.post(world.url("check/"), hidden(answer.content))
    assert [choice.state for choice in choices_of(world.rosa, world.page.file_id)] == [State.COOLING]
