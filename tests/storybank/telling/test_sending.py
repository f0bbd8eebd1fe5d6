"""The two screens of telling without writing, with and without scripts: parts, files, nonsense, somebody else's."""

import hashlib
import uuid
from wsgiref.util import is_hop_by_hop

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from storybank.domain import drafts, sharing, takes
from storybank.models import Draft, Take
from tests.factories import people, stories
from tests.storybank.desk.walking import address, at_the_desk_of, said
from tests.storybank.telling.a_teller import WEBM, a_take, a_teller
from tests.storybank.telling.sounds import a_page, a_voice

pytestmark = pytest.mark.django_db


@pytest.fixture
def author():
    return a_teller()[0]


@pytest.fixture
def draft(author):
    return drafts.start(author)


@pytest.fixture
def desk(author):
    return at_the_desk_of(author)


def part(desk, draft, number, data, *, offset=0, **more):
    sent = {"kind": "voice", "offset": offset, "sha256": hashlib.sha256(data).hexdigest(), **more}
    where = address("take_part", draft, number)
    return desk.post(where, sent | {"data": SimpleUploadedFile("part", data)})


def done(desk, draft, number, length):
    return desk.post(
        address("take_done", draft, number), {"length": length}, headers={"Accept": "application/json"}
    )


def test_parts_then_that_was_all_and_it_can_be_heard(desk, draft):
    number, half = uuid.uuid4(), len(WEBM) // 2

    before = desk.get(address("take_at", draft, number)).json()
    first = part(desk, draft, number, WEBM[:half])
    again = part(desk, draft, number, WEBM[:half])
    ahead = part(desk, draft, number, WEBM[half:], offset=half + 1)
    there = desk.get(address("take_at", draft, number)).json()
    too_soon = done(desk, draft, number, len(WEBM))
    part(desk, draft, number, WEBM[half:], offset=half)
    ended = done(desk, draft, number, len(WEBM))
    heard = desk.get(address("own_take", draft, number))

    assert before == {"at": 0, "state": ""}
    assert (first.json(), again.json()) == ({"at": half, "state": "coming", "progress": 0},) * 2
    assert (ahead.status_code, ahead.json()) == (409, {"at": half})
    assert there["at"] == half
    assert (too_soon.status_code, too_soon.json()) == (409, {"at": half})
    assert ended.status_code == 200
    assert (heard["Content-Type"], heard["Cache-Control"]) == ("audio/mpeg", "no-store, private")
    assert said(desk.get(address("say", draft))).count("Voice note 1") == 1


@pytest.mark.parametrize(
    ("way", "name", "data", "kind"),
    [
        ("say", "Dee at home.m4a", a_voice("mp4"), "audio/mpeg"),
        ("photo", "../../x.heic", a_page("HEIF"), "image/jpeg"),
    ],
)
def test_without_scripts_a_file_is_sent_as_a_form(desk, draft, way, name, data, kind):
    answer = desk.post(address(way, draft), {"file": SimpleUploadedFile(name, data)})

    take = Take.objects.get()
    assert (answer.status_code, answer.url) == (302, address(way, draft))
    assert desk.get(address("own_take", draft, take.uid))["Content-Type"] == kind


def test_several_pages_at_once_move_and_go(desk, draft):
    files = [SimpleUploadedFile(f"{n}.jpg", a_page(size=(100 + n, 100))) for n in range(3)]
    desk.post(address("photo", draft), {"file": files})
    first, _, last = takes.takes_of(draft.file_id)

    desk.post(address("move_take", draft, last.uid), {"to": "earlier"})
    looked = desk.get(address("throw_take_away", draft, first.uid))
    desk.post(address("throw_take_away", draft, first.uid))

    assert "Throw this page away?" in said(looked)
    assert takes.takes_of(draft.file_id).first() == last
    assert Take.objects.count() == 2


@pytest.mark.parametrize("way", ["say", "photo"])
@pytest.mark.parametrize("data", [b"%PDF-1.7", b"\x00" * 9, b"PK\x03\x04zip"])
def test_a_wrong_file_gets_a_sentence_on_the_screen_and_can_be_put_away(desk, draft, way, data):
    desk.post(address(way, draft), {"file": SimpleUploadedFile("x", data)})
    page = desk.get(address(way, draft))
    take = Take.objects.get()

    desk.post(address("throw_take_away", draft, take.uid))

    assert take.problem in said(page)
    assert not Take.objects.exists()


def test_no_file_and_an_empty_one_are_said_in_words(desk, draft):
    none = desk.post(address("say", draft), {})
    desk.post(address("say", draft), {"file": SimpleUploadedFile("x", b"")})

    assert (none.status_code, "Choose a file first." in said(none)) == (422, True)
    assert "There is nothing in this file." in said(desk.get(address("say", draft)))


