"""Lists for readers never read the whole house: told by what each step of the database reads, not by a clock."""

import json

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consent.enums import EditionKind
from home.public.sitemap import A_STRETCH
from storybank import guards as live_guard
from storybank.api.cursor import NEWER, cursor_to
from storybank.models import Findable, StoryPage
from tests.performance.many_stories import FIRST, a_few_of_each, lie_as_at_night, multiply

pytestmark = [pytest.mark.deep, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
STORIES, A_PART = 100_000, 15_000
"""Of ten times fewer stories the database would rightly read all."""
HARDLY_ANY = 5_000
"""One of so many is told in a form that the others are not."""
PAGES = {
    "all stories": "/stories/",
    "a theme": "/stories/?theme=theme-1",
    "a kind": "/stories/?kind=praise",
    "a region": "/stories/?region=part-2",
    "a language that hardly anybody writes": "/stories/?language=cy",
    "theme and kind": "/stories/?theme=theme-1&kind=concern",
    "to read": "/stories/?format=read",
    "to listen to, which hardly any is": "/stories/?format=listen",
    "easy read, which hardly any is": "/stories/?format=easy",
    "a theme to listen to": "/stories/?theme=theme-1&format=listen",
    "front page": "/",
    "feed": "/stories/feed/",
    "a story": "/stories/{slug}/",
    "the last page": "/stories/?after={last}",
    "for programs": "/api/v2/stories/",
    "for programs, the last page": "/api/v2/stories/?cursor={cursor}",
    "for programs, to listen to": "/api/v2/stories/?format=listen",
    "a story for programs": "/api/v2/stories/{slug}/",
    "a part of the map": "/sitemap-stories-{part}.xml",
}
IN_EASY_READ = "UPDATE storybank_storypage SET form = %s WHERE mod(page_ptr_id, %s) = 3"
TO_LISTEN_TO = """
    INSERT INTO storybank_findable (page_id, edition_id, words, heard, public_on, art_seed)
    SELECT page_ptr_id, edition_id, '', CASE WHEN mod(page_ptr_id, %s) = 7 THEN %s ELSE 0 END, public_on, art_seed
    FROM storybank_storypage WHERE page_ptr_id > %s
"""


def most_read_by_one_step(client, address):
    """Rows, those that a filter threw away included; and the query that read them. With no piece kept, and again."""
    assert client.get(address).status_code == 200
    caches["pieces"].clear()
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
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


def tell_some_in_other_forms():
    with connection.cursor() as cursor:
        cursor.execute(IN_EASY_READ, [EditionKind.EASY_READ, HARDLY_ANY])
        cursor.execute(TO_LISTEN_TO, [HARDLY_ANY, Findable.Heard.ALWAYS, FIRST])
    lie_as_at_night()


def test_no_page_for_readers_reads_more_than_a_part_of_the_house(client):
    pages = a_few_of_each()
    live_guard.lift("default")
    multiply(pages, since=0, upto=STORIES)
    tell_some_in_other_forms()
    last = StoryPage.objects.live().order_by("public_on", "-art_seed")[0].slug
    here = {
        "slug": pages[1].slug,
        "last": last,
        "cursor": cursor_to(NEWER, last),
        "part": FIRST // A_STRETCH + 1,
    }
    addresses = [where.format(**here) for where in PAGES.values()]

    read = {name: most_read_by_one_step(client, where) for name, where in zip(PAGES, addresses, strict=True)}

    print("\n" + "\n".join(f"{rows:>7,} rows  {name}" for name, (rows, _) in read.items()))
    assert {name: found for name, found in read.items() if found[0] > A_PART} == {}, read
    assert StoryPage.objects.live().count() > STORIES
