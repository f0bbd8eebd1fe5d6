"""Where a story stands: the pure rule as a truth table, and the same words from the real history of a story."""

from datetime import UTC, datetime

import pytest

from consent.domain.record.progress import Progress
from consent.enums import Answer, State
from people import clock, roles
from storybank.domain import checking, sending
from storybank.domain.standing import Facts, stands
from storybank.domain.waiting import standings, waiting_for
from storybank.enums import Waiting
from storybank.models import StoryPage
from tests.factories.people import a_member_of_staff
from tests.factories.stories import (
    LONG_AGO,
    a_frozen_story,
    a_live_story,
    a_shared_story,
    a_stopped_story,
    answered,
    edited,
)
from tests.storybank.admin.steps import all_well

DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


def an_ask(state, *, ready=False, who="Dee"):
    return Progress(edition_id=1, use="website", who=who, state=state, ready=ready, since=DAY)


@pytest.mark.parametrize(
    ("facts", "waiting"),
    [
        ({}, Waiting.SUPPORTER),
        ({"changed": True}, Waiting.SUPPORTER),
        ({"changed": True, "checked": True}, Waiting.AUTHOR_LOOKS),
        ({"changed": True, "checked": False}, Waiting.SUPPORTER),
        ({"checked": False}, Waiting.SUPPORTER),
        ({"task": "supporter"}, Waiting.SUPPORTER),
        ({"task": "safety"}, Waiting.SAFETY),
        ({"task": "safety", "held": True}, Waiting.RESTING),
        ({"asks": (an_ask(State.REQUESTED),)}, Waiting.CHOICES),
        ({"asks": (an_ask(State.REQUESTED), an_ask(State.COOLING, ready=True))}, Waiting.CHOICES),
        ({"asks": (an_ask(State.COOLING),)}, Waiting.THINKING),
        ({"asks": (an_ask(State.COOLING, ready=True),)}, Waiting.SECOND_YES),
        ({"asks": (an_ask(State.COOLING), an_ask(State.ACTIVE))}, Waiting.THINKING),
        ({"asks": (an_ask(State.ACTIVE),), "up": True}, Waiting.NOTHING),
        ({"asks": (an_ask(State.ACTIVE), an_ask(State.REFUSED)), "up": True}, Waiting.NOTHING),
        ({"asks": (an_ask(State.ACTIVE),), "moment": True}, Waiting.MOMENT),
        ({"asks": (an_ask(State.ACTIVE), an_ask(State.REQUESTED)), "moment": True}, Waiting.CHOICES),
        ({"asks": (an_ask(State.ACTIVE),), "moment": True, "held": True}, Waiting.RESTING),
        ({"asks": (an_ask(State.PAUSED),)}, Waiting.RESTING),
        ({"asks": (an_ask(State.REFUSED),)}, Waiting.SAID_NO),
        ({"asks": (an_ask(State.DEFERRED),)}, Waiting.SAID_NO),
        ({"asks": (an_ask(State.WITHDRAWN),)}, Waiting.STOPPED),
        ({"asks": (an_ask(State.EXPIRED),)}, Waiting.STOPPED),
        ({"asks": (an_ask(State.WITHDRAWN),), "task": "safety"}, Waiting.SAFETY),
    ],
)
def test_what_a_story_waits_for(facts, waiting):
    assert stands(Facts(since=DAY, **facts)).waiting is waiting


def test_the_sentence_names_whose_yes_is_missing():
    ready = stands(Facts(since=DAY, asks=(an_ask(State.COOLING, ready=True, who="Sam"),)))

    assert ready.sentence == "Sam's second yes is missing."


@pytest.mark.django_db
def test_a_story_is_followed_from_sharing_to_stopping():
    supporter, lead = a_member_of_staff(roles.SUPPORTER), a_member_of_staff(roles.SAFEGUARDING)
    met = []
    with clock.at(clock.now() - LONG_AGO):
        page = a_shared_story()
        met.append(waiting_for(page).waiting)
        page = edited(page, by=supporter, title="The kettle on Sundays")
        met.append(waiting_for(page).waiting)
        sending.send_for_checks(page, by=supporter)
        sending.supporter_check(page, by=supporter, uses=["website"])
        met.append(waiting_for(page).waiting)
        checking.check(page, by=lead, **all_well(page))
        met.append(waiting_for(StoryPage.objects.get(pk=page.pk)).waiting)

    assert met == [Waiting.SUPPORTER, Waiting.SUPPORTER, Waiting.SAFETY, Waiting.AUTHOR_LOOKS]


@pytest.mark.django_db
def test_the_authors_part_is_followed_too():
    with clock.at(clock.now() - LONG_AGO):
        page = a_frozen_story()
        asked = waiting_for(page).waiting
        answered(page)
        thinking = waiting_for(page).waiting
    ready = waiting_for(page).waiting

    assert (asked, thinking, ready) == (Waiting.CHOICES, Waiting.THINKING, Waiting.SECOND_YES)
    assert waiting_for(a_live_story()).waiting is Waiting.NOTHING
    assert waiting_for(a_stopped_story()).waiting is Waiting.STOPPED


@pytest.mark.django_db
def test_a_no_is_said_as_a_no():
    page = a_frozen_story()

    answered(page, yes=Answer.NO)

    assert waiting_for(page).waiting is Waiting.SAID_NO


@pytest.mark.django_db
def test_an_agreed_version_stays_up_while_the_next_one_is_prepared():
    page = edited(a_live_story(), title="Another title")

    standing = waiting_for(page)

    assert (standing.waiting, standing.up) == (Waiting.SUPPORTER, True)


@pytest.mark.django_db
def test_a_queue_costs_the_same_for_one_story_and_for_three(django_assert_num_queries):
    pages = [a_live_story(), edited(a_shared_story()), a_frozen_story()]
    standings(pages)

    with django_assert_num_queries(9):
        standings(pages[:1])
    with django_assert_num_queries(9):
        found = standings(pages)

    assert {item.waiting for item in found.values()} == {Waiting.NOTHING, Waiting.SUPPORTER, Waiting.CHOICES}
