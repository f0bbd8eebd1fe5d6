"""A picture or a recording that a supporter suggests, or changes: the author sees it and reads what would change."""

import pytest
from django.urls import reverse

from storybank.domain import media
from storybank.domain.suggestions import suggested_changes
from storybank.models import StoryPage
from tests.factories import stories
from tests.storybank.desk.walking import at_the_desk_of
from tests.surfaces.stage import a_picture, a_sound

pytestmark = pytest.mark.django_db


def of(page) -> StoryPage:
    return StoryPage.objects.get(pk=page.pk)


def accepted(page) -> StoryPage:
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=of(page).latest_revision_id)
    return of(page)


def test_whether_somebody_can_be_made_out_or_heard_is_no_silent_change():
    supporter = stories.a_supporter()
    page = stories.a_shared_story(stories.an_author("Dee", supporter=supporter))
    media.add_picture(page, upload=a_picture(), alt="Me", face=True, by=None)
    media.add_sound(page, upload=a_sound(), transcript="I sing.", voice=True, by=None)
    words = accepted(page).get_latest_revision_as_object()
    for block in words.body:
        if block.block_type == "picture":
            block.value["face"], block.value["crop"] = False, "10 10 50 50"
        if block.block_type == "sound":
            block.value["voice"] = False
    words.save_revision(user=supporter)

    changes = suggested_changes(of(page))

    said = [(change.struck.strip(), change.added.strip()) for change in changes]
    assert ["somebody can be made out" in struck for struck, _ in said] == [True, False]
    assert ["nobody can be made out, cut to 10 10 50 50" in added for _, added in said] == [True, False]
    assert ["the author's own voice" in struck for struck, _ in said] == [False, True]
    assert ["not the author's own voice" in added for _, added in said] == [False, True]


def test_another_picture_in_the_place_of_one_is_told_apart():
    page = stories.a_shared_story()
    for colour in ("teal", "navy"):
        media.add_picture(page, upload=a_picture(colour), alt="The same", by=None)
    words = of(page).get_latest_revision_as_object()
    first, second = (block for block in words.body if block.block_type == "picture")
    second.value["held"] = first.value["held"]
    accepted(page)
    words.save_revision(user=None)

    (change,) = suggested_changes(of(page))

    assert change.struck != change.added


def test_the_author_sees_a_suggested_picture_when_it_is_their_turn_and_nobody_elses_ever():
    author = stories.an_author("Dee", supporter=stories.a_supporter())
    page = stories.a_shared_story(author)
    made = media.add_picture(page, upload=a_picture(), alt="A kettle", face=False, by=author.supporter)
    where = reverse("storybank:own_media", args=[page.file.uid, made.uid])
    too_early = at_the_desk_of(author).get(where).status_code
    stories.checked(of(page))

    seen = at_the_desk_of(author).get(where)
    by_another = at_the_desk_of(stories.an_author("Heledd")).get(where)

    assert (too_early, seen.status_code, by_another.status_code) == (404, 200, 404)
    assert seen["Content-Type"].startswith("image/")
