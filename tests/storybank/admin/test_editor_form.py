"""The page editor's form: numbers that no row has, and what a field says to somebody who listens."""

import pytest
from django.urls import reverse

from storybank.models import StoryPage
from storybank.models.body import StoryBlocks
from tests.storybank.admin.steps import a_team_story

pytestmark = pytest.mark.django_db


WORDS = "I kept the kettle on for her, every Sunday."
TWO_IN_ONE_PLACE = {"body-count": "2", "body-0-type": "note", "body-0-value-text": "One"} | {
    f"body-1-{part}": said
    for part, said in {"deleted": "", "type": "note", "order": "0", "value-text": "Two"}.items()
}


def save(client, page, **changes):
    """The form as the editor sends it; a change to None leaves that part out."""
    typed = {
        "title": "The kettle",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-type": "paragraph",
        "body-0-order": "0",
        "body-0-value": WORDS,
        "content_notes-count": "0",
        "closing": "",
        "closing_kind": "",
        "kind": "journey",
        "language": "en",
        "themes": [],
    } | changes
    given = {name: value for name, value in typed.items() if value is not None}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), given, follow=True)


@pytest.fixture
def story(client):
    page, supporter, _ = a_team_story()
    client.force_login(supporter)
    return page


def newest(page):
    return StoryPage.objects.get(pk=page.pk).latest_revision_id


def test_a_whole_form_is_kept(client, story):
    answer = save(client, story)

    assert "Your changes are kept as suggestions." in answer.content.decode()
    assert newest(story) != story.latest_revision_id


@pytest.mark.parametrize(
    "odd",
    [{f"body-{part}": value} for part in ("count", "0-order") for value in (None, "x", "9" * 20, "9" * 5000)]
    + [{"body-count": "2"}, {"body-0-type": None}, {"body-0-deleted": None}, {"content_notes-count": None}]
    + [TWO_IN_ONE_PLACE, {"themes": ["9" * 20]}, {"themes": ["²"]}, {"region": "9" * 20}],
    ids=str,
)
def test_half_a_form_and_numbers_that_cannot_be_keep_nothing(client, story, odd):
    answer = save(client, story, **odd)

    assert answer.status_code == 200
    assert newest(story) == story.latest_revision_id


def test_each_kind_of_words_says_what_it_is():
    fields = {
        name: block.field.widget.attrs.get("aria-label")
        for name, block in StoryBlocks().child_blocks.items()
        if name in {"paragraph", "heading", "quote"}
    }

    assert fields == {"paragraph": "Paragraph", "heading": "Heading", "quote": "Pull quote"}
