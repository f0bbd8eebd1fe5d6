"""The room for recordings of our own words: administrators put them in, take them away, and see what has changed."""

import hashlib
import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consent.domain.told import notices, renotifying
from consent.models import NoticeRendering
from home.aloud import listed
from people import roles, sounds
from people.domain import reading_aloud
from people.models import ReadAloud
from storybank.desk import read_aloud
from tests.consent.test_renotifying import publish
from tests.factories.people import a_member_of_staff
from tests.surfaces.stage import a_picture, a_sound

pytestmark = pytest.mark.django_db
LIST = "/admin/read-aloud/"
TICKED = {"read_by": "Mair", "word_for_word": "on", "agreed": "on"}


@pytest.fixture
def desk() -> Client:
    client = Client()
    client.force_login(a_member_of_staff(roles.ADMINISTRATOR))
    return client


def the_words(key: str = "notice/story-choices/plain", language: str = "en"):
    return next(one for one in listed.all_words() if (one.key, one.language) == (key, language))


def page_of(words) -> str:
    return f"{LIST}{words.language}/{words.sha256}/"


def recorded(desk, words=None, **changes):
    """What the form sends; `changes` replaces fields, None leaves one out."""
    upload = SimpleUploadedFile("../Mair at home.wav", a_sound().read())
    fields = {"upload": upload} | TICKED | changes
    sent = {name: value for name, value in fields.items() if value is not None}
    return desk.post(page_of(words or the_words()), sent)


def states() -> dict[tuple[str, str], str]:
    return {(line.words.key, line.words.language): line.state for line in listed.lines()}


def said(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_every_notice_of_today_and_every_fixed_piece_can_be_recorded_and_the_same_words_only_once():
    words = list(listed.all_words())
    today = NoticeRendering.objects.filter(notice__current=True)
    fixed = {(one.language, one.sha256) for one in words if one.key in read_aloud.PIECES}

    assert {(one.language, one.sha256) for one in words} - fixed == set(
        today.values_list("language", "sha256")
    )
    assert len(fixed) == len(read_aloud.PIECES) * len(settings.LANGUAGES)
    assert len({(one.language, one.sha256) for one in words}) == len(words)


def test_a_recording_is_made_anew_under_a_name_that_says_nothing_and_its_words_are_recorded(desk):
    answer = recorded(desk)

    kept = ReadAloud.objects.get()
    assert answer.url == page_of(the_words())
    assert (kept.sha256, kept.read_by) == (notices.sha256_of(the_words().text), "Mair")
    assert re.fullmatch(r"read-aloud/[0-9a-f]{24}\.mp3", kept.sound.name)
    assert sounds.is_sound(reading_aloud.bytes_of(kept))
    assert [key for key, state in states().items() if state != listed.NONE] == [
        ("notice/story-choices/plain", "en")
    ]


def test_words_that_changed_are_not_recorded_and_the_list_says_so(desk, django_capture_on_commit_callbacks):
    recorded(desk)
    old = the_words()

    publish(a_member_of_staff(roles.DPO))

    assert states()["notice/story-choices/plain", "en"] == listed.CHANGED
    assert listed.CHANGED in said(desk.get(LIST))
    assert reading_aloud.recording_of(the_words().text, language="en") is None
    with django_capture_on_commit_callbacks(execute=True):
        stale = recorded(desk, old)
    assert (stale.url, ReadAloud.objects.get().sha256) == (LIST, old.sha256)
    with django_capture_on_commit_callbacks(execute=True):
        recorded(desk)
    assert ReadAloud.objects.get().sha256 == the_words().sha256
    assert states()["notice/story-choices/plain", "en"] == listed.RECORDED


def test_words_of_a_notice_that_is_gone_can_still_be_taken_away(desk):
    lost = reading_aloud.Words(key="screen/lost", title="", language="en", text="Gone.")
    kept = reading_aloud.keep(lost, data=a_sound().read(), read_by="Mair", by=None)

    page = said(desk.get(LIST))
    desk.post(f"{LIST}{kept.pk}/remove/")

    assert "Of words that are gone" in page
    assert "Of words that are gone" not in said(desk.get(LIST))


def test_taking_away_leaves_neither_row_nor_file(desk, client, django_capture_on_commit_callbacks):
    recorded(desk)
    kept = ReadAloud.objects.get()
    address = f"/read-aloud/{kept.uid}/"
    heard = client.get(address).status_code

    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(f"{LIST}{kept.pk}/remove/")

    assert (heard, answer.url, client.get(address).status_code) == (200, LIST, 404)
    assert (ReadAloud.objects.count(), kept.sound.storage.exists(kept.sound.name)) == (0, False)
    assert desk.post(f"{LIST}{kept.pk}/remove/").url == LIST
    assert desk.get(f"{LIST}{kept.pk}/remove/").status_code == 405


def test_a_file_that_was_lost_is_a_page_that_is_not_there(client, desk):
    recorded(desk)
    kept = ReadAloud.objects.get()
    kept.sound.storage.delete(kept.sound.name)

    assert client.get(f"/read-aloud/{kept.uid}/").status_code == 404


def test_anybody_may_hear_it_piece_by_piece_and_a_cache_must_ask_first(client, desk):
    recorded(desk)
    address = f"/read-aloud/{ReadAloud.objects.get().uid}/"

    whole = client.get(address)
    piece = client.get(address, headers={"Range": "bytes=10-19"})
    same = client.get(address, headers={"If-None-Match": whole["ETag"]})

    assert (whole["Content-Type"], whole["Accept-Ranges"]) == ("audio/mpeg", "bytes")
    assert set(whole["Cache-Control"].split(", ")) == {"public", "no-cache"}
    assert (whole.cookies, "Cookie" in whole.get("Vary", "")) == ({}, False)
    assert (piece.status_code, piece.content) == (206, whole.content[10:20])
    assert same.status_code == 304
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (None, "Choose a recording."),
        (SimpleUploadedFile("a.mp3", b""), "There is nothing in this file."),
        (SimpleUploadedFile("a.mp3", a_picture().read()), sounds.NOT_ONE),
        (SimpleUploadedFile("a.mp3", b"\0" * 1000), sounds.NOT_ONE),
        (SimpleUploadedFile("a.wav", a_sound().read()[:40]), sounds.NOT_ONE),
        (SimpleUploadedFile("a.m3u", b"#EXTM3U\nfile:///etc/hosts"), sounds.NOT_ONE),
        (SimpleUploadedFile("a.wav", b"RIFF" + b"\0" * sounds.LARGEST), "This recording is too large."),
    ],
    ids=["none", "empty", "a picture", "zeros", "half", "a playlist", "too large"],
)
def test_what_is_no_recording_is_said_in_a_sentence_and_nothing_is_kept(desk, upload, sentence):
    if upload:
        upload.seek(0)

    answer = recorded(desk, upload=upload)

    assert (answer.status_code, sentence in said(answer)) == (422, True)
    assert 'value="Mair"' in said(answer)
    assert ReadAloud.objects.count() == 0


