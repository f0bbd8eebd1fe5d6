"""While a story waits for its moment of chance nothing says that it is there; then it is where it was agreed."""

from datetime import timedelta

import pytest
from django.core.cache import caches

from consent.domain.acts.narrowing import Less, narrow
from consent.domain.record.shown import Shown
from consent.enums import IdentityLevel
from people import clock
from storybank.domain import settling
from storybank.models import Findable, StoryEdition, StoryPage
from tests.factories import stories
from tests.surfaces.stage import force_live, permission_of, the_stage, tried
from tests.surfaces.surfaces import EVERYWHERE, NOWHERE, where_it_shows

pytestmark = pytest.mark.django_db

NAMED_ONLY = {"sitemap", "sitemap, Welsh address"}
"""Search engines are not led to a story that names nobody."""


@pytest.fixture
def waiting(settings):
    """The stage's story is agreed twice without a name, and waits; its neighbour is up."""
    stage = the_stage(until="first yes")
    settings.PUBLICATION_WINDOW_HOURS = 72
    nobody = Less(identity=IdentityLevel.N2, shown=Shown())
    narrow(permission_of(stage), nobody, person=stage.author)
    stories.confirmed(stage.page)
    stage.again()
    return stage


def moment_of(stage):
    return StoryEdition.objects.filter(page=stage.page).latest("pk").goes_up_at


def test_nothing_shows_it_before_its_moment_and_everything_that_may_shows_it_after(waiting, client):
    moment = moment_of(waiting)
    with clock.at(moment - timedelta(seconds=1)):
        settling.settle_due()
        settling.sweep()
        before = where_it_shows(client, waiting)
        found = Findable.objects.filter(pk=waiting.page.pk).exists()

    caches["pieces"].clear()  # which stories to ask the gate about may be a minute old
    with clock.at(moment):
        settling.settle_due()
        after = where_it_shows(client, waiting)

    assert (before, found) == (NOWHERE, False)
    assert after == EVERYWHERE | dict.fromkeys(NAMED_ONLY, False)


def test_its_address_says_no_more_than_one_that_was_never_there(waiting, client):
    there = client.get(f"/stories/{waiting.page.slug}/")
    nowhere = client.get("/stories/s-000000000000/")

    assert (
        (there.status_code, there.content) == (nowhere.status_code, nowhere.content) == (404, there.content)
    )


def test_the_wait_alone_is_what_keeps_it_dark(waiting, client):
    """The positive control: the gate has cleared it, and a page forced up past the house's only road shines."""
    with tried():
        force_live(StoryPage.objects.get(pk=waiting.page.pk))
        forced = where_it_shows(client, waiting)

    assert (forced["story"], forced["list"], forced["feed"]) == (True, True, True)
