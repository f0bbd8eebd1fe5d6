"""Brought in means dark; what an old form said opens nothing; the author's answer is obeyed."""

from io import BytesIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from consent.domain.care import files
from consent.domain.record import progress
from consent.enums import State
from consent.policy import WEBSITE, may_use
from people import clock, keyring
from people.enums import MessageState
from people.models import OutboxMessage, Person
from storybank.domain.queries import public_stories
from storybank.legacy import asking_again, bringing_in, checking, counting, sheets
from storybank.models import LegacyBatch, LegacyRow, StoryPage
from tests.factories.people import a_person, a_supporter
from tests.storybank.legacy.a_sheet import as_csv, row

pytestmark = pytest.mark.django_db


def brought_in(*rows, by=None):
    """A batch whose rows are all in."""
    data = as_csv(*(rows or (row(),)))
    by = by or a_supporter()
    batch = bringing_in.keep(checking.check(sheets.read(data, name="a.csv"), by=by), data=data, by=by)
    assert bringing_in.begin(batch)
    bringing_in.bring_in(batch)
    batch.refresh_from_db()
    return batch


def three_of_two():
    return (
        row(Our_number="1", Story="One."),
        row(Our_number="2", Story="Two.", Form_said="Our website; Funders"),
        row(Our_number="3", Story="Three.", Called="Sam", Address="9 Pear Lane", Form_said=""),
    )


def states(batch):
    ids = [line.file_id for line in batch.lines.order_by("n")]
    return [
        sorted((ask.use, ask.state) for ask in progress.progress_of([pk], at=clock.now())[pk]) for pk in ids
    ]


def test_everything_is_unknown_and_dark_whatever_the_form_said():
    batch = brought_in(*three_of_two())
    assert states(batch) == [
        [("website", State.UNKNOWN)],
        [("funders", State.UNKNOWN), ("website", State.UNKNOWN)],
        [("website", State.UNKNOWN)],
    ]
    assert list(public_stories()) == []
    pages = StoryPage.objects.all()
    assert [(page.live, page.edition_id, page.title == f"Story {page.code}") for page in pages] == [
        (False, None, True)
    ] * 3
    edition = pages[0].story_editions.get().edition_id
    assert not may_use(edition, WEBSITE, clock.now()).allowed
    call_command("audit_consent")


def test_rows_with_one_name_and_address_are_one_person():
    batch = brought_in(*three_of_two())
    people = [files.author_of(line.file_id).called for line in batch.lines.order_by("n")]
    assert people == ["Ngozi", "Ngozi", "Sam"]
    assert Person.objects.count() == 2
    assert files.title_of(batch.lines.get(n=2).file) == "Somebody has to put the chairs out"


def test_somebody_of_mine_whom_we_know_is_not_met_twice():
    by = a_supporter()
    dee = a_person("Dee", supporter=by, channel="email", email="dee@post.example")
    batch = brought_in(row(Called="dee", Reach_by="e-mail", Address="DEE@post.example"), by=by)
    assert files.author_of(batch.lines.get().file_id) == dee


def test_the_sealed_rows_are_gone_when_the_last_is_in():
    batch = brought_in()
    assert bytes(batch.sealed) == b""
    with pytest.raises(keyring.KeyShredded):
        keyring.unseal(batch.uid, b"anything")


def test_the_same_file_or_number_does_not_come_in_twice():
    by = a_supporter()
    brought_in(row(), by=by)
    again = checking.check(sheets.read(as_csv(row()), name="a.csv"), by=by)
    assert [(problem.column, problem.sentence) for problem in again.problems] == [
        ("Our number", "This was brought in before."),
        ("Story", "This was brought in before."),
    ]


def test_a_killed_worker_goes_on_where_it_stopped():
    by, data = a_supporter(), as_csv(*three_of_two())
    batch = bringing_in.keep(checking.check(sheets.read(data, name="a.csv"), by=by), data=data, by=by)
    assert bringing_in.begin(batch)
    assert bringing_in._bring(batch, bringing_in.lines_of(batch)[0], {})  # the worker dies after one row
    assert bringing_in.resume() == 2
    assert bringing_in.resume() == 0
    assert (batch.lines.count(), Person.objects.count()) == (3, 2)


