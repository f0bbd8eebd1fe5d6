"""Takes come in by parts and lose nothing; nobody but their author has one byte before it is shared."""

import hashlib
import uuid
from io import BytesIO

import pytest
from django.conf import settings
from PIL import Image

from people import clock
from storybank.domain import drafts, sharing, takes, takes_anew
from storybank.models import Take, TakePart
from storybank.models.take import TakeKind, TakeState
from tests.factories import stories
from tests.storybank.telling.a_teller import WEBM, a_take
from tests.storybank.telling.sounds import HIDDEN, a_page, played

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return drafts.start(stories.an_author("Dee", supporter=stories.a_supporter()))


def begun(draft, kind=TakeKind.VOICE):
    return takes.begin(draft, uid=uuid.uuid4(), kind=kind)


def put(take, data, *, offset):
    return takes.add_part(take, offset=offset, data=data, sha256=hashlib.sha256(data).hexdigest())


def test_parts_in_their_places_are_the_whole_and_it_is_made_anew(draft):
    take = begun(draft)
    for start in range(0, len(WEBM), 1000):
        put(take, WEBM[start : start + 1000], offset=start)
    takes.finish(take, length=len(WEBM))
    sent = takes.bytes_of(Take.objects.get(pk=take.pk))
    takes_anew.make(take.pk)

    made = Take.objects.get(pk=take.pk)
    assert sent == WEBM
    assert (made.state, made.type, made.seconds, made.progress) == ("ready", "audio/mpeg", 2, 100)
    assert played(takes.bytes_of(made))[2] == {}
    assert HIDDEN.encode() in sent
    assert hashlib.sha256(takes.bytes_of(made)).hexdigest() == made.sha256


def test_a_repeated_part_changes_nothing_and_one_that_does_not_follow_says_where_we_are(draft):
    take = begun(draft)
    put(take, b"a" * 10, offset=0)

    again = put(take, b"a" * 10, offset=0)
    for data, offset in ((b"b" * 10, 0), (b"c", 11), (b"c", 5)):
        with pytest.raises(takes.OutOfStep) as out:
            put(take, data, offset=offset)
        assert out.value.at == 10

    assert (again.held, TakePart.objects.count()) == (10, 1)
    assert takes.bytes_of(take) == b"a" * 10


def test_a_part_that_was_broken_on_the_way_is_not_kept(draft):
    take = begun(draft)

    for sha256 in ("", "0" * 64, "\x00"):
        with pytest.raises(takes.OutOfStep):
            takes.add_part(take, offset=0, data=b"words", sha256=sha256)

    assert not TakePart.objects.exists()


def test_it_is_finished_only_when_all_is_there_and_once(draft):
    take = begun(draft)
    put(take, b"a" * 10, offset=0)

    with pytest.raises(takes.OutOfStep):
        takes.finish(take, length=11)
    first, second = takes.finish(take, length=10), takes.finish(take, length=10)

    assert (first.state, second.state) == ("whole", "whole")
    with pytest.raises(takes.OutOfStep):
        put(take, b"b", offset=10)


def test_beginning_twice_under_one_number_is_one_take_and_of_nobody_elses_story(draft):
    take = begun(draft)
    other = drafts.start(stories.an_author("Sam"))

    assert takes.begin(draft, uid=take.uid, kind=TakeKind.VOICE) == take
    with pytest.raises(takes.CannotTake):
        takes.begin(other, uid=take.uid, kind=TakeKind.VOICE)
    assert Take.objects.count() == 1


def test_too_much_is_refused_in_words(draft, settings):
    settings.TAKE_LARGEST, settings.TAKES_MOST = 100, 1
    take = begun(draft)

    with pytest.raises(takes.CannotTake, match="two or three pieces"):
        put(take, b"a" * 101, offset=0)
    with pytest.raises(takes.CannotTake, match="many already"):
        begun(draft)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_page_of_handwriting_is_made_from_its_pixels(draft, kind):
    sent = a_page(kind, size=(2000, 3000))

    made = a_take(draft, sent, TakeKind.HANDWRITING)

    plain = takes.bytes_of(made)
    with Image.open(BytesIO(plain)) as page:
        assert (made.state, page.format, page.size, dict(page.getexif())) == (
            "ready",
            "JPEG",
            (1600, 2400),
            {},
        )
    assert (HIDDEN.encode() in sent, HIDDEN.encode() in plain) == (True, False)


