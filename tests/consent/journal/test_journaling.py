"""Whatever narrows is owed to the journal in its own transaction, written after it, and refused by nothing."""

import errno
import os
from datetime import timedelta

import pytest

from consent.domain.acts import answering
from consent.domain.care import holding
from consent.domain.care.files import files_of
from consent.domain.journal import journal_roots
from consent.domain.proof.audit import audit
from consent.domain.record import journaling
from consent.domain.record.journal_place import check, mark
from consent.domain.stop import stopping
from consent.enums import Answer, EventKind, HoldReason
from consent.journal import book
from consent.models import ConsentEvent, Hold, JournalDue
from people import clock
from tests.consent.journal.forgetting import allowed, kinds, person_of
from tests.factories.consent import a_file, a_person, a_version, asked, first_yes, told
from tests.surfaces.stage import tried

pytestmark = pytest.mark.django_db


def test_a_stop_owes_its_lines_and_they_are_written_after_the_commit(
    edition, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(person_of(edition))
        owed = JournalDue.objects.count()

    assert (owed, JournalDue.objects.count()) == (2, 0)
    assert kinds() == ["stopped", "stopped"]
    check()


def test_a_line_says_uids_a_use_and_a_hash_and_no_word_of_anybody(edition):
    stopping.stop(person_of(edition), use="website")
    journaling.write_due()
    event = ConsentEvent.objects.get(kind=EventKind.STOPPED)

    (line,) = book.lines()

    assert line.says == {
        "kind": "stopped",
        "file": edition.file.uid.hex,
        "seq": event.seq,
        "event": event.hash,
        "permission": event.permission.uid.hex,
        "person": person_of(edition).uid.hex,
        "use": "website",
        "at": event.at.isoformat(timespec="microseconds"),
    }


def test_what_widens_or_changes_nothing_is_not_written(edition):
    holding.open_holds(edition.file_id)
    answering.answer(asked(edition, "research")[0], person=person_of(edition), answer=Answer.NO)

    assert (JournalDue.objects.count(), journaling.write_due()) == (0, 0)


def test_a_full_disk_refuses_no_stop_and_is_tried_again(
    edition, monkeypatch, django_capture_on_commit_callbacks
):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(person_of(edition))
    stopped, owed, lines = allowed(edition), JournalDue.objects.count(), kinds()
    monkeypatch.undo()

    assert stopped == {"website": False, "newsletter": False}
    assert (owed, lines) == (2, [])
    assert (journaling.write_quietly(), JournalDue.objects.count(), len(kinds())) == (2, 0, 2)


def test_what_is_owed_for_longer_than_a_quarter_of_an_hour_calls_for_a_person(edition, client):
    stopping.stop(person_of(edition))
    soon = journaling.late()

    with clock.at(clock.now() + timedelta(minutes=16)):
        late, ready = journaling.late(), client.get("/readyz")
        journaling.write_due()
        after = client.get("/readyz")

    assert soon is None
    assert late is not None
    assert (ready.status_code, ready.json()["late"]) == (200, ["stop journal"])
    assert after.json()["late"] == []


def test_a_writer_that_died_between_the_disk_and_the_database_writes_no_line_twice(edition):
    stopping.stop(person_of(edition))
    with tried():
        journaling.write_due()

    check()
    again = journaling.write_due()

    assert (again, len(kinds()), JournalDue.objects.count()) == (0, 2, 0)
    assert mark().place.size == book.size()


def test_each_kind_of_hold_and_stop_of_people_whose_yes_was_not_needed_is_owed(edition):
    told(edition.file, person_of(edition))
    first_yes(asked(edition, "research")[0])
    stopping.stop(person_of(edition), use="research")
    holding.hold(edition.file, reason=HoldReason.COURT, by=None)

    journaling.write_due()

    assert kinds() == ["stopped", "held"]
    assert files_of(person_of(edition)).count() == 1
    assert Hold.objects.count() == 1


def test_once_a_day_the_heads_of_all_chains_are_signed(edition):
    first, again = journal_roots.root_if_due(), journal_roots.root_if_due()
    with clock.at(clock.now() + timedelta(days=1)):
        next_day = journal_roots.root_if_due()

    roots = [line.says for line in book.lines()]

    assert (first, again, next_day) == (True, False, True)
    assert [root["files"] for root in roots] == [1, 1]
    assert roots[0]["heads"] == roots[1]["heads"]
    check()


def test_a_root_still_holds_when_the_chains_have_grown(edition):
    journal_roots.root_if_due()
    a_version(a_file(a_person("Sam")))
    stopping.stop(person_of(edition))
    journaling.write_due()

    root = journal_roots.last_root()

    assert journal_roots.holds(root)
    assert list(audit()) == []
