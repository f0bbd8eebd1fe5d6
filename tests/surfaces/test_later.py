"""Only the clock moves, or only a row, and no event is fired: the next request obeys all the same."""

from datetime import timedelta

import pytest
from django.apps import apps

from people import clock
from storybank.domain import settling
from storybank.models import StoryPage
from tests.surfaces.stage import permission_of, the_stage, tried
from tests.surfaces.surfaces import EVERYWHERE, NOWHERE, where_it_shows

pytestmark = pytest.mark.django_db

TICK, HOUR = timedelta(seconds=1), timedelta(hours=1)


def clearances(stage):
    return apps.get_model("consent", "Clearance").objects.filter(file=stage.page.file_id)


def uses():
    return apps.get_model("consent", "Use").objects.filter(slug="website")


def pages(stage):
    return StoryPage.objects.filter(pk=stage.page.pk)


ROWS = {
    "the clearance is gone": lambda stage: clearances(stage).delete(),
    "the clearance has ended": lambda stage: clearances(stage).update(
        valid_from=clock.now() - 2 * TICK, valid_until=clock.now() - TICK
    ),
    "the clearance has not begun": lambda stage: clearances(stage).update(valid_from=clock.now() + HOUR),
    "the clearance is for another use": lambda stage: clearances(stage).update(use_slug="newsletter"),
    "the use means something new": lambda stage: uses().update(current=False),
    "the page is not live": lambda stage: pages(stage).update(live=False),
    "the page holds no version": lambda stage: pages(stage).update(edition=None),
}


def test_a_row_that_moves_darkens_every_surface_at_the_next_request(client):
    stage = the_stage()
    before, seen = where_it_shows(client, stage), {}

    for name, move in ROWS.items():
        with tried():
            move(stage)
            seen[name] = where_it_shows(client, stage)

    assert (before, seen) == (EVERYWHERE, dict.fromkeys(ROWS, NOWHERE))
    assert where_it_shows(client, stage) == EVERYWHERE


def test_the_clock_alone_darkens_every_surface_to_the_second(client):
    stage = the_stage()
    end = clearances(stage).get().valid_until

    with clock.at(end - TICK):
        last_moment = where_it_shows(client, stage)
    with clock.at(end):
        over = where_it_shows(client, stage)

    assert (last_moment, over) == (EVERYWHERE, NOWHERE)
    assert end <= permission_of(stage).valid_until


def test_the_sweep_tidies_up_what_the_clock_has_darkened_and_nothing_else(client):
    stage = the_stage()
    before = settling.sweep()

    with clock.at(clearances(stage).get().valid_until):
        swept = settling.sweep()

    assert before == 0
    assert list(StoryPage.objects.filter(live=False)) == [stage.page]
    assert swept == 1
    assert where_it_shows(client, stage) == NOWHERE


def test_a_clock_that_cannot_move_in_production_ignores_its_file(settings):
    settings.CLOCK_CAN_MOVE = False

    with pytest.raises(clock.ClockIsFixed):
        clock.forward(timedelta(days=1))