def test_each_person_is_written_to_once_by_the_way_they_chose():
    batch = brought_in(*three_of_two())
    assert asking_again.people_untold(batch) == 2
    assert [asking_again.tell(batch, most=1), asking_again.tell(batch), asking_again.tell(batch)] == [1, 1, 0]
    letters = OutboxMessage.objects.filter(event="storybank/from_before")
    assert sorted(letter.person.called for letter in letters) == ["Ngozi", "Sam"]
    assert {letter.state for letter in letters} == {MessageState.TO_DO}
    assert all("Type this code there: " in letter.body for letter in letters)
    assert counting.count(batch).of("told") == 3


def test_an_old_acquaintance_keeps_the_card_they_have():
    by = a_supporter()
    a_person("Dee", supporter=by, channel="email", email="dee@post.example")
    batch = brought_in(row(Called="Dee", Reach_by="e-mail", Address="dee@post.example"), by=by)
    asking_again.tell(batch)
    message = OutboxMessage.objects.get(event="storybank/from_before")
    assert "code" not in message.body


@pytest.mark.parametrize(
    ("said", "step", "state"),
    [("ask", "ask", State.UNKNOWN), ("later", "later", State.UNKNOWN), ("no", "no", State.WITHDRAWN)],
)
def test_the_authors_answer_is_obeyed_and_is_no_yes(client, said, step, state):
    batch = brought_in()
    asking_again.tell(batch)
    file = batch.lines.get().file
    client.force_login(files.author_of(file.pk).user)
    address = reverse("storybank:from_before", args=[file.uid])
    assert "May we talk with you about these words?" in client.get(address).content.decode()
    assert client.post(address, {"said": "perhaps"}).status_code == 422
    assert client.post(address, {"said": said}).status_code == 302
    assert states(batch) == [[("website", state)]]
    assert counting.count(batch).of(step) == 1
    assert list(public_stories()) == []


def test_the_supporter_hears_that_they_may_ask():
    batch = brought_in()
    row = batch.lines.get()
    asking_again.answer(row, person=files.author_of(row.file_id), said="ask")
    assert OutboxMessage.objects.get(event="storybank/may_be_asked").user == batch.made_by


def test_no_stays_no(client):
    batch = brought_in()
    row = batch.lines.get()
    asking_again.answer(row, person=files.author_of(row.file_id), said="no")
    assert asking_again.open_row(row.file_id) is None
    client.force_login(files.author_of(row.file_id).user)
    again = client.post(reverse("storybank:from_before", args=[row.file.uid]), {"said": "ask"})
    assert (again.status_code, LegacyRow.objects.get().answer) == (302, "no")


def test_the_staff_pages_from_sheet_to_letters(client, django_capture_on_commit_callbacks):
    by = a_supporter()
    client.force_login(by)
    upload = BytesIO(as_csv(*three_of_two()))
    upload.name = "old.csv"
    checked = client.post("/admin/from-before/check/", {"sheet": upload}).content.decode()
    assert "3 stories of 2 people" in " ".join(checked.split())
    batch = LegacyBatch.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(f"/admin/from-before/{batch.pk}/bring-in/")
    assert answer.url == f"/admin/from-before/{batch.pk}/"
    assert "All 3 rows are in." in client.get(answer.url).content.decode()
    client.post(f"/admin/from-before/{batch.pk}/tell/", {"most": "20"})
    assert "Everybody has been written to." in client.get(answer.url).content.decode()
    assert client.post(f"/admin/from-before/{batch.pk}/tell/", {"most": "0"}).status_code == 302


def test_another_supporter_finds_no_sheet_of_mine(client):
    batch = brought_in()
    client.force_login(a_supporter())
    assert client.get(f"/admin/from-before/{batch.pk}/").status_code == 403
    assert client.post(f"/admin/from-before/{batch.pk}/bring-in/").status_code == 403


def test_the_empty_sheet_reads_back_as_a_sheet(client):
    client.force_login(a_supporter())
    data = client.get("/admin/from-before/template.csv").content
    with pytest.raises(sheets.NotASheet, match="There are no rows"):
        sheets.read(data, name="x.csv")
