"""What a reader is told first: what the story speaks of, how much, and which parts can be skipped; never re-told."""

import pytest

from people import clock
from storybank.domain.reading import reading
from storybank.models import StoryPage
from tests.factories import stories
from tests.surfaces.stage import rewrite

pytestmark = pytest.mark.django_db
SECRET = "the bottle under the stairs"


def a_noted_story(notes=(), passages=()) -> StoryPage:
    """Agreed and live, with notes of the whole as (code, level) and passages as codes, after a first paragraph."""
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_shared_story(title="The kettle")
        parts = [("note", {"code": code, "text": f"I found {SECRET}."}) for code in passages]
        page = rewrite(page, body=[("paragraph", stories.KETTLE), *parts], notes=notes)
        stories.asked(page, "website")
        stories.answered(page)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def labels(page: StoryPage) -> list[str]:
    return [note.label for note in reading(page).notes]


def test_a_note_says_what_and_how_much_and_never_what_happened():
    page = a_noted_story(notes=[("suicide", "central"), ("alcohol", "mention"), ("violence", "described")])

    assert labels(page) == ["Suicide (a main part)", "Alcohol", "Violence (described)"]


def test_a_part_with_a_note_of_its_own_is_announced_at_the_top():
    page = a_noted_story(notes=[("alcohol", "described")], passages=["alcohol", "gambling", "gambling"])

    assert labels(page) == ["Alcohol (described)", "Gambling (in 2 parts)"]
    assert [note.passages for note in reading(page).notes] == [("part-2",), ("part-3", "part-4")]
    assert labels(a_noted_story(passages=["gambling"])) == ["Gambling (in one part)"]


def test_a_story_without_notes_has_none():
    assert labels(a_noted_story()) == []


def test_every_link_of_a_note_leads_somewhere_and_past_its_own_part(client):
    page = a_noted_story(notes=[("alcohol", "described")], passages=["alcohol", "gambling"])

    words = client.get(f"/stories/{page.slug}/").content.decode().partition("<main")[2]

    for number in (2, 3):
        link, part = words.index(f'href="#part-{number}"'), words.index(f'id="part-{number}"')
        skip, behind = words.index(f'href="#after-{number}"'), words.index(f'id="after-{number}"')
        passage = words.index(SECRET, part)
        assert link < part < skip < passage < behind
    assert words.index("Before you read") < words.index(stories.KETTLE[:20])


def test_what_stands_in_a_noted_part_is_said_nowhere_else(client):
    page = a_noted_story(passages=["alcohol"])

    story = client.get(f"/stories/{page.slug}/").content.decode()
    index = client.get("/stories/").content.decode()

    assert story.count(SECRET) == 1
    assert ("Speaks about:" in index, SECRET in index) == (True, False)
