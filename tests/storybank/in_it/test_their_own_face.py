"""Whoever is in a picture sees it before their yes, which lets it all go out; or it is said that they are not in it."""

from datetime import timedelta

import pytest

from people import clock
from storybank.domain import in_it
from storybank.models import ShownPart, StoryMedia
from tests.factories import stories
from tests.storybank.in_it.world import OF_HER, World

pytestmark = pytest.mark.django_db
HERS, OTHER, FACE_AT, KETTLE_AT, SOUND_AT = range(5)


@pytest.fixture
def world() -> World:
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        return World(pictured=True)


def chosen(world, *, blocks, not_in=()):
    return in_it.choose(
        world.page, world.row.pk, blocks=blocks, whole=False, by=world.supporter, not_in=not_in
    )


def test_a_face_outside_their_part_is_refused_until_somebody_says_that_it_is_not_theirs(world):
    with pytest.raises(in_it.CannotShow, match="say that they are not in it"):
        chosen(world, blocks=[HERS])
    with pytest.raises(in_it.CannotShow, match="say that they are not in it"):
        chosen(world, blocks=[HERS], not_in=[KETTLE_AT])

    shown = chosen(world, blocks=[HERS, FACE_AT])
    said = chosen(world, blocks=[HERS], not_in=[FACE_AT])

    assert (shown.not_in, said.not_in) == ([], [FACE_AT])
    assert ShownPart.objects.count() == 1


def test_the_author_sees_what_they_are_said_not_to_be_in(world):
    chosen(world, blocks=[HERS], not_in=[FACE_AT])
    face = StoryMedia.objects.filter(file=world.page.file_id).order_by("id").first()
    author = world.client(world.author)

    page = author.get(f"/my/stories/{world.page.file.uid}/may-they-read/").content.decode()

    assert "They are not in these pictures, we think" in page
    assert str(face.uid) in page.partition("They are not in these pictures")[2]


def test_a_part_from_before_this_was_asked_shows_nothing_until_it_is_chosen_anew(world):
    world.let_her_read(blocks=(HERS,))
    rosa = world.client(world.rosa)
    rosa.post(world.url("told/"))
    before = rosa.get(world.url("words/"), follow=True).content.decode()
    ShownPart.objects.update(not_in=[])

    since = rosa.get(world.url("words/"), follow=True).content.decode()
    world.let_her_read(blocks=(HERS, FACE_AT))

    assert (OF_HER in before, OF_HER in since) == (True, False)
    assert OF_HER in rosa.get(world.url("words/"), follow=True).content.decode()


def test_staff_say_it_on_the_sheet(world):
    client = world.client(world.author)
    client.force_login(world.supporter)
    address = f"/admin/work/{world.page.pk}/people/{world.row.pk}/act/"

    refused = client.post(address, {"act": "part", "blocks": [HERS]})
    kept = client.post(address, {"act": "part", "blocks": [HERS], "not_in": [FACE_AT]})

    assert (refused.status_code, kept.status_code) == (422, 302)
    assert "Somebody can be made out" in refused.content.decode()
    assert ShownPart.objects.get().not_in == [FACE_AT]
