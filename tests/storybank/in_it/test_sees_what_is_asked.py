"""Whoever is asked for a yes sees and hears what they are asked about: their part, to the byte, and no longer."""

import base64
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from consent.domain.acts.choices import choices_of
from consent.domain.care import deciding_young, files
from consent.domain.stop import stopping
from consent.enums import Basis, State
from people import clock, keyring
from people.domain import vault
from storybank.domain import in_it
from storybank.models import ShownPart, StoryEdition, StoryMedia
from tests.factories import people, stories
from tests.factories.pictures import BRICK, FACE, FACE_CAPTION, KETTLE, SAID, TEAL, a_field_of, is_of
from tests.storybank.in_it.world import NOT_OF_HER, OF_HER, World

pytestmark = pytest.mark.django_db

HERS, OTHER, FACE_AT, KETTLE_AT, SOUND_AT = range(5)
"""The places of the passages, the two pictures and the recording in the frozen words."""


@pytest.fixture
def world() -> World:
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        return World(pictured=True)


def media_in(world) -> list[str]:
    """The addresses at which Rosa would get the face, the kettle and the recording."""
    rows = StoryMedia.objects.filter(file=world.page.file_id).order_by("id")
    return [world.url(f"media/{row.uid}/") for row in rows]


def codes(client, addresses) -> list[int]:
    return [client.get(address).status_code for address in addresses]


def at_the_words(world) -> tuple[Client, str]:
    client = world.client(world.rosa)
    client.post(world.url("told/"))
    return client, client.get(world.url("words/"), follow=True).content.decode()


def test_she_sees_both_pictures_and_hears_the_recording_of_what_she_may_read(world):
    world.let_her_read(whole=True)
    face, kettle, sound = media_in(world)

    client, page = at_the_words(world)

    assert [said in page for said in (face, kettle, sound, FACE, FACE_CAPTION, KETTLE, SAID)] == [True] * 7
    assert is_of(client.get(face).content, BRICK)
    assert is_of(client.get(kettle).content, TEAL)
    assert client.get(sound)["Content-Type"] == "audio/wav"


def test_they_are_kept_by_no_cache_and_told_to_nobody(world):
    world.let_her_read(whole=True)
    client, _ = at_the_words(world)

    for address in media_in(world):
        answer = client.get(address)
        kept = (answer["Cache-Control"], answer["Referrer-Policy"], answer["X-Robots-Tag"])
        assert kept == ("no-store, private", "no-referrer", "noindex, noai, noimageai")


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((HERS,), [404, 404, 404]),
        ((HERS, FACE_AT), [200, 404, 404]),
        ((KETTLE_AT, SOUND_AT), [404, 200, 200]),
    ],
)
def test_what_is_outside_her_part_stays_unseen(world, blocks, expected):
    world.let_her_read(blocks=blocks)
    client, page = at_the_words(world)

    assert codes(client, media_in(world)) == expected
    assert [address in page for address in media_in(world)] == [code == 200 for code in expected]
    assert (OF_HER in page, NOT_OF_HER in page) == (HERS in blocks, False)


def test_the_author_sees_and_hears_first_what_would_be_shown(world):
    world.let_her_read(whole=True, yes=False)
    ShownPart.objects.update(author_said="")
    author = world.client(world.author)

    page = author.get(f"/my/stories/{world.page.file.uid}/may-they-read/").content.decode()

    for address in media_in(world):
        own = address.replace("/my/in-it/", "/my/stories/")
        assert own in page
        assert author.get(own).status_code == 200


@pytest.mark.parametrize("yes", [False, None])
def test_before_the_authors_yes_and_after_a_no_there_is_nothing(world, yes):
    world.let_her_read(whole=True, yes=bool(yes))
    ShownPart.objects.update(author_said="" if yes is None else "no")

    assert codes(world.client(world.rosa), media_in(world)) == [404] * 3


def test_the_second_time_she_sees_and_hears_them_again(world):
    world.let_her_read(whole=True)
    with clock.at(clock.now() - stories.LONG_AGO):
        world.rosa_answers()
    client = world.client(world.rosa)

    page = client.get(world.url("second/")).content.decode()

    assert [address in page for address in media_in(world)] == [True] * 3
    assert codes(client, media_in(world)) == [200] * 3


def no(world):
    world.rosa_answers("no")


def stop(world):
    stopping.stop(world.rosa)


def taken_back(world):
    files.decide_appearance(world.row, basis=Basis.REMOVED, by=world.supporter, reason="Taken out of it.")


def ended_card(world):
    world.rosa.user.is_active = False
    world.rosa.user.save()


@pytest.mark.parametrize("over", [no, stop, taken_back])
def test_when_she_is_not_asked_any_more_they_are_gone(world, over):
    world.let_her_read(whole=True)
    client = world.client(world.rosa)
    before = codes(client, media_in(world))

    over(world)

    assert before == [200] * 3
    assert codes(client, media_in(world)) == [404] * 3