@pytest.mark.parametrize("kind", TakeKind)
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n\x00", b"GIF89a", b"\x00" * 999])
def test_what_is_none_is_refused_in_words_and_its_bytes_go(draft, kind, data):
    made = a_take(draft, data, kind)

    assert made.state == TakeState.REFUSED
    assert made.problem.endswith(".")
    assert not TakePart.objects.exists()


def test_a_piece_of_it_is_exactly_that_piece(draft, settings):
    settings.TAKE_PART_LARGEST = 700
    made = a_take(draft)
    whole = takes.bytes_of(made)

    for first, last in ((0, 0), (0, 699), (650, 750), (700, 2200), (len(whole) - 1, len(whole) - 1)):
        assert takes.bytes_of(made, first=first, last=last) == whole[first : last + 1]
    assert made.parts.count() == -(-len(whole) // 700)


def test_work_that_broke_off_is_taken_up_again_by_the_clock_and_only_then(draft):
    take = takes.take_in(draft, uid=uuid.uuid4(), kind=TakeKind.VOICE, pieces=[WEBM])

    assert takes_anew.resume() == 0
    with clock.at(clock.now() + takes_anew.LEFT_LYING):
        assert takes_anew.resume() == 1
    assert Take.objects.get(pk=take.pk).state == "ready"


def test_what_lies_in_the_table_is_sealed(draft):
    made = a_take(draft)

    assert [bytes(part.sealed)[:6] for part in made.parts.all()] == [b"gAAAAA"]


def test_pages_change_places(draft):
    rows = [begun(draft, TakeKind.HANDWRITING) for _ in range(3)]

    takes.move(rows[2], earlier=True)
    takes.move(rows[0], earlier=True)

    assert list(takes.takes_of(draft.file_id)) == [rows[0], rows[2], rows[1]]


def test_deleting_the_story_deletes_them(draft):
    a_take(draft)
    kept = a_take(drafts.start(stories.an_author("Sam")))

    drafts.throw_away(draft)

    assert list(Take.objects.all()) == [kept]


def test_deleted_once_more_after_a_backup_was_restored_they_go_with_it(draft):
    a_take(draft)

    assert drafts.throw_away_again(draft.file, journal="0" * 64)
    assert not TakePart.objects.exists()


def test_a_story_with_only_a_voice_note_is_shared_and_one_that_is_not_ready_waits(draft):
    person = draft.file.appearances.get().person
    take = begun(draft)
    with pytest.raises(sharing.NothingToShare, match="not ready yet"):
        sharing.share(draft, person=person)
    takes.throw_away(take)
    with pytest.raises(sharing.NothingToShare, match="no words"):
        sharing.share(draft, person=person)
    refused, made = a_take(draft, b"nothing"), a_take(draft)

    assert takes.shared(stories.a_shared_story(stories.an_author("Sam"))).count() == 0
    page = sharing.share(draft, person=person)

    assert list(takes.shared(page)) == [made]
    assert not Take.objects.filter(pk=refused.pk).exists()
    assert len(page.get_latest_revision_as_object().body) == 0


def test_a_part_that_comes_after_sharing_is_not_kept(draft):
    a_take(draft)
    late = begun(draft)
    takes.throw_away(late)
    sharing.share(draft, person=draft.file.appearances.get().person)

    with pytest.raises(takes.CannotTake, match="shared or deleted"):
        put(late, b"late", offset=0)
    with pytest.raises(takes.CannotTake, match="shared or deleted"):
        begun(draft)


def test_a_story_with_a_voice_note_is_not_taken_for_an_empty_one(draft):
    a_take(draft)

    assert drafts.start(draft.file.appearances.get().person) != draft


def test_the_limits_have_room_for_what_they_promise():
    assert settings.TAKE_LARGEST < settings.LARGEST_REQUEST
    assert settings.TAKE_PART_LARGEST < settings.DATA_UPLOAD_MAX_MEMORY_SIZE
