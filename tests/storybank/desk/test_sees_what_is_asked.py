"""The author sees and hears what they are asked about: suggestions, the first yes, and the second for each version."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from consent.domain.acts.choices import choices_of
from consent.enums import EditionKind
from people import clock
from storybank.domain import deriving, media, suggestions
from storybank.models import StoryMedia, StoryPage
from tests.factories import people, pictures, stories
from tests.factories.pictures import BRICK, FACE, KETTLE, SAID, TEAL, a_field_of, is_of
from tests.storybank.desk.walking import address, at_the_desk_of

pytestmark = pytest.mark.django_db
GREEN = (20, 160, 40)


def a_pictured_story(author, **story) -> StoryPage:
    return pictures.added(stories.a_shared_story(author, **story))


def addresses_in(desk, url) -> list[str]:
    """Where the page gets its pictures and recordings."""
    return re.findall(r'<(?:img|audio)[^>]+src="([^"]+)"', desk.get(url).content.decode())


def test_asked_whether_a_picture_and_a_voice_may_go_out_they_see_and_hear_them(desk, author):
    page = a_pictured_story(author)
    stories.asked(page, "website")

    text = desk.get(address("preview", page)).content.decode()
    face, kettle, sound = addresses_in(desk, address("preview", page))

    assert [said in text for said in (FACE, KETTLE, SAID)] == [True] * 3
    assert is_of(desk.get(face).content, BRICK)
    assert is_of(desk.get(kettle).content, TEAL)
    assert desk.get(sound)["Content-Type"] == "audio/wav"


def test_asked_about_two_forms_they_read_the_one_they_are_asked_about(desk, author):
    page = stories.a_frozen_story(author, title="The long one", happened="I kept the kettle on.\n\nShe came.")
    part = deriving.derive(page, form=EditionKind.EXCERPT, parts=[1], by=author.supporter)
    stories.edited(part, title="The short one")
    suggestions.accept_all(StoryPage.objects.get(pk=part.pk))
    stories.asked(StoryPage.objects.get(pk=part.pk), "website")
    stories.told(page, author)
    titles = []

    for choice in reversed(choices_of(author, page.file_id)):
        titles.append(
            re.search(r"The (long|short) one", desk.get(address("preview", page)).content.decode())[1]
        )
        say_no(author, page, choice)

    assert titles == ["short", "long"]


def say_no(author, page, choice):
    stories.answering.answer(choice.permission, person=author, answer="no", identity=2, shown=choice.shown)


def test_the_second_time_each_choice_is_read_as_it_would_stand_there(desk, author):
    with clock.at(clock.now() - timedelta(days=20)):
        page = a_pictured_story(author)
        stories.asked(page, "website", "newsletter")
        stories.told(page, author)
        for choice in choices_of(author, page.file_id):
            stories.answering.answer(
                choice.permission,
                person=author,
                answer="yes",
                identity=3,
                shown=stories.Shown(name=f"Dee on {choice.use.slug}"),
                face=choice.use.slug == "newsletter",
            )

    second = desk.get(address("second", page)).content.decode()
    seen = {}
    for link in re.findall(r'href="([^"]+/preview/[^"]*)"', second):
        text = desk.get(link).content.decode()
        seen[re.search(r"Dee on (\w+)", text)[1]] = (FACE in text, KETTLE in text)

    assert seen == {"website": (False, True), "newsletter": (True, True)}


@pytest.mark.parametrize("choice", ["nonsense", "%00", "00000000-0000-4000-8000-000000000000", "x" * 5000])
def test_a_choice_that_is_none_of_theirs_is_not_there(desk, author, choice):
    page = stories.a_frozen_story(author)

    assert desk.get(f"{address('preview', page)}?choice={choice}").status_code == 404


def suggest_a_picture(page) -> StoryMedia:
    staff = people.a_supporter(first_name="Nia")
    return media.add_picture(
        page, upload=a_field_of(GREEN, (40, 20)), alt="A green door", face=False, by=staff
    )


def test_a_suggested_picture_is_seen_before_it_is_taken(desk, author):
    page = stories.a_shared_story(author)
    made = suggest_a_picture(page)
    stories.checked(StoryPage.objects.get(pk=page.pk))
    own = address("own_media", page, made.uid)

    (change,) = suggestions.suggested_changes(StoryPage.objects.get(pk=page.pk))
    shown = addresses_in(desk, address("change", page, change.id))
    desk.post(address("change", page, change.id), {"answer": "take", "seen": latest(page)})
    at_the_end = addresses_in(desk, address("changes", page))

    among_the_words_and_beside_its_question = [own, own]
    assert (shown, at_the_end) == ([own], among_the_words_and_beside_its_question)
    assert is_of(desk.get(own).content, GREEN)


def test_a_picture_changed_for_another_shows_both(desk, author):
    page = pictures.added(stories.a_shared_story(author))
    made = suggest_a_picture(page)
    words = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    new, old = words.body[-1].value["held"], words.body[2].value["held"]
    words.body[2].value["held"] = new
    del words.body[-1]
    words.save_revision(user=author.supporter)
    stories.checked(StoryPage.objects.get(pk=page.pk))

    (change,) = suggestions.suggested_changes(StoryPage.objects.get(pk=page.pk))
    shown = addresses_in(desk, address("change", page, change.id))

    before = StoryMedia.objects.get(uid=old.split("/")[0])
    assert shown == [address("own_media", page, before.uid), address("own_media", page, made.uid)]
    assert is_of(desk.get(shown[0]).content, TEAL)
    assert is_of(desk.get(shown[1]).content, GREEN)


def test_what_nobody_suggests_to_them_yet_is_not_there(desk, author):
    """While a supporter still works on it, the author has not been asked to look."""
    page = stories.a_shared_story(author)
    made = suggest_a_picture(page)

    before = desk.get(address("own_media", page, made.uid)).status_code
    stories.checked(StoryPage.objects.get(pk=page.pk))
    stranger = at_the_desk_of(stories.an_author("Sam"))

    codes = [
        client.get(address("own_media", page, made.uid)).status_code for client in (desk, stranger, Client())
    ]
    assert (before, codes) == (404, [200, 404, 302])


def latest(page) -> str:
    return str(StoryPage.objects.get(pk=page.pk).latest_revision_id)
