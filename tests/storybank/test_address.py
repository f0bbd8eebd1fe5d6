"""A story knows its own address, wherever its page stands in the tree."""

import pytest

from storybank.models import StoryPage
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


def test_a_story_of_a_team_has_its_public_address(settings):
    team = people.a_team()
    dee = stories.an_author(supporter=people.a_supporter(team=team), team=team)
    page = StoryPage.objects.get(pk=stories.a_live_story(dee).pk)

    assert page.get_url() == f"/stories/{page.slug}/"
    assert page.get_full_url() == f"{settings.SITE_URL}/stories/{page.slug}/"
