"""A dump from before an author deleted a private story is restored: it goes again before anybody reads."""

import pytest
from django.core.management import call_command

from consent.domain.journal import replaying
from consent.domain.proof.audit import audit
from consent.enums import EventKind, Method
from consent.journal import book, memory
from consent.models import ConsentEvent, Hold, JournalDue
from storybank.domain import drafts, sharing
from storybank.models import Draft, StoryPage
from tests.consent.journal.backups import backup, restored
from tests.factories import stories
from tests.storybank.desk.walking import address, at_the_desk_of

restoring = pytest.mark.django_db(transaction=True)


def deletions():
    return ConsentEvent.objects.filter(kind=EventKind.THROWN_AWAY)


def standing():
    """Whose drafts are here."""
    return set(Draft.objects.values_list("pk", flat=True))


@restoring
def test_what_an_author_deleted_since_the_backup_is_deleted_again_before_the_site_answers(tmp_path):
    author = stories.an_author()
    desk = at_the_desk_of(author)
    gone, kept = stories.a_draft(author), stories.a_draft(author, happened="I stay.")
    before = backup(tmp_path / "before")
    desk.post(address("delete_draft", gone))
    line = next(book.lines())

    with restored(before):
        memory.forget()
        dumped, resting = standing(), desk.get(address("delete_draft", gone)).status_code
        call_command("replay_stops", verbosity=0)
        left, answer = standing(), desk.get(address("delete_draft", gone)).status_code
        read_back = desk.get(address("read_back", kept)).status_code
        again = deletions().get()
        drifts, owed, holds = list(audit()), JournalDue.objects.count(), Hold.objects.count()

    assert (dumped, resting) == ({gone.pk, kept.pk}, 503)
    assert (left, answer, read_back) == ({kept.pk}, 404, 200)
    assert (again.file_id, again.method, again.data) == (
        gone.file_id,
        Method.JOURNAL,
        {"journal": line.hash},
    )
    assert (drifts, owed, holds) == ([], 0, 0)


@restoring
def test_replaying_twice_deletes_once_and_a_later_backup_knows(tmp_path):
    gone = stories.a_draft(stories.an_author())
    before = backup(tmp_path / "before")
    drafts.throw_away(gone)
    after = backup(tmp_path / "after")

    with restored(before):
        first, second = replaying.replay(), replaying.replay()
        events = deletions().count()
    with restored(after):
        known = replaying.replay()

    assert (first.erased, second.erased, events) == (1, 0, 1)
    assert (known.erased, known.did) == (0, {})


@restoring
def test_what_was_shared_since_the_backup_was_not_deleted_and_comes_back_as_a_draft(tmp_path):
    author = stories.an_author()
    draft = stories.a_draft(author)
    before = backup(tmp_path / "before")
    sharing.share(draft, person=author)

    with restored(before):
        memory.forget()
        answer = at_the_desk_of(author).get(address("read_back", draft)).status_code
        left = standing()

    assert (answer, left) == (200, {draft.pk})


@pytest.mark.django_db
def test_the_line_says_which_by_random_numbers_and_nothing_of_it(django_capture_on_commit_callbacks):
    draft = stories.a_draft(stories.an_author(), happened="Canary words.", title="A canary")

    with django_capture_on_commit_callbacks(execute=True):
        drafts.throw_away(draft)

    event = deletions().get()
    assert [line.says for line in book.lines()] == [
        {
            "kind": "thrown_away",
            "file": draft.file.uid.hex,
            "seq": event.seq,
            "event": event.hash,
            "permission": "",
            "person": "",
            "use": "",
            "at": event.at.isoformat(timespec="microseconds"),
        }
    ]
    assert (event.actor, event.method, event.data) == (None, Method.SCREEN, {})


@pytest.mark.django_db
def test_two_presses_delete_once():
    draft = stories.a_draft(stories.an_author())
    other = Draft.objects.get(pk=draft.pk)

    done = drafts.throw_away(draft), drafts.throw_away(other)

    assert done == (True, False)
    assert deletions().count() == 1


@pytest.mark.django_db
def test_a_press_that_comes_after_sharing_deletes_nothing_and_says_so():
    author = stories.an_author()
    draft = stories.a_draft(author)
    held = Draft.objects.get(pk=draft.pk)
    page = sharing.share(draft, person=author)

    done = drafts.throw_away(held)
    answer = at_the_desk_of(author).post(address("delete_draft", draft))

    assert (done, deletions().count()) == (False, 0)
    assert StoryPage.objects.filter(pk=page.pk).exists()
    assert answer.status_code == 302
