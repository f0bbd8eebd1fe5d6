"""How many queries a reader's page costs once the process is warm. The goal for a story is 3; today it is STORY.

Numbers only go down: when a page needs fewer, lower its number here.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Region, Theme
from tests.factories import stories
from tests.surfaces.stage import on_stage, the_stage

pytestmark = pytest.mark.django_db

STORY = 11
LISTS = {"/stories/": 11, "/": 8, "/stories/feed/": 4, "/search/?q=kettle": 5, "/sitemap.xml": 2}


def queries(client, address):
    """What the second request costs; the first one warms caches."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return [query["sql"] for query in asked.captured_queries]


def many_stories(number):
    theme, _ = Theme.objects.get_or_create(slug="visits-test", defaults={"name": "Visits"})
    region, _ = Region.objects.get_or_create(slug="north-test", defaults={"name": "The North"})
    for count in range(number):
        on_stage(stories.an_author(), theme, region, title=f"Kettle number {count}")


def test_a_story_costs_no_more_than_its_budget(client):
    stage = the_stage(notes=True)

    asked = queries(client, f"/stories/{stage.page.slug}/")

    assert len(asked) <= STORY, "\n".join(asked)


def test_the_gate_is_asked_once_for_the_story_and_once_for_those_beside_it(client):
    stage = the_stage()

    asked = queries(client, f"/stories/{stage.page.slug}/")

    assert sum("consent_clearance" in sql for sql in asked) <= 3, "\n".join(asked)


def test_lists_cost_the_same_for_one_story_and_for_twenty(client):
    many_stories(1)
    one = {address: queries(client, address) for address in LISTS}

    many_stories(19)
    twenty = {address: queries(client, address) for address in LISTS}

    costs = {address: len(asked) for address, asked in one.items()}
    assert {address: len(asked) for address, asked in twenty.items()} == costs, twenty
    assert {address: cost for address, cost in costs.items() if cost > LISTS[address]} == {}
