"""How many queries a reader's page costs: warm, when its pieces are kept, and cold, when the process has kept nothing.

Numbers only go down: when a page needs fewer, lower its number here.
"""

from collections import Counter

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people import clock
from people.models import Region, Theme
from tests.factories import stories
from tests.surfaces.stage import on_stage, the_stage

pytestmark = pytest.mark.django_db

WARM = {
    "/stories/{slug}/": 1,
    "/stories/": 2,
    "/stories/?theme=visits-test": 2,
    "/stories/?region=north-test": 2,
    "/": 2,
    "/stories/feed/": 1,
    "/api/v2/stories/": 2,
    "/api/v2/stories/?theme=visits-test": 3,
    "/api/v2/stories/{slug}/": 2,
    "/search/?q=kettle": 6 if connection.vendor == "postgresql" else 5,
}
LISTS = ["/", "/stories/", "/stories/?theme=visits-test"]
COLD_STORY, COLD_LIST = 10, 12
OTHERS = {"/search/?q=kettle": 10, "/sitemap.xml": 2}
"""Pages that are not put together from pieces yet; the second request."""


def queries(client, address):
    """What one request costs."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in asked.captured_queries]


def warm(client, address):
    """Twice before: the first makes the pieces, the second remembers what stands beside."""
    client.get(address)
    client.get(address)
    return queries(client, address)


def cold(client, address):
    """The process runs and has kept no piece."""
    client.get(address)
    caches["pieces"].clear()
    return queries(client, address)


def repeated(asked):
    return [sql for sql, times in Counter(asked).items() if times > 1]


@pytest.fixture
def stage():
    return the_stage(notes=True)


def many_stories(number):
    theme, _ = Theme.objects.get_or_create(slug="visits-test", defaults={"name": "Visits"})
    region, _ = Region.objects.get_or_create(slug="north-test", defaults={"name": "The North"})
    for count in range(number):
        on_stage(stories.an_author(), theme, region, title=f"Kettle number {count}")


def test_a_page_made_of_kept_pieces_asks_the_gate_and_hardly_anything_else(client):
    many_stories(6)
    stage = the_stage(notes=True)

    with clock.at(clock.now()):  # a new minute is a new front page
        asked = {where: warm(client, where.format(slug=stage.page.slug)) for where in WARM}

    assert {where: len(sql) for where, sql in asked.items()} == WARM, asked


def test_a_story_met_for_the_first_time_costs_no_more_than_its_budget(client, stage):
    asked = cold(client, f"/stories/{stage.page.slug}/")

    assert len(asked) <= COLD_STORY, "\n".join(asked)
    assert repeated(asked) == []


@pytest.mark.parametrize(
    "where", ["/", "/stories/", "/stories/?theme=visits-test", "/stories/?theme=visits-test&format=read"]
)
def test_a_list_met_for_the_first_time_costs_the_same_for_one_story_and_for_twenty(where, client):
    many_stories(2)
    few = cold(client, where)

    many_stories(18)
    many = cold(client, where)

    assert len(many) == len(few) <= COLD_LIST, "\n".join(many)
    assert repeated(many) == []


def test_other_pages_cost_the_same_for_one_story_and_for_twenty(client):
    many_stories(1)
    one = {address: cold(client, address) for address in OTHERS}

    many_stories(19)
    twenty = {address: cold(client, address) for address in OTHERS}

    costs = {address: len(asked) for address, asked in one.items()}
    assert {address: len(asked) for address, asked in twenty.items()} == costs, twenty
    assert {address: cost for address, cost in costs.items() if cost > OTHERS[address]} == {}
