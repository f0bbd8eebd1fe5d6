"""Somebody who is in a story and said no or stop: nobody asks for thirty days, unless they say that we may."""

from datetime import timedelta

import pytest

from consent.domain.acts import asking
from consent.domain.acts.asking import CannotAsk
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from people import clock
from people.models import OutboxMessage
from storybank.domain import in_it
from tests.factories import people, stories
from tests.storybank.in_it.world import World

pytestmark = pytest.mark.django_db
BUTTON = "You may ask me again"


@pytest.fixture
def world() -> World:
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        made = World()
        made.let_her_read()
    return made


def she_stopped(world) -> None:
    stopping.stop(world.rosa, files=[world.page.file], use="website")


def she_said_no(world) -> None:
    world.rosa_answers("no")


def ask(world):
    return asking.ask(in_it.newest_version(world.page).edition, uses=["website"])


@pytest.mark.parametrize("closing", [she_said_no, she_stopped])
def test_only_her_own_press_lets_us_ask_again(world, closing):
    rosa = world.client(world.rosa)
    before = rosa.get(world.url()).content.decode()
    closing(world)
    closed = rosa.get(world.url()).content.decode()

    with pytest.raises(CannotAsk, match="Only they start that again"):
        ask(world)
    answer = rosa.post(world.url("ask-me/"), {"use": "website"}, follow=True).content.decode()
    again = rosa.post(world.url("ask-me/"), {"use": "website"}, follow=True).content.decode()
    ask(world)

    assert (BUTTON in before, BUTTON in closed, BUTTON in again) == (False, True, False)
    assert "Thank you. We may ask you about this again. It is not a yes." in answer
    [told] = OutboxMessage.objects.filter(event="storybank/may_ask_again")
    assert (told.user, world.page.code in told.body) == (world.rosa.supporter, True)
    assert (any(word in told.body for word in ("Rosa", "author", "Canary")), world.is_up) == (False, False)
    assert list(audit()) == []


@pytest.mark.parametrize("use", ["", "funders", "\x00", "y" * 100_000, "<b>website</b>"])
def test_what_she_did_not_close_opens_nothing(world, use):
    she_stopped(world)

    answer = world.client(world.rosa).post(world.url("ask-me/"), {"use": use}, follow=True)

    assert (answer.status_code, BUTTON in answer.content.decode()) == (200, True)
    assert OutboxMessage.objects.filter(event="storybank/may_ask_again").count() == 0


def test_nobody_opens_it_for_her_and_looking_opens_nothing(world):
    she_stopped(world)
    others = [people.a_person("Sam"), world.author]

    answers = [world.client(one).post(world.url("ask-me/"), {"use": "website"}).status_code for one in others]

    assert answers == [404, 404]
    assert world.client(world.rosa).get(world.url("ask-me/")).status_code == 405
    with pytest.raises(CannotAsk, match="Only they start that again"):
        ask(world)
