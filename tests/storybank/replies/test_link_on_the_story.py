"""The way to write to the author stands on the story where they want it in this very request, and nowhere else."""

import pytest
from django.test import Client

from consent.domain.stop import stopping
from storybank.domain.replies import moderating, wishing
from storybank.models import Reply
from tests.factories import stories
from tests.storybank.replies.letters import KIND, a_letter, a_wanted_story, author_of, supporter_of
from tests.surfaces import surfaces
from tests.surfaces.stage import the_stage

pytestmark = pytest.mark.django_db


def has_the_way(page) -> bool:
    return f"/stories/{page.slug}/write/" in Client().get(f"/stories/{page.slug}/").content.decode()


def test_the_way_comes_and_goes_with_the_authors_word_however_warm_the_pieces_are():
    page = stories.a_live_story(stories.an_author())
    person, stood = author_of(page), []

    for wants in (None, True, True, False, True):
        if wants is not None:
            wishing.wish(person, page.file_id, wants=wants)
        stood.append((has_the_way(page), has_the_way(page)))

    assert stood == [(False, False), (True, True), (True, True), (False, False), (True, True)]


def test_the_way_is_on_this_story_alone_and_in_welsh_too():
    page, other = a_wanted_story(), stories.a_live_story(stories.an_author("Joss"), title="The gate")

    welsh = Client().get(f"/cy/stories/{page.slug}/").content.decode()

    assert (has_the_way(page), has_the_way(other)) == (True, False)
    assert f"/cy/stories/{page.slug}/write/" in welsh


def test_after_a_stop_there_is_no_way():
    page = a_wanted_story()
    before = has_the_way(page)
    stopping.stop(author_of(page))

    assert (before, has_the_way(page)) == (True, False)


def test_no_word_of_a_letter_and_no_way_to_reach_its_writer_stands_on_any_public_surface(client):
    """On no surface, waiting, passed on or kept back."""
    stage = the_stage()
    texts = [f"zqletter{n} {KIND} Ring 07700 900123" for n in range(3)]
    waiting, passed, back = (a_letter(stage.page, text) for text in texts)
    lead = supporter_with_the_story(stage)
    moderating.pass_on(passed, by=lead)
    moderating.keep_back(back, why="unkind", by=lead)

    met = {word: surfaces.says(client, stage, word) for word in ("zqletter", "900123", "made me cry")}

    assert met == {"zqletter": set(), "900123": set(), "made me cry": set()}
    assert surfaces.says(client, stage, "Zwitscherling") > {"story", "writing to its author"}
    assert (Reply.objects.count(), waiting.state) == (3, "")


def supporter_with_the_story(stage):
    stage.author.supporter = supporter_of(a_wanted_story("Sam", title="The coat"))
    stage.author.save()
    return stage.author.supporter
