"""After a rest that was ours the author hears that it is up again; asked anew of the same words, that they are."""

from datetime import timedelta

import pytest

from consent.domain.acts import starting_again
from consent.domain.care import holding
from consent.enums import Answer, HoldReason
from people import clock, roles
from people.enums import MessageState
from people.models import OutboxMessage
from storybank.domain import freezing, settling
from storybank.models import StoryPage
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


def states(person, event):
    rows = OutboxMessage.objects.filter(person=person, event=f"storybank/{event}").order_by("pk")
    return [str(state) for state in rows.values_list("state", flat=True)]


def up(page):
    return StoryPage.objects.get(pk=page.pk).live


def dee():
    return people.a_person("Dee", supporter=people.a_supporter(), email="dee@post.example")


def rests(page, *, use=""):
    """A lead lets it rest, looks, and lets it go on."""
    lead = people.a_member_of_staff(roles.SAFEGUARDING)
    held = holding.hold(page.file, reason=HoldReason.SAFETY, by=lead, use=use)
    settling.settle(page.file_id)
    was_up = up(page)
    holding.release(held, by=lead)
    settling.settle(page.file_id)
    return was_up, up(page)


def test_what_waited_when_it_was_laid_to_rest_is_told_when_it_is_up_again():
    author = dee()
    page = stories.a_live_story(author)
    before = states(author, "it_is_up")

    rested = rests(page)

    assert (before, rested) == (["waiting"], (False, True))
    assert states(author, "it_is_up") == ["cancelled", "waiting"]


def test_who_has_heard_that_it_is_up_hears_once_more_after_each_rest_and_no_more():
    author = dee()
    page = stories.a_live_story(author)
    OutboxMessage.objects.update(state=MessageState.SENT)

    rests(page)
    settling.settle(page.file_id)
    once = states(author, "it_is_up")
    OutboxMessage.objects.update(state=MessageState.SENT)
    with clock.at(clock.now() + timedelta(hours=1)):
        rests(page)

    assert (once, states(author, "it_is_up")) == (["sent", "waiting"], ["sent", "sent", "waiting"])


def test_a_rest_of_another_use_tells_nothing():
    author = dee()
    page = stories.a_live_story(author, uses=("website", "newspapers"))

    assert rests(page, use="newspapers") == (True, True)
    assert states(author, "it_is_up") == ["waiting"]


def test_who_said_no_and_is_asked_anew_of_the_same_words_hears_of_it():
    author = dee()
    page = stories.a_frozen_story(author)
    stories.asked(page, "website")
    stories.answered(page, yes=Answer.NO)
    settling.settle(page.file_id)
    before = states(author, "please_choose")
    starting_again.say_we_may_ask(page.file, person=author, uses=["website"])

    freezing.freeze_and_ask(StoryPage.objects.get(pk=page.pk), by=None)
    freezing.freeze_and_ask(StoryPage.objects.get(pk=page.pk), by=None)

    assert before == ["cancelled"]
    assert states(author, "please_choose") == ["cancelled", "waiting"]
