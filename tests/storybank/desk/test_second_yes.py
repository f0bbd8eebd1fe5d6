"""The second yes, after thinking time; and letting a use rest and go on."""

from datetime import timedelta

import pytest

from consent.domain.acts.choices import choices_of
from consent.enums import Answer, State
from consent.models import Permission
from people import clock
from tests.factories import stories
from tests.storybank.desk.walking import address, choose, said

pytestmark = pytest.mark.django_db


def states(author, story):
    return {choice.use.slug: choice.state for choice in choices_of(author, story.file_id)}


def cooled(author, **story):
    with clock.at(clock.now() - timedelta(days=20)):
        page = stories.a_frozen_story(author, **story)
        stories.answered(page)
    return page


def test_one_is_taken_away_and_the_rest_confirmed_by_one_button(desk, author):
    story = cooled(author, uses=("website", "newsletter"))
    website, newsletter = choices_of(author, story.file_id)

    desk.post(address("second", story), {"away": str(newsletter.uid)})
    desk.post(address("second", story), {"shown": [str(website.uid), str(newsletter.uid)]})

    assert states(author, story) == {"website": State.ACTIVE, "newsletter": State.WITHDRAWN}


def test_only_what_was_on_the_screen_is_confirmed(desk, author):
    story = cooled(author, uses=("website", "newsletter"))
    website, _ = choices_of(author, story.file_id)

    desk.post(address("second", story), {"shown": [str(website.uid), "nonsense", "\x00"]})

    assert states(author, story) == {"website": State.ACTIVE, "newsletter": State.COOLING}


def test_a_second_tap_leads_to_the_same_page(desk, author):
    story = cooled(author)
    shown = [str(choice.uid) for choice in choices_of(author, story.file_id)]

    first = desk.post(address("second", story), {"shown": shown})
    second = desk.post(address("second", story), {"shown": shown})

    assert first.url == second.url == address("up", story)


def test_before_thinking_time_is_over_nothing_can_be_confirmed(desk, author):
    story = stories.a_frozen_story(author, uses=("website", "newsletter"))
    choose(desk, story, answers={"website": "yes", "newsletter": "no"})
    shown = [str(choice.uid) for choice in choices_of(author, story.file_id)]

    desk.post(address("second", story), {"shown": shown})

    assert states(author, story)["website"] is State.COOLING


def test_resting_and_going_on(desk, author):
    story = stories.a_live_story(author)
    (choice,) = choices_of(author, story.file_id)

    rested = desk.post(address("my_choices", story), {"rest": str(choice.uid)}, follow=True)
    resting = states(author, story)
    desk.post(address("my_choices", story), {"go_on": str(choice.uid)})

    assert "you let it rest" in said(rested)
    assert resting == {"website": State.PAUSED}
    assert states(author, story) == {"website": State.ACTIVE}
    assert Answer(Permission.objects.get(uid=choice.uid).answer) is Answer.YES