def test_a_file_over_the_limit_leaves_nothing_behind(desk, draft, settings):
    settings.TAKE_LARGEST = 1000

    answer = desk.post(address("say", draft), {"file": SimpleUploadedFile("x", b"a" * 1001)})

    assert "two or three pieces" in said(answer)
    assert not Take.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "x"},
        {"kind": "\x00"},
        {"offset": "-1"},
        {"offset": "9" * 40},
        {"offset": "ten"},
        {"sha256": "\x00"},
        {"sha256": "{{7*7}}"},
    ],
)
def test_nonsense_in_a_part_keeps_nothing(desk, draft, wrong):
    answer = part(desk, draft, uuid.uuid4(), WEBM, **wrong)

    assert answer.status_code in {400, 409}
    assert not Take.objects.filter(held__gt=0).exists()


def test_two_gigabytes_are_refused_before_they_are_read(desk, draft):
    class Never:
        def read(self, *_):
            raise AssertionError("a byte of it was read")

        readline = read

    where = address("say", draft)
    answer = desk.generic("POST", where, CONTENT_LENGTH=str(2 * 1024**3), **{"wsgi.input": Never()})
    odd = desk.generic("POST", where, CONTENT_LENGTH="9" * 30, **{"wsgi.input": Never()})

    assert (answer.status_code, "This file is too large." in answer.content.decode()) == (413, True)
    assert odd.status_code == 413
    assert [name for name in answer.headers if is_hop_by_hop(name)] == []  # a server would refuse to say it
    assert not Take.objects.exists()


def test_an_old_window_of_a_shared_story_is_told_so(desk, draft, author):
    a_take(draft)
    sharing.share(draft, person=author)

    late = part(desk, draft, uuid.uuid4(), WEBM)

    assert (late.status_code, "shared or deleted" in late.json()["error"]) == (400, True)
    assert desk.get(address("say", draft)).url == reverse("storybank:my_story", args=[draft.file.uid])


def test_what_broke_off_can_be_kept_as_far_as_it_came(desk, draft):
    number = uuid.uuid4()
    part(desk, draft, number, WEBM)
    page = desk.get(address("say", draft))

    desk.post(address("take_done", draft, number))

    assert "This broke off. We have the first part of it." in said(page)
    assert Take.objects.get().state == "ready"


def test_only_the_page_that_records_may_use_the_microphone(desk, draft):
    say, other = desk.get(address("say", draft)), desk.get(address("photo", draft))

    assert "microphone=(self)" in say["Permissions-Policy"]
    assert "microphone=()" in other["Permissions-Policy"]
    assert "media-src 'self' blob:" in say["Content-Security-Policy"]
    assert "blob:" not in other["Content-Security-Policy"]


@pytest.mark.parametrize("way", ["say", "photo"])
def test_choosing_a_way_begins_a_private_story_and_leads_there(desk, way):
    answer = desk.post(reverse("storybank:write"), {"way": way})
    page = desk.get(answer.url)

    assert answer.url == address(way, Draft.objects.select_related("file").get())
    assert "Nobody reads this until you share it." in said(page)
    assert "<title>Notes</title>" in page.content.decode()
    assert page["Cache-Control"] == "no-store, private"


STAFF = ["supporter", "safeguarding", "comms", "dpo", "administrator"]


def roads(draft, take):
    """Every address that leads to a take or to its story."""
    mine = [address(name, draft, take.uid) for name in ("own_take", "take_at", "throw_take_away")]
    return [*mine, address("say", draft), address("photo", draft), address("read_back", draft)]


@pytest.mark.parametrize("who", [*people.roles.ALL, "another author", "nobody"])
def test_before_it_is_shared_nobody_else_gets_one_byte(client, draft, author, who):
    take = a_take(draft)
    other = stories.a_shared_story(stories.an_author("Sam", supporter=author.supporter, team=author.team))
    if who == "another author":
        client.force_login(stories.an_author("Kit").user)
    elif who != "nobody":
        staff = author.supporter if who == people.roles.SUPPORTER else people.a_member_of_staff(who)
        client.force_login(staff)

    answers = [client.get(where) for where in roads(draft, take)]
    answers += [client.post(address("take_part", draft, take.uid), {"kind": "voice"})]
    answers += [client.get(reverse("work:take", args=[page, take.uid])) for page in (other.pk, 1, 2)]

    assert {answer.status_code for answer in answers} <= {302, 403, 404}
    assert Take.objects.filter(pk=take.pk).exists()
    assert at_the_desk_of(author).get(address("own_take", draft, take.uid)).content == takes.bytes_of(take)
