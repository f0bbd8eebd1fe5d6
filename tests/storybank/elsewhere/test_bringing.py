"""A voice note by another road: only with its day and the agreement, made anew, typed, and the author's to accept."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consent.domain.stop import stopping
from people import clock
from storybank.domain import drafts, takes, takes_anew
from storybank.elsewhere import bringing
from storybank.models import Draft, FromElsewhere, StoryPage, Take
from storybank.models.take import TakeKind, TakeState
from tests.factories import people
from tests.storybank.telling.a_teller import WEBM, a_take
from tests.storybank.telling.sounds import HIDDEN

pytestmark = pytest.mark.django_db
AGREED = "On the phone, to me: you can keep it and write it down."


@pytest.fixture
def supporter():
    return people.a_supporter()


@pytest.fixture
def dee(supporter):
    return people.a_person("Dee", supporter=supporter, channel="phone")


def brought(person, by, data=WEBM, **more):
    today = clock.today()
    given = {"road": "whatsapp", "said_on": today, "agreed_on": today, "agreed": AGREED} | more
    return bringing.bring(person, pieces=[data], size=len(data), by=by, **given)


def test_it_is_kept_sealed_made_anew_and_stands_there_to_be_typed(
    dee, supporter, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        row = brought(dee, supporter)
    bringing.keep()

    row.refresh_from_db()
    page = bringing.page_of(row)
    (take,) = takes.shared(page)
    assert (row.problem, row.ready_at is not None, take.state) == ("", True, TakeState.READY)
    assert HIDDEN.encode() not in takes.bytes_of(take)
    assert Draft.objects.count() == 0
    assert page.live is False


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"agreed": " \x00 "}, "how they agreed"),
        ({"said_on": clock.today() + timedelta(days=1)}, "cannot be to come"),
        ({"agreed_on": clock.today() - timedelta(days=1)}, "not before it was said"),
    ],
)
def test_without_its_day_and_the_agreement_nothing_is_kept(dee, supporter, more, says):
    with pytest.raises(bringing.CannotBring, match=says):
        brought(dee, supporter, **more)

    assert (FromElsewhere.objects.count(), Take.objects.count(), Draft.objects.count()) == (0, 0, 0)


def test_what_is_no_sound_is_not_kept_and_says_why(dee, supporter, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        row = brought(dee, supporter, data=b"\x89PNG\r\n\x1a\n" * 50)
    bringing.keep()

    row.refresh_from_db()
    assert (bool(row.problem), bringing.page_of(row), Take.objects.count()) == (True, None, 0)


@pytest.mark.parametrize("theirs", ["words", "a recording"])
def test_what_the_author_began_meanwhile_is_never_shared_for_them(dee, supporter, theirs):
    draft = drafts.start(dee)
    a_take(draft)
    now = clock.now()
    row = FromElsewhere.objects.create(
        person=dee,
        file_id=draft.file_id,
        road="phone",
        said_on=now.date(),
        agreed_on=now.date(),
        agreed=AGREED,
        brought_by=supporter,
        brought_at=now,
    )
    if theirs == "words":
        drafts.save(draft, answers={"open": "Only mine."}, version=draft.version)
    else:
        a_take(draft)
    Take.objects.update(state=TakeState.READY)

    bringing.keep()

    row.refresh_from_db()
    assert (row.problem, StoryPage.objects.count()) == (bringing.THEIRS, 0)
    kept = Draft.objects.get()
    assert (drafts.answers(kept).get("open"), takes.takes_of(kept.file_id).count()) in (
        ("Only mine.", 1),
        (None, 2),
    )


def test_a_supporter_brings_it_in_on_the_screen_and_two_clicks_bring_one(dee, supporter):
    staff = Client()
    staff.force_login(supporter)
    address, today = f"/admin/from-elsewhere/{dee.pk}/", clock.today().isoformat()
    typed = {"road": "phone", "said_on": today, "agreed_on": today, "agreed": AGREED, "once": "abc"}

    for _ in range(2):
        staff.post(address, typed | {"upload": SimpleUploadedFile("../../note.ogg", WEBM)})
    refused = staff.post(
        address, typed | {"agreed": "", "once": "d", "upload": SimpleUploadedFile("a.ogg", b"")}
    )

    assert FromElsewhere.objects.count() == 1
    assert refused.status_code == 422
    assert "This file is empty" in refused.content.decode()


def test_a_stranger_brings_nothing(dee):
    stranger = Client()
    stranger.force_login(people.a_supporter(first_name="Huw"))

    assert stranger.get(f"/admin/from-elsewhere/{dee.pk}/").status_code == 403


def on_its_way(person, by) -> FromElsewhere:
    """Kept, and not made anew yet."""
    draft = drafts.start(person, way="open")
    takes.take_in(draft, uid=uuid.uuid4(), kind=TakeKind.VOICE, pieces=[WEBM])
    today, now = clock.today(), clock.now()
    days = {"said_on": today, "agreed_on": today, "brought_at": now}
    return FromElsewhere.objects.create(
        person=person, file_id=draft.file_id, road="whatsapp", agreed=AGREED, brought_by=by, **days
    )


def test_a_stop_while_it_is_made_ready_leaves_nothing_to_be_heard_or_typed(dee, supporter):
    row, kept = [on_its_way(person, supporter) for person in (dee, people.a_person("Sam"))]
    stopping.stop(dee)
    for take in Take.objects.all():
        takes_anew.make(take.pk)

    bringing.keep()

    row.refresh_from_db()
    assert (row.problem, bringing.page_of(row)) == (bringing.STOPPED, None)
    assert [take.file_id for take in Take.objects.all()] == [kept.file_id]
    assert bringing.page_of(kept) is not None