@pytest.mark.parametrize("missing", ["read_by", "word_for_word", "agreed"])
def test_who_reads_and_both_ticks_are_needed(desk, missing):
    answer = recorded(desk, **{missing: None})

    assert (answer.status_code, ReadAloud.objects.count()) == (422, 0)


@pytest.mark.parametrize("name", ["M\0ir", "M" * 81, "  "])
def test_a_name_that_cannot_be_kept_is_asked_again(desk, name):
    assert recorded(desk, read_by=name).status_code == 422


def test_the_same_sent_twice_is_one_recording(desk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        recorded(desk)
    first = ReadAloud.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        recorded(desk, read_by="مريم {{7*7}} 😀")

    again = ReadAloud.objects.get()
    assert again.read_by == "مريم {{7*7}} 😀"
    assert (first.sound.storage.exists(first.sound.name), again.uid == first.uid) == (False, False)
    assert "مريم {{7*7}} 😀" in said(desk.get(LIST))


@pytest.mark.parametrize("role", [roles.SUPPORTER, roles.SAFEGUARDING, roles.COMMS, roles.DPO])
def test_other_roles_have_no_such_screen(desk, role):
    recorded(desk)
    other = Client()
    other.force_login(a_member_of_staff(role))
    kept = ReadAloud.objects.get()

    answers = [other.get(LIST), other.get(page_of(the_words())), recorded(other)]
    answers.append(other.post(f"{LIST}{kept.pk}/remove/"))

    assert {answer.status_code for answer in answers} == {other.get("/admin/words/").status_code}
    assert ReadAloud.objects.get() == kept
    assert [desk.get(one).status_code for one in (LIST, page_of(the_words()))] == [200, 200]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_english_and_welsh_are_recorded_apart(desk, language):
    recorded(desk, the_words(language=language))

    found = [key for key, state in states().items() if state == listed.RECORDED]
    assert found == [("notice/story-choices/plain", language)]


def test_one_letter_more_is_other_words(desk):
    recorded(desk)
    text = the_words().text

    found = [reading_aloud.recording_of(words, language="en") for words in (text, text + ".", text.upper())]

    assert [one is not None for one in found] == [True, False, False]
    assert reading_aloud.recording_of(text, language="cy") is None
    assert ReadAloud.objects.get().sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_the_list_asks_the_database_as_often_for_one_recording_as_for_three(
    desk, django_assert_max_num_queries
):
    assert renotifying.needed_version(notices.STORY_CHOICES) == 1
    recorded(desk)
    with django_assert_max_num_queries(4):
        listed.lines()
    recorded(desk, the_words(language="cy"))
    recorded(desk, the_words("notice/story-choices/easy_read"))

    with django_assert_max_num_queries(4):
        assert list(states().values()).count(listed.RECORDED) == 3
