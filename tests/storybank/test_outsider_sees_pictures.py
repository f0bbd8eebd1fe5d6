"""Whoever checks a story from outside sees and hears all that the check is about, by that link and no longer."""

from uuid import uuid4

import pytest

from people import roles
from storybank.domain import outside
from storybank.models import StoryMedia, StoryPage
from storybank.note_names import NoteCode
from tests.factories import people, pictures
from tests.factories.pictures import BRICK, FACE, FACE_CAPTION, KETTLE, SAID, TEAL, is_of
from tests.factories.stories import edited
from tests.storybank.admin.steps import a_filled_form, a_team_story, at_safety

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting():
    page, supporter, _ = a_team_story(happened="I kept the kettle on.")
    return at_safety(pictures.added(page), supporter=supporter)


@pytest.fixture
def link(waiting):
    lead = people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")
    return "/" + outside.invite(waiting, by=lead, for_whom="Ines, a trustee").split("/", 3)[3]


def media_in(page, kind):
    return list(StoryMedia.objects.filter(file=page.file_id, kind=kind).order_by("id"))


def test_the_page_shows_every_picture_whatever_readers_may_see_and_what_a_recording_says(
    client, waiting, link
):
    shown = client.get(link).content.decode()

    for said in (FACE, FACE_CAPTION, KETTLE, SAID):
        assert said in shown
    face, kettle = media_in(waiting, "picture")
    (sound,) = media_in(waiting, "sound")
    for media in (face, kettle, sound):
        assert f"{link}{media.uid}/" in shown
    assert is_of(client.get(f"{link}{face.uid}/").content, BRICK)
    assert is_of(client.get(f"{link}{kettle.uid}/").content, TEAL)
    assert client.get(f"{link}{sound.uid}/")["Content-Type"] == "audio/wav"


def test_the_page_says_what_readers_are_told_first(client, waiting):
    words = waiting.get_latest_revision_as_object()
    words.content_notes = [("note", {"code": "death", "level": "mention"})]
    words.save_revision()
    page = StoryPage.objects.get(pk=waiting.pk)
    lead = people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")
    link = "/" + outside.invite(page, by=lead, for_whom="Ines").split("/", 3)[3]

    assert str(NoteCode.DEATH.label) in client.get(link).content.decode()


def test_nothing_of_it_is_kept_by_a_cache_a_search_engine_or_the_next_site(client, waiting, link):
    answer = client.get(f"{link}{media_in(waiting, 'picture')[0].uid}/")

    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]


def test_looking_at_pictures_uses_nothing_up_and_the_check_shuts_them(client, waiting, link):
    address = f"{link}{media_in(waiting, 'picture')[0].uid}/"
    before = [client.get(address).status_code for _ in range(2)]

    client.post(link, a_filled_form(waiting))

    assert before == [200, 200]
    assert client.get(address).status_code == 404


def test_when_the_words_move_on_the_pictures_are_shut_too(client, waiting, link):
    address = f"{link}{media_in(waiting, 'picture')[0].uid}/"
    assert client.get(address).status_code == 200

    edited(StoryPage.objects.get(pk=waiting.pk), title="Other words")

    assert client.get(address).status_code == 404


def test_other_stories_and_unknown_pictures_are_not_there(client, waiting, link):
    other, _, _ = a_team_story("South")
    pictures.added(other)

    theirs = media_in(other, "picture")[0].uid

    assert [client.get(f"{link}{uid}/").status_code for uid in (theirs, uuid4())] == [404, 404]
    assert client.get(f"/check/{'x' * 32}/{media_in(waiting, 'picture')[0].uid}/").status_code == 404
