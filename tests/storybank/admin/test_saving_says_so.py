"""Saving in the editor publishes nothing, and says at once whose yes new words need."""

import pytest
from django.urls import reverse

from storybank.models import StoryPage
from tests.factories.stories import a_live_story
from tests.storybank.admin.steps import a_team_story
from tests.storybank.admin.test_publication_roads import editor_fields

pytestmark = pytest.mark.django_db


def saved(client, page: StoryPage, **changed: str) -> str:
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(url, editor_fields(page, **changed), follow=True)
    return " ".join(str(message) for message in answer.context["messages"]).strip()


def test_a_comma_in_words_that_are_up_names_whose_yes_is_missing(client):
    page, supporter, author = a_team_story()
    page.delete()
    page = a_live_story(author, happened="I kept the kettle on, always.")
    client.force_login(supporter)

    said = saved(client, page, **{"body-0-value": "I kept the kettle on always."})

    assert said == (
        "The words have changed, and Dee has not said yes to the new ones. The agreed version stays up."
        " Your changes are kept as suggestions."
    )
    assert b"on, always." in client.get(f"/stories/{page.slug}/").content


def test_saving_words_that_are_up_unchanged_names_nobody(client):
    page, supporter, author = a_team_story()
    page.delete()
    page = a_live_story(author)
    client.force_login(supporter)

    assert saved(client, page) == "Your changes are kept as suggestions."


def test_words_that_were_never_up_are_kept_as_suggestions(client):
    page, supporter, _ = a_team_story()
    client.force_login(supporter)

    said = saved(client, page, **{"body-0-value": "Other words."})

    assert said == "Your changes are kept as suggestions."
