"""A part that the author lets nobody read stays unread after an older backup was restored, until asked about anew."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from consent.journal import book, memory
from people import clock
from people.enums import MessageState
from people.models import OutboxMessage
from storybank.domain import in_it
from storybank.models import ShownPart
from tests.consent.journal.backups import backup, restored
from tests.factories import stories
from tests.storybank.in_it.world import OF_HER, World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world():
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        return World()


def what_rosa_reads(world):
    client = world.client(world.rosa)
    client.post(world.url("told/"))
    return client.get(world.url("words/"), follow=True).content.decode()


def still_waits():
    waiting = OutboxMessage.objects.exclude(state=MessageState.CANCELLED)
    return waiting.filter(event__in=["storybank/you_are_in_it", "storybank/may_they_read"]).count()


def test_a_no_after_the_backup_takes_back_the_yes_in_it_until_the_author_is_asked_again(tmp_path):
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        world, neighbour = World(), World()
    world.let_her_read()
    neighbour.let_her_read()
    OutboxMessage.objects.update(state=MessageState.WAITING)
    before = backup(tmp_path / "before")
    world.let_her_read(yes=False)

    with restored(before):
        memory.forget()
        yes_in_it, waited = in_it.part_for(*seen_by_rosa(world)) is not None, still_waits()
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        memory.forget()
        read, of_the_other, waits = what_rosa_reads(world), what_rosa_reads(neighbour), still_waits()
        said = ShownPart.objects.get(page=world.page).author_said
        world.let_her_read()
        asked_again = what_rosa_reads(world)

    assert (yes_in_it, waited) == (True, 4)
    assert (OF_HER in read, OF_HER in of_the_other, said) == (False, True, "no")
    assert waits == 2
    assert OF_HER in asked_again


def test_a_part_chosen_anew_is_not_read_by_the_yes_to_the_one_before(world, tmp_path):
    world.let_her_read()
    before = backup(tmp_path / "before")
    in_it.choose(world.page, world.row.pk, blocks=[1], whole=False, by=world.supporter)

    with restored(before):
        call_command("replay_stops", verbosity=0)
        read = what_rosa_reads(world)

    assert OF_HER not in read


def test_a_no_in_the_backup_or_a_part_that_is_not_in_it_stops_no_replay(world, tmp_path):
    before = backup(tmp_path / "before")
    world.let_her_read(yes=False)

    with restored(before):
        call_command("replay_stops", verbosity=0)
        parts = ShownPart.objects.count()

    assert parts == 0


def test_the_line_holds_random_numbers_and_a_yes_writes_none(world):
    known = sum(1 for _ in book.lines())
    world.let_her_read()
    after_a_yes = sum(1 for _ in book.lines())

    in_it.choose(world.page, world.row.pk, blocks=[1], whole=False, by=world.supporter)

    [line] = [line for line in book.lines() if line.n > known]
    said = {name: text for name, text in line.says.items() if name != "at"}
    assert after_a_yes == known
    assert said == {
        "kind": "said_no",
        "what": "shown_part",
        "file": world.page.file.uid.hex,
        "person": world.rosa.uid.hex,
    }


def seen_by_rosa(world):
    return world.rosa, world.page.file_id, in_it.newest_version(world.page).edition_id
