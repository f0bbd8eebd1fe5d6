"""Somebody is introduced after the words were frozen: the story goes back to its check by itself, once; then they are
asked.
"""

from datetime import timedelta

import pytest
from django.test import Client

from consent.domain.acts.asking import open_asks
from consent.domain.care import files, people_in_it
from people import clock
from people.models import OutboxMessage
from storybank.domain import checking, in_it, queue
from storybank.models import StoryEdition, StoryPage
from tests.factories import stories
from tests.storybank.admin.steps import a_lead, all_well
from tests.storybank.desk.walking import said
from tests.storybank.in_it.world import OF_HER, World

pytestmark = pytest.mark.django_db

TOLD = "storybank/safety_check_wanted"
STUCK = "storybank/settle_first"


@pytest.fixture
def world() -> World:
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        return World()


@pytest.fixture
def lead():
    return a_lead()


@pytest.fixture
def neighbour(world):
    row = files.add_appearance(world.page.file, role="a neighbour")
    people_in_it.invite(row, by=world.supporter, reason="She is named.", called="Nell", channel="letter")
    return files.appearances_in(world.page.file_id).get(role="a neighbour")


def the_page(world) -> StoryPage:
    return StoryPage.objects.get(pk=world.page.pk)


def author_says_yes(world, row):
    part = in_it.choose(world.page, row.pk, blocks=[0], whole=False, by=world.supporter)
    address = f"/my/stories/{world.page.file.uid}/may-they-read/"
    return world.client(world.author).post(
        address, {"part": part.pk, "answer": "yes", "seen": in_it.mark_of(part)}, follow=True
    )


def test_the_yes_is_kept_and_the_author_reads_what_happens_next(world, lead, neighbour):
    shown = said(author_says_yes(world, neighbour))

    assert "First we look once more at the words." in shown
    assert "has to be settled" not in shown
    assert in_it.open_parts(world.page) == []


def test_it_goes_back_to_the_safety_check_once(world, lead, neighbour):
    author_says_yes(world, neighbour)
    author_says_yes(world, neighbour)

    assert [page.pk for page in queue.waiting_for_safety(lead)] == [world.page.pk]
    assert OutboxMessage.objects.filter(event=TOLD, user=lead).count() == 1
    assert OutboxMessage.objects.filter(event=STUCK).count() == 0


def test_after_the_check_they_are_asked_and_read_the_part_that_was_allowed(world, lead, neighbour):
    author_says_yes(world, neighbour)
    checking.check(the_page(world), by=lead, **all_well(the_page(world), note="Two Rosas live there."))
    client = world.client(neighbour.person)
    client.post(world.url("told/"))

    shown = client.get(world.url("words/")).content.decode()

    assert OF_HER in shown
    assert [ask.use.slug for ask in open_asks(neighbour.person_id, world.page.file_id)] == ["website"]
    assert StoryEdition.objects.filter(page=world.page).count() == 2
    asked = OutboxMessage.objects.filter(event="storybank/you_are_in_it", person=neighbour.person)
    assert asked.count() == 1


def test_a_supporter_who_adds_somebody_sends_it_back_too(world, lead):
    row = files.add_appearance(world.page.file, role="a neighbour")
    client = Client()
    client.force_login(world.supporter)

    answer = client.post(
        f"/admin/work/{world.page.pk}/people/{row.pk}/act/",
        {"act": "who", "called": "Nell", "channel": "letter", "reason": "She is named in it."},
    )

    assert answer.status_code == 302
    assert [page.pk for page in queue.waiting_for_safety(lead)] == [world.page.pk]


def test_where_it_cannot_go_back_by_itself_the_supporter_is_told_once(world, lead, neighbour):
    files.add_appearance(world.page.file, role="a cousin")
    author_says_yes(world, neighbour)
    author_says_yes(world, neighbour)

    told = OutboxMessage.objects.filter(event=STUCK)

    assert [message.user for message in told] == [world.supporter]
    assert list(queue.waiting_for_safety(lead)) == []
    assert "Nell" not in told[0].subject + told[0].body


def test_who_was_there_from_the_start_is_asked_without_another_check(world, lead):
    shown = said(author_says_yes(world, world.row))

    assert "They can read that part now, and choose." in shown
    assert list(queue.waiting_for_safety(lead)) == []
    assert OutboxMessage.objects.filter(event="storybank/you_are_in_it", person=world.rosa).count() == 1
