"""From the upload to the reader: of a place or a maker no byte is stored and none is served, in any kind of file."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from consent.domain.stop import stopping
from storybank.domain import freezing, sending
from storybank.domain.media import bytes_of
from storybank.domain.words_beside import NO_ALT, NO_TRANSCRIPT
from storybank.lock.media import held
from storybank.models import StoryMedia, StoryPage
from tests.people.cleaning.with_marks import PICTURES, SOUNDS, holds_marks
from tests.storybank.admin.steps import a_team_story, work
from tests.surfaces.stage import illustrated, the_stage

pytestmark = pytest.mark.django_db
NAMED = "../../Gwen Morris at home.{}"


@pytest.mark.parametrize("kind", [*PICTURES, *SOUNDS])
def test_nothing_of_where_and_who_is_stored_or_served(client, kind):
    page, supporter, _ = a_team_story()
    client.force_login(supporter)
    road, made = ("picture", PICTURES[kind]()) if kind in PICTURES else ("sound", SOUNDS[kind]())
    shutil.rmtree(settings.PRIVATE_ROOT, ignore_errors=True)
    upload = SimpleUploadedFile(NAMED.format(kind), made, content_type="text/html")

    answer = client.post(
        work(f"add_{road}", page), {"upload": upload, "alt": "A kettle", "transcript": "It sings."}
    )

    (kept,) = StoryMedia.objects.all()
    stored = [
        path
        for root in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT)
        for path in Path(root).rglob("*")
        if path.is_file()
    ]
    served = client.get(reverse("work:media", args=[page.pk, kept.uid]))
    assert answer.status_code == 302
    assert holds_marks(made)
    assert not holds_marks(served.content)
    assert not holds_marks(bytes_of(kept, sha256=kept.sha256))
    assert [path for path in stored if holds_marks(path.read_bytes()) or "Gwen" in str(path)] == []
    assert served["Content-Type"].partition("/")[0] in {"image", "audio"}


@pytest.mark.parametrize(
    ("road", "data", "said"),
    [
        ("picture", b"", "There is nothing in this file."),
        ("picture", b"<svg onload=alert(1)>", "This file is not a picture we can open."),
        ("picture", b"\xff\xd8" + b"\0" * 21_000_000, "This picture is larger than 20 megabytes."),
        ("sound", b"", "There is nothing in this file."),
        ("sound", b"#EXTM3U\nfile:///etc/passwd\n", "This is not a recording we can open."),
        ("sound", b"RIFF" + b"\0" * 21_000_000, "This recording is too large."),
    ],
    ids=["empty picture", "drawing", "large picture", "empty sound", "playlist", "large sound"],
)
def test_what_cannot_be_taken_is_said_and_the_rest_of_the_form_stays(client, road, data, said):
    page, supporter, _ = a_team_story()
    client.force_login(supporter)
    typed = {
        "alt": "A kettle {{ 7*7 }}",
        "transcript": "It sings {{ 7*7 }}",
        "caption": "\u202eThe kettle 🫖",
    }

    answer = client.post(work(f"add_{road}", page), {"upload": SimpleUploadedFile("x.jpg", data), **typed})

    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert (typed["alt"] if road == "picture" else typed["transcript"]) in text
    assert typed["caption"] in text
    assert StoryMedia.objects.count() == 0


def test_a_recording_plays_piece_by_piece_and_is_dark_between_two_pieces_after_a_stop():
    stage = the_stage()
    value = next(block.value for block in stage.page.body if block.block_type == "sound")
    uid = StoryMedia.objects.get(uid=held(value["held"]).uid).uid
    address, reader = reverse("storybank:media", args=[stage.page.slug, uid]), Client()

    first = reader.get(address, headers={"range": "bytes=0-99"})
    head = reader.head(address)
    behind = reader.get(address, headers={"range": "bytes=99999999-"})
    stopping.stop(stage.author)
    second = reader.get(address, headers={"range": "bytes=100-199"})

    assert (first.status_code, len(first.content)) == (206, 100)
    assert (head.status_code, head.content) == (200, b"")
    assert (behind.status_code, behind.content) == (416, b"")
    assert (second.status_code, second.content) == (410, b"")


@pytest.mark.parametrize(
    ("kind", "part", "said"), [("sound", "transcript", NO_TRANSCRIPT), ("picture", "alt", NO_ALT)]
)
def test_without_words_beside_it_nothing_is_checked_agreed_or_heard(kind, part, said):
    page, supporter, _ = a_team_story()
    page = illustrated(page, "robin")
    words = page.get_latest_revision_as_object()
    next(block for block in words.body if block.block_type == kind).value[part] = " "
    words.save_revision(user=supporter)
    page = StoryPage.objects.get(pk=page.pk)

    with pytest.raises(sending.CannotSend) as unsent:
        sending.send_for_checks(page, by=supporter)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision_id)
    with pytest.raises(freezing.NotReady) as unfrozen:
        freezing.freeze(page, by=supporter)

    assert (str(unsent.value), str(unfrozen.value)) == (said, said)
