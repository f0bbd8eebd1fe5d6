"""Lists for readers never read the whole house: told by what each step of the database reads, not by a clock."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from storybank import guards as live_guard
from storybank.models import StoryPage
from tests.performance.many_stories import a_few_of_each, multiply

pytestmark = [pytest.mark.deep, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
STORIES, A_PART = 100_000, 15_000
"""Of ten times fewer stories the database would rightly read all."""
PAGES = {
    "all stories": "/stories/",
    "a theme": "/stories/?theme=theme-1",
    "a kind": "/stories/?kind=praise",
    "a region": "/stories/?region=part-2",
    "a language that hardly anybody writes": "/stories/?language=cy",
    "theme and kind": "/stories/?theme=theme-1&kind=concern",
    "front page": "/",
    "feed": "/stories/feed/",
    "a story": "/stories/{slug}/",
    "the last page": "/stories/?after={last}",
}


def most_read_by_one_step(client, address):
    """Rows, those that a filter threw away included; and the query that read them."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    reads = [query["sql"] for query in asked.captured_queries if query["sql"].startswith("SELECT")]
    return max((max(_steps(_plan(sql))), sql) for sql in reads)


def _plan(sql):
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + sql)
        found = cursor.fetchone()[0]
    return (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]


def _steps(plan):
    yield (plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)) * plan["Actual Loops"]
    for step in plan.get("Plans", ()):
        yield from _steps(step)


def test_no_page_for_readers_reads_more_than_a_part_of_the_house(client):
    pages = a_few_of_each()
    live_guard.lift("default")
    multiply(pages, since=0, upto=STORIES)
    last = StoryPage.objects.live().order_by("public_on", "-art_seed")[0]
    addresses = [where.format(slug=pages[1].slug, last=last.slug) for where in PAGES.values()]

    read = {name: most_read_by_one_step(client, where) for name, where in zip(PAGES, addresses, strict=True)}

    print("\n" + "\n".join(f"{rows:>7,} rows  {name}" for name, (rows, _) in read.items()))
    assert {name: found for name, found in read.items() if found[0] > A_PART} == {}, read
    assert StoryPage.objects.live().count() > STORIES
