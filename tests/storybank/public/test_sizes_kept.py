"""Nothing can be put in the place of a size of a picture; each lies sealed, and goes with the picture."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import DatabaseError, connection, transaction

from home.rights import erasing
from people import keyring
from storybank import guards
from storybank.domain import sizes
from storybank.models import StoryEdition, StoryMedia, StoryPictureSize
from storybank.models.media import MediaStands
from tests.factories.pictures import a_live_story_with, half_and_half
from tests.storybank.public.sized import addresses, agreed

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return a_live_story_with(half_and_half((1000, 500)))


@pytest.fixture
def row(story):
    """The lightest size of the story's picture; another story's picture is beside it."""
    sizes.make_due()
    return StoryPictureSize.objects.get(media=story[1], width=480, kind="avif")


def on_the_disk(row, sealed):
    with open(row.sealed.path, "wb") as file:  # noqa: PTH123  # as somebody with a shell would
        file.write(sealed)


def test_a_size_replaced_garbled_or_lost_on_the_disk_is_not_served(client, story, row):
    page, held = story
    where, plain = addresses(client, page)[0], agreed(client, page, held).content
    made = client.get(where).content
    other = StoryPictureSize.objects.get(media=held, width=960, kind="avif").sealed.open("rb").read()
    uid = page.file.uid
    first = f"{held.sha256} 0-0-100-100 480 avif\n".encode()

    after = []
    for bad in (
        other,
        keyring.seal_bytes(uid, b"x"),
        keyring.seal_bytes(uid, first + b"x"),
        b"",
        other[:-40],
    ):
        on_the_disk(row, bad)
        after.append(client.get(where).content)
    row.sealed.storage.delete(row.sealed.name)
    after.append(client.get(where).content)

    assert made not in (plain, b"")
    assert [content == plain for content in after] == [True] * 6


def test_a_row_that_points_elsewhere_is_refused_by_the_database_and_served_nowhere(client, story, row):
    page, held = story
    where, plain = addresses(client, page)[0], agreed(client, page, held).content
    other = StoryPictureSize.objects.get(media=held, width=960, kind="avif")
    mine = StoryPictureSize.objects.filter(pk=row.pk)
    with pytest.raises(DatabaseError, match="cannot be changed"), transaction.atomic():
        mine.update(sealed=other.sealed.name)
    with pytest.raises(MediaStands, match="cannot be changed"):
        row.save()
    made = client.get(where).content

    guards.lift(connection.alias)
    mine.update(sealed=other.sealed.name, sha256=other.sha256)
    after = client.get(where).content
    guards.install(connection.alias)

    assert (made == plain, after == plain) == (False, True)


def test_a_size_of_another_picture_of_the_same_story_is_not_served_for_this_one(client, story, row):
    page, held = story
    where, plain = addresses(client, page)[0], agreed(client, page, held).content
    other = StoryMedia.objects.create(
        file=held.file,
        kind=held.kind,
        type=held.type,
        sha256="0" * 64,
        added_at=held.added_at,
        sealed="stories/x",
    )
    whole = f"{other.sha256} 0-0-100-100 480 avif\n".encode() + b"another"
    StoryPictureSize.objects.filter(pk=row.pk).delete()
    made = StoryPictureSize(media=held, crop="0-0-100-100", width=480, kind="avif")
    made.sha256 = hashlib.sha256(whole).hexdigest()
    made.sealed.save("other", ContentFile(keyring.seal_bytes(held.file.uid, whole)), save=False)
    made.save()

    assert client.get(where).content == plain


# --- Where they lie, and how long ----------------------------------------------------------------------


def test_they_lie_sealed_under_names_that_say_nothing_where_no_web_server_leads(client, story):
    sizes.make_due()

    for row in StoryPictureSize.objects.all():
        with row.sealed.open("rb") as kept:
            start = kept.read(6)
        assert (start, row.sealed.name.removeprefix("stories/").isalnum()) == (b"gAAAAA", True)
        assert client.get(f"{settings.MEDIA_URL}{row.sealed.name}").status_code == 404


def test_erasing_takes_every_size_with_the_picture(story, django_capture_on_commit_callbacks):
    page, held = story
    sizes.make_due()
    paths = [row.sealed.path for row in (held, *StoryPictureSize.objects.all())]
    there = [_is_there(path) for path in paths]

    with django_capture_on_commit_callbacks(execute=True):
        erasing.erase(page.file.appearances.get().person, by=None)

    assert there == [True] * 7
    assert [_is_there(path) for path in paths] == [False] * 7
    assert (StoryPictureSize.objects.exists(), sizes.make_due()) == (False, 0)


def _is_there(path):
    return Path(path).exists()


def test_the_worker_makes_them_when_the_words_are_frozen(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        a_live_story_with(half_and_half((600, 300)))

    assert StoryPictureSize.objects.count() == 4
    assert sizes.make_due() == 0


def test_an_older_house_makes_them_as_it_is_kept_and_only_once(story):
    frozen = StoryEdition.objects.filter(page=story[0])
    before = frozen.get().sizes_made, StoryPictureSize.objects.count()

    first, again = sizes.make_due(), sizes.make_due()
    once_more = sizes.make(frozen.get().pk)

    assert (before, first, again, once_more) == ((False, 0), 1, 0, 0)
    assert StoryPictureSize.objects.count() == 6


def test_a_picture_that_is_not_as_agreed_has_no_sizes_and_is_not_tried_for_ever(story):
    _, held = story
    on_the_disk(held, keyring.seal_bytes(held.file.uid, b"x"))

    assert (sizes.make_due(), sizes.make_due()) == (1, 0)
    assert not StoryPictureSize.objects.exists()
    assert sizes.make(2**31) == 0
