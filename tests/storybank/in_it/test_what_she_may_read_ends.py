"""What somebody in it may read of the words is a use of them: it ends with the author's stop, and rests with a rest."""

from datetime import timedelta

import pytest

from consent.domain.care import holding, statutory
from consent.domain.stop import stopping
from consent.enums import HoldReason, Law
from people import clock
from tests.factories import stories
from tests.storybank.in_it.world import OF_HER, World

pytestmark = pytest.mark.django_db


def the_author_stops(world: World) -> None:
    stopping.stop(world.author)


def it_rests(world: World) -> None:
    holding.hold(world.page.file, reason=HoldReason.SAFETY, by=world.supporter)


def the_law_keeps_somebody_out(world: World) -> None:
    statutory.keep_somebody_out(world.page.file, law=Law.COURT_ORDER, by=world.supporter)


@pytest.mark.parametrize("act", [the_author_stops, it_rests, the_law_keeps_somebody_out])
def test_she_reads_no_word_of_it_afterwards(act):
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        world = World()
        world.let_her_read()
    client = world.client(world.rosa)
    client.post(world.url("told/"))

    def reads() -> list[bool]:
        pages = [client.get(world.url(step), follow=True).content.decode() for step in ("words/", "second/")]
        return [OF_HER in page for page in pages]

    before = reads()
    with clock.at(clock.now() - stories.LONG_AGO):
        world.rosa_answers()
    thinking_over = reads()
    act(world)

    assert (before, thinking_over) == ([True, False], [False, True])
    assert reads() == [False, False]
