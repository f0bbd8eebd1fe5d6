"""A private reading shows the pictures its use was cleared for, to the one who opened it and as long as it is open."""

from pathlib import Path
from uuid import uuid4

import pytest

from consent.domain.care import holding
from consent.domain.out.outings import outings_of
from consent.domain.stop import stopping
from consent.enums import HoldReason
from people import clock
from storybank.models import StoryMedia
from storybank.private_reading import making
from tests.factories import press
from tests.factories.pictures import FACE, KETTLE, KETTLE_CAPTION, SAID, TEAL, is_of
from tests.storybank.press.test_private_reading import made, out, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return press.a_story(yes=("ministers",), pictured=True, face=False, voice=True)


def pictures_of(story):
    return StoryMedia.objects.filter(file=story.file_id, kind="picture").order_by("id")


def look(client, address, media, **headers):
    return client.get(f"{address}{media.uid}/", headers=headers)


def test_the_opened_page_shows_the_picture_that_may_be_seen_and_what_a_recording_says(client, story):
    _, address = made(story)
    face, kettle = pictures_of(story)

    words = read(client, address).content.decode()

    for said in (KETTLE, KETTLE_CAPTION, SAID, f"{address}{kettle.uid}/"):
        assert said in words
    for kept in (FACE, str(face.uid), "<audio"):
        assert kept not in words
    assert is_of(look(client, address, kettle).content, TEAL)
    assert look(client, address, face).status_code == 410
    assert len(out(story)) == 1


def test_before_somebody_said_that_is_me_there_is_no_picture(client, story):
    _, address = made(story)
    _, kettle = pictures_of(story)

    before = look(client, address, kettle)
    client.get(address)
    looked = look(client, address, kettle)
    read(client, address)

    assert [before.status_code, looked.status_code, look(client, address, kettle).status_code] == [
        410,
        410,
        200,
    ]


def test_a_recording_is_never_handed_to_the_reader_even_with_a_yes_to_the_voice(client, story):
    _, address = made(story)
    read(client, address)

    sound = StoryMedia.objects.get(file=story.file_id, kind="sound")

    assert look(client, address, sound).status_code == 410


@pytest.mark.parametrize("wanted", ["document", "iframe", "object", "empty"])
def test_a_browser_that_wants_it_as_a_page_or_a_file_of_its_own_gets_none(client, story, wanted):
    _, address = made(story)
    read(client, address)
    _, kettle = pictures_of(story)

    assert look(client, address, kettle, sec_fetch_dest=wanted).status_code == 410
    assert look(client, address, kettle, sec_fetch_dest="image").status_code == 200


def over_by_stop(story, row):
    stopping.stop(press.author_of(story))


def over_by_hold(story, row):
    holding.hold(story.file, reason=HoldReason.SAFETY, by=None)


def over_by_taking_back(story, row):
    making.take_back(row)


@pytest.mark.parametrize("end", [over_by_stop, over_by_hold, over_by_taking_back])
def test_it_is_gone_with_the_words_and_answers_like_an_unknown_link(client, story, end):
    row, address = made(story)
    read(client, address)
    row.refresh_from_db()
    _, kettle = pictures_of(story)
    assert look(client, address, kettle).status_code == 200

    end(story, row)

    gone, unknown = look(client, address, kettle), client.get(f"/reading/nobody/{kettle.uid}/")
    assert (gone.status_code, unknown.status_code) == (410, 410)
    assert gone.content == unknown.content


def test_it_is_gone_with_the_last_day(client, story):
    row, address = made(story, last_day=clock.today())
    read(client, address)
    _, kettle = pictures_of(story)

    with clock.at(row.until):
        assert look(client, address, kettle).status_code == 410


def test_another_storys_picture_is_not_there(client, story):
    other = press.a_story("Nell", yes=("ministers",), pictured=True, face=True)
    _, address = made(story)
    read(client, address)

    assert [look(client, address, media).status_code for media in pictures_of(other)] == [410, 410]
    assert look(client, address, pictures_of(story)[1]).status_code == 200


def test_a_picture_that_is_not_as_agreed_opens_nothing_and_no_outing_begins(client, story):
    _, address = made(story)
    face, kettle = pictures_of(story)
    Path(kettle.sealed.path).write_bytes(Path(face.sealed.path).read_bytes())

    assert read(client, address).status_code == 410
    assert list(outings_of(story.file_id)) == []


def test_a_picture_changed_afterwards_is_not_shown(client, story):
    _, address = made(story)
    read(client, address)
    face, kettle = pictures_of(story)
    Path(kettle.sealed.path).write_bytes(Path(face.sealed.path).read_bytes())

    assert look(client, address, kettle).status_code == 410


def test_no_cache_no_search_engine_and_no_next_site_keeps_it(client, story):
    _, address = made(story)
    read(client, address)

    answer = look(client, address, pictures_of(story)[1])

    assert answer.status_code == 200
    assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]


@pytest.mark.parametrize("token", ["x", "a" * 500, "%00", "{{7*7}}", "🫖"])
def test_odd_links_to_a_picture_are_over_and_nothing_worse(token, client):
    assert client.get(f"/reading/{token}/{uuid4()}/").status_code in {404, 410}
