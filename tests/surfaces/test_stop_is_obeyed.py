"""After a stop the next request is dark on every surface, also when everything that tidies up is broken."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction

from consent.domain.acts import answering
from consent.domain.stop import stopping
from people.models import User
from storybank.domain import settling
from storybank.lock.live import NotAgreed, NotAStoryRoad
from storybank.models import Settling, StoryPage
from tests.surfaces.stage import CANARY, force_live, permission_of, the_stage
from tests.surfaces.surfaces import EVERYWHERE, NOWHERE, SURFACES, says, where_it_shows

pytestmark = pytest.mark.django_db

GONE = {
    "story",
    "story, asked by HEAD",
    "story, Welsh address",
    "story, by its place in the page tree",
    "story, by its place in the tree, Welsh",
    "story for programs",
    "writing to its author",
    "writing to its author, Welsh",
    "picture for links",
    "picture, Welsh address",
    "picture in it",
    "picture in it, Welsh",
    "picture in a size",
    "picture in a size, Welsh",
    "recording in it",
}


@pytest.fixture
def stage():
    return the_stage()


@pytest.fixture
def broken_settling(monkeypatch):
    """Everything that follows a change of consent falls over: only the readers' lock is left."""

    def broken(file_id):
        raise RuntimeError("the worker is gone")

    monkeypatch.setattr(settling, "settle", broken)
    return monkeypatch


def lower(stage):
    """PostgreSQL's own guard looks when the transaction ends, which in these tests is after the stop."""
    StoryPage.objects.filter(pk=stage.page.pk).update(live=False)


def test_with_the_settling_broken_the_next_request_is_dark_everywhere(
    client, stage, broken_settling, django_capture_on_commit_callbacks
):
    before = where_it_shows(client, stage)

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(stage.author)
    statuses = {surface.name: surface.ask(client, stage).status_code for surface in SURFACES}

    assert (before, where_it_shows(client, stage)) == (EVERYWHERE, NOWHERE)
    assert statuses == {surface.name: 410 if surface.name in GONE else 200 for surface in SURFACES}
    assert says(client, stage, CANARY) == set()
    assert stage.again().live  # nothing had tidied up: the readers' lock alone was enough
    lower(stage)


def test_what_is_owed_stays_owed_until_it_is_done(
    client, stage, broken_settling, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(stage.author)
    owed = list(Settling.objects.filter(file=stage.page.file_id).values_list("file_id", "tries"))

    broken_settling.undo()
    settling.settle_due()

    assert owed == [(stage.page.file_id, 1)]
    assert (stage.again().live, Settling.objects.exists()) == (False, False)


def test_a_pause_is_a_resting_page_and_a_stop_is_gone(client, stage):
    answering.pause(permission_of(stage), person=stage.author)
    resting = client.get(f"/stories/{stage.page.slug}/")

    stopping.stop(stage.author)
    gone = client.get(f"/stories/{stage.page.slug}/")

    assert (resting.status_code, gone.status_code) == (404, 410)
    assert "taken it back" in gone.content.decode()
    lower(stage)


def stopped(stage):
    stopping.stop(stage.author)
    settling.settle(stage.page.file_id)
    assert not stage.again().live


def test_the_scheduler_cannot_bring_it_back(client, stage):
    revision = stage.page.get_latest_revision()
    stopped(stage)
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()

    with suppress(NotAgreed):
        call_command("publish_scheduled", verbosity=0)

    assert not stage.again().live
    assert where_it_shows(client, stage) == NOWHERE


@pytest.mark.parametrize("command", ["update_index", "fixtree", "rebuild_references_index"])
def test_no_housekeeping_brings_it_back(command, client, stage):
    stopped(stage)

    call_command(command, verbosity=0)

    assert where_it_shows(client, stage) == NOWHERE


def test_publishing_the_same_revision_again_is_refused(client, stage):
    stopped(stage)
    by = User.objects.create_staff(email="ed@charity.example", first_name="Ed", last_name="Itor")

    with pytest.raises(NotAgreed) as refused:
        stage.page.get_latest_revision().publish(user=by, skip_permission_checks=True)

    assert "Dee has stopped this." in str(refused.value)
    assert where_it_shows(client, stage) == NOWHERE


def test_a_copy_or_an_alias_is_no_way_round(client, stage):
    with pytest.raises(NotAStoryRoad):
        stage.page.create_alias(update_slug="alias")
    with suppress(NotAgreed, NotAStoryRoad):
        CopyPageAction(stage.page, update_attrs={"slug": "copy"}, keep_live=True).execute(
            skip_permission_checks=True
        )
    stopped(stage)
    for page in StoryPage.objects.exclude(pk=stage.other.pk):
        answer = client.get(f"/stories/{page.slug}/")
        assert (answer.status_code, CANARY in answer.content.decode()) == (410, False)


def test_a_page_forced_live_after_a_stop_stays_dark(client, stage):
    stopped(stage)

    force_live(stage.page)
    assert where_it_shows(client, stage) == NOWHERE
    lower(stage)