def test_without_a_way_in_there_is_only_the_sign_in(world):
    world.let_her_read(whole=True)
    client = world.client(world.rosa)

    ended_card(world)

    assert codes(client, media_in(world)) == [302] * 3
    assert codes(Client(), media_in(world)) == [302] * 3


def test_strangers_get_the_same_as_for_nothing(world):
    world.let_her_read(whole=True)
    there = media_in(world)[0]
    nothing = [world.url(f"media/{uuid4()}/"), f"/my/in-it/{uuid4()}/media/{uuid4()}/"]

    for person in (people.a_person("Sam"), world.author, world.rosa):
        client = world.client(person)
        answers = [
            client.get(address) for address in (nothing if person == world.rosa else [there, *nothing])
        ]
        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.content for answer in answers}) == 1
    assert codes(world.client(world.rosa), [there]) == [200]


def another_pixel(world):
    """Past every lock: the same row with one pixel that was not there when the words were frozen."""
    kettle = StoryMedia.objects.filter(file=world.page.file_id, kind="picture").latest("id")
    changed = base64.b64encode(a_field_of((0, 128, 129), (400, 200)).getvalue()).decode()
    kettle.sealed.storage.delete(kettle.sealed.name)
    kettle.sealed.storage.save(kettle.sealed.name, ContentFile(keyring.seal(kettle.file.uid, changed)))


def frozen_words(change):
    """Past every lock: the revision that holds the frozen words."""

    def road(world):
        revision = StoryEdition.objects.get(page=world.page).revision
        words = revision.as_object()
        change(words)
        revision.content = words.serializable_data()
        revision.save(update_fields=["content"])

    return road


def value(place, **values):
    return frozen_words(lambda words: words.body[place].value.update(values))


CHANGES = {
    "a pixel": another_pixel,
    "the words for whoever cannot see": value(KETTLE_AT, alt="Quabbelfisch"),
    "the words under a picture": value(KETTLE_AT, caption="Quabbelfisch"),
    "what is kept of a picture": value(KETTLE_AT, crop="0 0 99 100"),
    "what is said in a recording": value(SOUND_AT, transcript="Quabbelfisch"),
    "the title": frozen_words(lambda words: setattr(words, "title", "Quabbelfisch")),
}


@pytest.mark.parametrize("what", CHANGES)
def test_bytes_changed_after_freezing_are_never_what_she_says_yes_to(world, what):
    world.let_her_read(whole=True)
    client, before = at_the_words(world)
    client.post(world.url("words/"))

    CHANGES[what](world)

    _, after = at_the_words(world)
    assert (OF_HER in before, OF_HER in after, "Quabbelfisch" in after) == (True, False, False)
    assert "We are getting it ready" in after
    assert codes(client, media_in(world)) == [404] * 3
    world.rosa_answers()
    assert {choice.state for choice in choices_of(world.rosa, world.page.file_id)} == {State.REQUESTED}


def test_nor_what_she_says_yes_to_a_second_time(world):
    world.let_her_read(whole=True)
    with clock.at(clock.now() - stories.LONG_AGO):
        world.rosa_answers()

    another_pixel(world)

    world.second_yes(world.rosa)
    assert {choice.state for choice in choices_of(world.rosa, world.page.file_id)} == {State.COOLING}
    (choice,) = choices_of(world.rosa, world.page.file_id)
    world.client(world.rosa).post(world.url("second/"), {"away": str(choice.uid)})
    assert {choice.state for choice in choices_of(world.rosa, world.page.file_id)} == {State.WITHDRAWN}


def test_nor_what_the_author_lets_her_read(world):
    part = world.let_her_read(whole=True, yes=False)
    ShownPart.objects.update(author_said="")

    another_pixel(world)

    address = f"/my/stories/{world.page.file.uid}/may-they-read/"
    world.client(world.author).post(address, {"answer": "yes", "part": part.pk, "seen": in_it.mark_of(part)})
    part.refresh_from_db()
    assert part.author_said == ""


def test_a_yes_of_the_author_from_before_counts_for_the_words_alone(world):
    """It was given to passages counted without the pictures of people, and to no voice."""
    part = world.let_her_read(blocks=(HERS, FACE_AT))
    ShownPart.objects.filter(pk=part.pk).update(seen_and_heard=False)

    client, page = at_the_words(world)

    assert [said in page for said in (OF_HER, FACE, KETTLE)] == [True, False, True]
    assert codes(client, media_in(world)) == [404, 200, 404]


def test_a_guardian_sees_what_they_are_asked_about(world):
    born = clock.today() - timedelta(days=15 * 365)
    vault.set_identity(world.rosa, born=born.isoformat())
    parent = people.a_person("Gwen", supporter=world.supporter, channel="letter")
    row = deciding_young.name_guardian(world.row, guardian=parent, by=world.supporter)
    part = in_it.choose(world.page, row.pk, blocks=[], whole=True, by=world.supporter)

    in_it.author_says(world.page, world.author, part_id=part.pk, yes=True)

    assert codes(world.client(parent), media_in(world)) == [200] * 3
    assert codes(world.client(world.rosa), media_in(world)) == [404] * 3
