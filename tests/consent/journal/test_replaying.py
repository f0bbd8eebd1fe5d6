"""What the database forgot is narrowed again, once, from a journal that is as it was written."""

import json

import pytest
from django.core.management import CommandError, call_command

from consent.domain.acts import answering
from consent.domain.care import holding
from consent.domain.journal import replaying
from consent.domain.proof.audit import audit
from consent.domain.record import journaling
from consent.domain.record.journal_place import Behind, check
from consent.domain.stop import stopping
from consent.enums import HoldReason, Method
from consent.journal import book
from consent.journal.lines import Broken
from consent.models import ConsentEvent, JournalDue
from tests.consent.journal.forgetting import allowed, kinds, only_the_journal_remembers, person_of
from tests.factories.consent import a_file, a_person, a_version, cleared

pytestmark = pytest.mark.django_db


def test_a_stop_that_the_database_forgot_is_made_again(edition):
    with only_the_journal_remembers():
        stopping.stop(person_of(edition), use="website")
    before = allowed(edition)

    with pytest.raises(Behind):
        check()
    done = replaying.replay()

    assert before == {"website": True, "newsletter": True}
    assert allowed(edition) == {"website": False, "newsletter": True}
    assert done.did == {"stopped": 1}
    check()
    assert list(audit()) == []


def test_a_yes_to_an_older_version_does_not_come_back_with_the_backup(edition):
    """Since the backup a newer version replaced the older, and then the person stopped: the older must be dark too."""
    with only_the_journal_remembers():
        newer = a_version(edition.file, "I kept the kettle, and the cup.")
        cleared(newer, "website")
        stopping.stop(person_of(edition))

    replaying.replay()

    assert allowed(edition) == {"website": False, "newsletter": False}
    assert list(audit()) == []


NARROWINGS = {
    "a hold": lambda edition: holding.hold(edition.file, reason=HoldReason.SAFETY, by=None, use="website"),
    "a pause": lambda edition: answering.pause(
        edition.file.permissions.get(use__slug="website"), person=person_of(edition)
    ),
}


@pytest.mark.parametrize("how", NARROWINGS)
def test_everything_else_that_narrowed_comes_back_as_a_hold(how, edition):
    with only_the_journal_remembers():
        NARROWINGS[how](edition)
    before = allowed(edition)

    done = replaying.replay()

    assert before == {"website": True, "newsletter": True}
    assert allowed(edition) == {"website": False, "newsletter": True}
    assert done.did == {"held": 1}
    assert [hold.reason for hold in holding.open_holds(edition.file_id)] == [HoldReason.RESTORED]
    assert list(audit()) == []


def test_what_the_restored_database_never_had_is_passed_over(edition):
    with only_the_journal_remembers():
        stranger = a_version(a_file(a_person("Sam")))
        cleared(stranger)
        stopping.stop(person_of(stranger))

    done = replaying.replay()

    assert done.did == {"gone": 1}
    assert allowed(edition) == {"website": True, "newsletter": True}
    check()


def test_replaying_twice_does_nothing_the_second_time(edition):
    with only_the_journal_remembers():
        stopping.stop(person_of(edition))
    first = replaying.replay()
    events = ConsentEvent.objects.count()

    second = replaying.replay()

    assert (first.did, second.did) == ({"stopped": 2}, {})
    assert ConsentEvent.objects.count() == events


def test_what_a_replay_writes_is_not_written_into_the_journal_again(edition):
    with only_the_journal_remembers():
        stopping.stop(person_of(edition))

    replaying.replay()

    assert JournalDue.objects.count() == 0
    assert len(kinds()) == 2
    assert set(ConsentEvent.objects.filter(kind="stopped").values_list("method", flat=True)) == {
        Method.JOURNAL
    }


def test_nothing_is_added_to_the_journal_by_a_database_that_is_behind(edition):
    with only_the_journal_remembers():
        stopping.stop(person_of(edition), use="website")
    stopping.stop(person_of(edition), use="newsletter")

    with pytest.raises(Behind):
        journaling.write_due()
    owed = JournalDue.objects.count()
    replaying.replay()
    written = journaling.write_due()

    assert (owed, written) == (1, 1)
    assert len(kinds()) == 2


def remembered_then(tampering):
    stopped = book.path().read_bytes()
    book.path().write_bytes(tampering(stopped))


TAMPERINGS = {
    "cut short": lambda raw: raw.splitlines(keepends=True)[0],
    "emptied": lambda raw: b"",
    "rewritten": lambda raw: raw.replace(b"stopped", b"resumed"),
    "another journal": lambda raw: raw.splitlines(keepends=True)[1] + raw.splitlines(keepends=True)[0],
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_a_tampered_journal_stops_the_replay_with_a_clear_sentence_and_is_a_drift(how, edition):
    stopping.stop(person_of(edition))
    journaling.write_due()
    well = list(audit())
    remembered_then(TAMPERINGS[how])

    with pytest.raises(CommandError, match="Nothing is served until this is mended") as refused:
        call_command("replay_stops", verbosity=0)
    drifts = [drift.where for drift in audit()]

    assert well == []
    assert "stop journal" in str(refused.value)
    assert drifts == ["stop journal"]


def test_a_missing_journal_is_missed(edition):
    stopping.stop(person_of(edition))
    journaling.write_due()
    book.path().unlink()

    with pytest.raises(Broken):
        replaying.replay()
    call_command("replay_stops", "--begin-again", verbosity=0)

    check()
    assert list(audit()) == []


def test_a_forged_line_stops_nobody(edition):
    with only_the_journal_remembers():
        stopping.stop(person_of(edition))
    lines = book.path().read_bytes().splitlines(keepends=True)
    forged = json.loads(lines[0]) | {"signature": "AAAA"}
    book.path().write_bytes(json.dumps(forged).encode() + b"\n")

    with pytest.raises(Broken):
        replaying.replay()

    assert allowed(edition) == {"website": True, "newsletter": True}
