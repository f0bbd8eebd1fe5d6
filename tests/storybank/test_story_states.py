"""The factories build every state by the house's own verbs; here each state is what it says."""

import pytest

from consent import policy
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from people import clock
from storybank.domain.queries import public_stories
from storybank.models import Draft
from tests.factories import stories

pytestmark = pytest.mark.django_db


def test_a_shared_story_is_a_page_without_owner_and_the_draft_is_gone():
    page = stories.a_shared_story()

    assert (page.live, page.owner, page.latest_revision.user) == (False, None, None)
    assert not Draft.objects.exists()


def test_a_frozen_story_is_asked_and_public_to_nobody():
    page = stories.a_frozen_story()

    reasons = [reason.code for reason in policy.why_not(page.file_id, "website", clock.now())]
    assert reasons == ["requested"]
    assert list(public_stories()) == []


def test_a_live_story_is_public_with_the_agreed_words():
    page = stories.a_live_story(title="The kettle", name="Robin")

    assert [(item.title, item.body[0].value) for item in public_stories()] == [("The kettle", stories.KETTLE)]
    assert policy.clearance(page.edition_id, "website", clock.now()).slots["name"] == "Robin"
    assert list(audit()) == []


def test_a_stopped_story_is_dark_and_known_as_stopped():
    page = stories.a_stopped_story()

    assert list(public_stories()) == []
    assert (page.live, stopping.was_stopped(page.file_id, use="website")) == (False, True)


def test_an_edited_live_story_stays_up_in_its_agreed_version():
    page = stories.a_live_story()

    stories.edited(page, body=["Different words."])

    assert [item.body[0].value for item in public_stories()] == [stories.KETTLE]
