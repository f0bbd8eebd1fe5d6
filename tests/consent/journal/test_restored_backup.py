"""A backup from before a stop is restored, for real: the site rests until the stop has been made again."""

import pytest
from django.core.management import call_command

from consent.domain.care import files
from consent.domain.proof.audit import audit
from consent.domain.record import journaling
from consent.domain.stop import stopping
from consent.enums import EventKind, Method
from consent.journal import book, memory
from consent.models import Clearance, ConsentEvent
from storybank.domain import settling
from storybank.models import StoryPage
from tests.consent.journal.backups import backup, restored
from tests.factories import stories

pytestmark = pytest.mark.django_db(transaction=True)


def answers(client, page):
    """What a reader gets: the story, the list, and whether the house is alive."""
    memory.forget()
    story = client.get(f"/stories/{page.slug}/")
    return story.status_code, client.get("/stories/").status_code, client.get("/healthz").status_code


def test_what_was_stopped_since_the_backup_is_stopped_again_before_the_site_answers(client, tmp_path):
    page = stories.a_live_story()
    neighbour = stories.a_live_story(stories.an_author("Sam"))
    author = files.author_of(page.file_id)
    before = backup(tmp_path / "before")
    open_then = answers(client, page)
    stopping.stop(author)
    settling.settle_due()

    with restored(before):
        standing = Clearance.objects.filter(file=page.file_id).count()
        resting = answers(client, page)
        ready = client.get("/readyz")
        call_command("replay_stops", verbosity=0)
        settling.settle_due()
        after = answers(client, page)
        theirs = answers(client, neighbour)
        again = ConsentEvent.objects.get(file=page.file_id, kind=EventKind.STOPPED)
        live = StoryPage.objects.get(pk=page.pk).live
        drifts = list(audit())

    assert open_then == (200, 200, 200)
    assert standing == 1
    assert resting == (503, 503, 200)
    assert (ready.status_code, ready.json()["stops"]) == (503, False)
    assert (after, theirs) == ((410, 200, 200), (200, 200, 200))
    assert again.method == Method.JOURNAL
    assert again.data["journal"] == next(book.lines()).hash
    assert (live, drifts) == (False, [])


def test_replaying_twice_and_restoring_twice_change_nothing_more(client, tmp_path):
    page = stories.a_live_story()
    author = files.author_of(page.file_id)
    before = backup(tmp_path / "before")
    stopping.stop(author, use="website")
    between = backup(tmp_path / "between")
    stopping.stop(author)
    seen = {}

    for name, copy in {"before": before, "between": between}.items():
        with restored(copy):
            for _ in range(2):
                call_command("replay_stops", verbosity=0)
                stops = ConsentEvent.objects.filter(file=page.file_id, kind=EventKind.STOPPED)
                again = stops.filter(method=Method.JOURNAL).count()
                seen.setdefault(name, []).append((again, answers(client, page)[0], list(audit())))

    assert seen == {"before": [(2, 410, [])] * 2, "between": [(1, 410, [])] * 2}


def test_a_stop_by_paper_code_is_taken_even_while_the_site_rests(client, tmp_path):
    page = stories.a_live_story()
    before = backup(tmp_path / "before")
    stopping.stop(files.author_of(page.file_id))

    with restored(before):
        memory.forget()
        stop, story = client.get("/stop/"), client.get("/my/stop/")

    assert (stop.status_code, story.status_code) == (200, 503)
    assert b"Back in a moment" in story.content


def test_the_clock_job_heals_a_restored_house_by_itself(client, tmp_path):
    page = stories.a_live_story()
    before = backup(tmp_path / "before")
    stopping.stop(files.author_of(page.file_id))

    with restored(before):
        resting = answers(client, page)
        call_command("keep_house", verbosity=0)
        after = answers(client, page)

    assert (resting[0], after[0]) == (503, 410)


def test_the_house_itself_never_rested(client):
    page = stories.a_live_story()
    stopping.stop(files.author_of(page.file_id))

    assert answers(client, page) == (410, 200, 200)
    assert journaling.late() is None
