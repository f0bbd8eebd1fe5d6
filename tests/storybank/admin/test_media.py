"""Pictures and recordings come in on a story's sheet, stripped, and can be worded, cropped and moved in the editor."""

from io import BytesIO
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from people.sounds import NotASound, anew
from storybank.domain.suggestions import accept_all, suggested_changes
from storybank.lock.closure import closure_of
from storybank.models import StoryMedia, StoryPage
from tests.factories import people, stories
from tests.surfaces.stage import a_picture, a_sound

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    team = people.a_team("North")
    staff = people.a_supporter(team=team, first_name="Nia")
    client.force_login(staff)
    return stories.a_shared_story(stories.an_author("Dee", supporter=staff, team=team))


def a_file(made, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, made.read())


def add(client, page, kind: str, upload, **fields):
    return client.post(reverse(f"work:add_{kind}", args=[page.pk]), {"upload": upload, **fields})


@pytest.fixture
def illustrated(client, page) -> StoryPage:
    add(client, page, "picture", a_file(a_picture(), "Dee at home.png"), alt="A kettle", face="on")
    add(client, page, "sound", a_file(a_sound(), "Dee.wav"), transcript="It sings.", voice="on")
    return StoryPage.objects.get(pk=page.pk)


def latest(page) -> StoryPage:
    return StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def media_of(client, page, value):
    uid = UUID(value["held"].split("/")[0])
    return client.get(reverse("work:media", args=[page.pk, uid]))


def editor_fields(words: StoryPage, **changes: str) -> dict[str, str]:
    """What Wagtail's editor sends for a paragraph, a picture and a recording."""
    fields = {
        "title": words.title,
        "body-count": "3",
        "content_notes-count": "0",
        "closing_kind": "",
        "closing": "",
    }
    fields |= {"kind": words.kind, "language": words.language, "region": "", "body-0-value": "New words."}
    for number, block in enumerate(words.body):
        start = f"body-{number}-"
        fields |= {f"{start}deleted": "", f"{start}order": str(number), f"{start}type": block.block_type}
        fields[f"{start}id"] = str(block.id)
        if block.block_type != "paragraph":
            texts = {name: str(part) for name, part in block.value.items() if name not in ("face", "voice")}
            fields |= {f"{start}value-{name}": part for name, part in texts.items()}
    return fields | changes


def test_they_stand_at_the_end_of_the_words_as_suggestions_and_the_author_accepts_them(client, illustrated):
    words, suggested = latest(illustrated), suggested_changes(illustrated)

    accept_all(illustrated)

    assert [block.block_type for block in words.body] == ["paragraph", "picture", "sound"]
    assert len(suggested) > 0
    assert closure_of(latest(illustrated)).sha256 == closure_of(words).sha256
    assert [media_of(client, illustrated, block.value).status_code for block in words.body[1:]] == [200, 200]


def test_what_lies_on_the_disk_is_sealed_under_a_name_that_says_nothing(illustrated):
    for media in StoryMedia.objects.all():
        with media.sealed.open("rb") as kept:
            start = kept.read(6)
        assert (start, media.sealed.name.removeprefix("stories/").isalnum()) == (b"gAAAAA", True)


def test_the_editor_words_and_crops_a_picture_and_keeps_which_one_it_is(client, illustrated):
    address = reverse("wagtailadmin_pages:edit", args=[illustrated.pk])
    held = latest(illustrated).body[1].value["held"]
    changes = {"body-1-value-alt": "Another", "body-1-value-crop": "0 0 50 100"}

    client.post(address, editor_fields(latest(illustrated), **changes))

    value = latest(illustrated).body[1].value
    assert (value["held"], value["alt"], value["face"]) == (held, "Another", False)
    with Image.open(BytesIO(media_of(client, illustrated, value).content)) as piece:
        assert piece.size == (20, 20)


@pytest.mark.parametrize("crop", ["0 0 500 100", "50 0 60 100", "0 0 0 100", "a b c d", "1 2 3"])
def test_a_crop_that_makes_no_piece_is_refused_in_words(client, illustrated, crop):
    address = reverse("wagtailadmin_pages:edit", args=[illustrated.pk])

    answer = client.post(address, editor_fields(latest(illustrated), **{"body-1-value-crop": crop}))

    assert "Write four numbers from 0 to 100" in answer.content.decode()
    assert latest(illustrated).body[1].value["crop"] == "0 0 100 100"


@pytest.mark.parametrize(
    ("kind", "upload", "fields", "sentence"),
    [
        ("picture", b"", {"alt": "A"}, "Something needs another look."),
        ("picture", b"%PDF-1.7", {"alt": "A"}, "not a picture we can open"),
        ("picture", b"x", {}, "Something needs another look."),
        ("sound", b"ID3 nothing of the kind", {"transcript": "A"}, "not a recording we can open"),
        ("sound", b"RIFF nothing", {"transcript": "A"}, "not a recording we can open"),
    ],
)
def test_what_is_no_picture_or_recording_is_refused_in_words_and_adds_nothing(
    client, page, kind, upload, fields, sentence
):
    answer = add(client, page, kind, SimpleUploadedFile("x", upload), **fields)

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert not StoryMedia.objects.exists()


def test_somebody_elses_supporter_adds_nothing_and_sees_nothing(client, illustrated):
    value = latest(illustrated).body[1].value
    client.force_login(people.a_supporter(team=people.a_team("South"), first_name="Sol"))

    refused = add(client, illustrated, "picture", a_file(a_picture(), "x.png"), alt="A")

    assert (refused.status_code, media_of(client, illustrated, value).status_code) == (403, 403)
    assert StoryMedia.objects.count() == 2


def test_an_mp3_keeps_its_sound_frames_and_nothing_a_phone_wrote_beside_them():
    frame = b"\xff\xfb\x90\x00" + b"\x11" * 413
    tag = b"ID3\x04\x00\x00\x00\x00\x00\x0bCanary road"
    trailer = b"TAGCanary street"

    bare, kind = anew(tag + b"\xff\xfb\x90\x00Xing" + b"\x00" * 409 + frame * 9 + trailer)

    assert (bare, kind) == (frame * 9, "audio/mpeg")


@pytest.mark.parametrize("data", [b"\xff\xfb\x90\x00", b"ID3", b"\xff" * 999, b"OggS" + b"\x00" * 99])
def test_what_holds_too_few_frames_is_no_recording(data):
    with pytest.raises(NotASound, match="not a recording we can open"):
        anew(data)
