"""Readers are told how many words are the author's own only when the author says so; staff see it always."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from consent.domain.care import files
from consent.enums import Basis, Relation, TimeDetail
from people import clock
from storybank.domain import suggestions, whose_words
from storybank.models import StoryEdition, StoryPage
from tests.factories import stories
from tests.factories.people import a_person
from tests.storybank.admin.steps import a_team_story
from tests.storybank.desk.walking import address, at_the_desk_of, said

pytestmark = pytest.mark.django_db
MAY = datetime(2026, 5, 12, 12, tzinfo=UTC)
READ = "Whoever tells this read every word here as it stands, and said yes to it."
SHARE = "50 of each 100 words are their own."


@pytest.fixture
def world():
    """Half of the words are a supporter's, and the author kept them; it is up."""
    with clock.at(clock.now() - stories.LONG_AGO):
        page, supporter, author = a_team_story(title="Tea", happened="One two three")
        page = stories.edited(page, by=supporter, body=["One two three four five six seven"])
        suggestions.accept_all(page)
        stories.asked(StoryPage.objects.get(pk=page.pk), "website")
        stories.answered(page)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk), supporter, author


def public(page):
    return said(Client().get(reverse("storybank:story", args=[page.slug])))


def in_the_api(page):
    return Client().get(f"/api/v2/stories/{page.slug}/").json()["whose_words"]


def test_until_the_author_says_so_readers_are_told_no_number(world):
    page, supporter, _ = world
    staff = Client()
    staff.force_login(supporter)

    assert (READ in public(page), "of each 100" in public(page)) == (True, False)
    assert in_the_api(page) == READ
    assert (
        "50" in staff.get(reverse("work:story", args=[page.pk])).content.decode().partition("whose-words")[2]
    )


def test_the_author_shows_it_and_takes_it_back_and_readers_see_what_they_chose(world):
    page, _, author = world
    desk = at_the_desk_of(author)
    asked = said(desk.get(address("whose", page)))

    desk.post(address("whose", page), {"readers": "yes"})
    shown, listed = public(page), in_the_api(page)
    desk.post(address("whose", page), {"readers": "no"})

    assert ("50 of each 100 words are yours." in asked, "readers do not see it" in asked) == (True, True)
    assert (f"{READ} {SHARE}" in shown, listed) == (True, f"{READ} {SHARE}")
    assert (READ in public(page), "of each 100" in public(page)) == (True, False)


def test_what_is_told_is_of_the_version_that_is_up_and_not_of_what_is_written_since(world):
    page, supporter, _ = world
    whose_words.tell(page, readers=True)

    stories.edited(page, by=supporter, body=["Nothing of the author's own stands here any more at all"])

    assert SHARE in public(page)


def test_a_yes_from_before_it_goes_up_is_obeyed_when_it_does():
    author = stories.an_author()
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_frozen_story(author)
        whose_words.tell(page, readers=True)
        stories.answered(page)
    stories.confirmed(page)

    assert f"{READ} All the words are their own." in public(page)


def test_a_version_from_before_it_was_counted_is_counted_when_it_is_needed(world):
    page, _, _ = world
    StoryEdition.objects.update(author_share=None)

    whose_words.tell(page, readers=True)

    assert SHARE in public(page)


@pytest.mark.parametrize("answer", ["", "maybe", "\x00", "yes" * 1000])
def test_an_answer_that_is_none_is_asked_again(world, answer):
    page, _, author = world

    screen = at_the_desk_of(author).post(address("whose", page), {"readers": answer})

    assert "Choose yes or no." in said(screen)
    assert StoryPage.objects.get(pk=page.pk).tells_whose is False


def test_of_a_story_that_several_tell_nobody_tells_it_for_the_others(world):
    page, _, author = world
    files.add_appearance(page.file, person=a_person("Sam"), relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    desk = at_the_desk_of(author)

    screen = said(desk.post(address("whose", page), {"readers": "yes"}))

    assert "nobody decides for the others" in screen
    assert StoryPage.objects.get(pk=page.pk).tells_whose is False
    with pytest.raises(whose_words.SeveralTell):
        whose_words.tell(page, readers=True)


@pytest.mark.parametrize(
    ("time", "form"),
    [
        (TimeDetail.DAY, "They said yes to these words on 12 May 2026."),
        (TimeDetail.MONTH, "They said yes to these words: May 2026."),
        (TimeDetail.NONE, ""),
    ],
)
def test_when_the_yes_was_said_is_told_as_finely_as_agreed(time, form):
    with clock.at(MAY - stories.LONG_AGO):
        page = stories.a_frozen_story(stories.an_author())
        stories.answered(page, time=time)
    with clock.at(MAY):
        stories.confirmed(page)
        shown = public(StoryPage.objects.get(pk=page.pk))

    assert (form in shown, "said yes to these words" in shown) == (True, bool(form))
    assert ("12 May" in shown, "May 2026" in shown) == (time == TimeDetail.DAY, bool(form))
