"""A daily root written after the backup: its loss is told by name, and whoever takes a file out is still found."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from consent import guards
from consent.domain.journal import journal_roots, replaying
from consent.domain.proof.audit import audit
from consent.domain.proof.audit_journal import restores
from consent.domain.record import journaling
from consent.domain.record.journal_place import Behind, check
from consent.domain.stop import stopping
from consent.journal import book
from consent.journal.lines import Broken
from consent.models import ConsentEvent, ConsentFile, JournalMark
from people import clock
from tests.consent.journal.backups import backup, restored
from tests.consent.journal.forgetting import allowed, kinds, person_of
from tests.consent.taking_out import take_out
from tests.factories.consent import a_file, a_person, a_version, cleared

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


def at(days):
    return clock.at(clock.now() + days * DAY)


def root_on(days):
    with at(days):
        return journal_roots.root_if_due()


def another_file(name):
    made = a_version(a_file(a_person(name)))
    cleared(made)
    return made.file


def drifts():
    return [str(drift) for drift in audit()]


def day(days):
    return f"{clock.now() + days * DAY:%Y-%m-%d}"


@pytest.fixture
def before(edition, tmp_path):
    """A root, a day's work, a backup; then a stop, more work, and a root that the backup will never have had."""
    root_on(0)
    another_file("Lee")
    made = backup(tmp_path / "before")
    another_file("Sam")
    stopping.stop(person_of(edition), use="website")
    journaling.write_due()
    root_on(1)
    return made


def test_a_root_that_the_backup_never_had_is_no_false_alarm_and_no_end_of_roots(edition, before):
    with restored(before), at(2):
        with pytest.raises(Behind):
            check()
        done = replaying.replay()
        after = drifts()
        next_root = journal_roots.root_quietly()
        then = drifts()
        now = allowed(edition)

    assert (done.did["stopped"], now["website"]) == (1, False)
    assert (after, next_root, then) == ([], True, [])
    assert kinds() == ["root", "stopped", "root", "restored", "root"]


def test_what_the_restore_left_unproved_is_told_by_name_and_is_no_error(before, capsys):
    with restored(before), at(2):
        call_command("replay_stops")
        told = list(restores())
        call_command("audit_consent", "--ledger-only")
    said = capsys.readouterr().out

    expected = (
        f"On {day(2)} a backup was restored that never had what the daily root of {day(1)} speaks of."
        f" What was written between the root of {day(0)} and the restore is proved by no root."
    )
    assert told == [expected]
    assert said.count(told[0]) == 2


def test_a_root_alone_tells_that_a_backup_is_older(edition, tmp_path):
    """Nobody stopped since: only yeses, and the root over them."""
    root_on(0)
    copy = backup(tmp_path / "copy")
    another_file("Sam")
    root_on(1)

    with restored(copy), at(2):
        with pytest.raises(Behind):
            check()
        replaying.replay()
        found = drifts(), journal_roots.root_if_due(), drifts()

    assert found == ([], True, [])


def test_a_backup_from_before_the_first_root_leaves_none_and_the_next_is_written(edition, tmp_path):
    copy = backup(tmp_path / "copy")
    another_file("Sam")
    root_on(0)

    with restored(copy), at(1):
        replaying.replay()
        left, told = journal_roots.last_root(), list(restores())
        found = drifts(), journal_roots.root_if_due(), drifts()

    assert left is None
    expected = (
        f"On {day(1)} a backup was restored that never had what the daily root of {day(0)} speaks of."
        " What was written before the restore is proved by no root."
    )
    assert told == [expected]
    assert found == ([], True, [])


def test_a_backup_that_holds_all_that_the_root_speaks_of_leaves_it_standing(edition, tmp_path):
    root_on(0)
    another_file("Sam")
    copy = backup(tmp_path / "copy")
    root_on(1)
    stopping.stop(person_of(edition))
    journaling.write_due()

    with restored(copy), at(2):
        replaying.replay()
        found, told = drifts(), list(restores())

    assert (found, told) == ([], [])
    assert "restored" not in kinds()


def gone(edition):
    take_out(edition.file)


def a_head_changed(edition):
    ConsentEvent.objects.filter(file=edition.file).update(hash="f" * 64)


TAMPERINGS = {"gone": (gone, "are gone"), "a head changed": (a_head_changed, "were changed since")}


@pytest.mark.parametrize("how", TAMPERINGS)
@pytest.mark.parametrize("a_new_root", [False, True])
def test_tampering_after_the_restore_is_found_at_once_and_stops_the_roots(edition, before, how, a_new_root):
    tamper, words = TAMPERINGS[how]
    with restored(before), at(2):
        replaying.replay()
        if a_new_root:
            journal_roots.root_if_due()
        well = drifts()
        with guards.lifted():
            tamper(edition)
        replaying.replay()
        found = [drift for drift in drifts() if drift.startswith("files: ")]
        next_day = root_quietly_on(1)

    assert well == []
    assert (len(found), words in found[0], next_day) == (1, True, False)


def root_quietly_on(days):
    with at(days):
        return journal_roots.root_quietly()


def mark_lost(_):
    JournalMark.objects.all().delete()


def mark_set_back(line):
    JournalMark.objects.update(lines=line.n, size=line.end, last=line.hash)


@pytest.mark.parametrize("set_back", [mark_lost, mark_set_back])
def test_who_edits_the_database_cannot_pass_a_file_taken_out_off_as_a_restore(edition, before, set_back):
    """Without the journal's key they can only move the mark: the newest event is newer than the root, so it stands."""
    with at(2):
        with guards.lifted():
            take_out(ConsentFile.objects.exclude(pk=edition.file_id).first())
        set_back(next(book.lines()))
        replaying.replay()
        found, told = drifts(), list(restores())

    assert found == [f"files: 1 of the 3 that stood on {day(1)} are gone"]
    assert (told, kinds()) == ([], ["root", "stopped", "root"])


def test_who_deletes_what_is_newer_too_meets_the_root_before_and_the_restore_is_told(edition, before):
    """The file had the newest event of all: so the last root seems never to have been known. The one before was."""
    with at(2):
        with guards.lifted():
            take_out(edition.file)
        mark_lost(None)
        replaying.replay()
        found, told = drifts(), len(list(restores()))

    assert found == [f"files: 1 of the 1 that stood on {day(0)} are gone"]
    assert told == 1


def test_a_restore_that_did_happen_does_not_serve_to_hide_a_file_later(edition, before):
    with restored(before), at(2):
        stood = JournalMark.objects.values("lines", "size", "last").get()
        replaying.replay()
        another_file("Jo")
        journal_roots.root_if_due()
        with guards.lifted():
            take_out(ConsentFile.objects.exclude(pk=edition.file_id).first())
        JournalMark.objects.update(**stood)
        replaying.replay()
        found = drifts()

    assert found == [f"files: 1 of the 3 that stood on {day(2)} are gone"]


def test_a_line_that_says_restored_and_is_not_signed_by_us_is_no_line(before):
    forged = book.path().read_bytes().splitlines(keepends=True)
    book.path().write_bytes(b"".join(forged) + forged[-1].replace(b'"kind":"root"', b'"kind":"restored"'))

    with pytest.raises(Broken):
        journal_roots.last_root()


def test_cut_off_half_way_the_replay_tells_the_restore_once(edition, before, monkeypatch):
    def cut(*_):
        raise KeyboardInterrupt

    with restored(before), at(2):
        with pytest.raises(KeyboardInterrupt):
            replaying.replay(progress=cut)
        replaying.replay()
        found = drifts()

    assert found == []
    assert kinds() == ["root", "stopped", "root", "restored"]


def test_the_same_backup_restored_twice_is_told_twice(edition, before, tmp_path):
    again = tmp_path / "again"
    again.write_bytes(before.read_bytes())
    with restored(before), at(2):
        replaying.replay()
        another_file("Jo")
        journal_roots.root_if_due()

    with restored(again), at(3):
        replaying.replay()
        found = drifts(), len(list(restores())), journal_roots.root_if_due(), drifts()

    assert found == ([], 2, True, [])


def test_the_wrong_backup_first_and_then_the_right_one(edition, before, tmp_path):
    """The newer one knows the root that the older one had lost: it stands again, and what the wrong one wrote falls."""
    right = backup(tmp_path / "right")
    with restored(before), at(2):
        replaying.replay()
        journal_roots.root_if_due()

    with restored(right), at(3):
        replaying.replay()
        found, stands = drifts(), journal_roots.last_root().says["at"][:10]
        next_root = journal_roots.root_if_due()
        with guards.lifted():
            take_out(ConsentFile.objects.exclude(pk=edition.file_id).first())
        after = drifts()

    assert (found, stands, next_root) == ([], day(1), True)
    assert after == [f"files: 1 of the 3 that stood on {day(3)} are gone"]
