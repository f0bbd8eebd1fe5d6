"""`make bench`: what our pages cost as multiples of a bare one. It prints, writes var/bench.json, and fails nothing."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from django.db import connection

from home.public.sitemap import A_STRETCH
from tests.factories.people import a_region, a_theme
from tests.factories.stories import an_author
from tests.performance.server import Answered, serving
from tests.surfaces.stage import on_stage

STORIES = 30
TIMES = 300
KEPT = Path("var/bench.json")


@pytest.mark.django_db(transaction=True)
def test_bench():
    theme = a_theme("visits", "Visits")
    stories = [a_story_on(theme, title=f"The kettle {number}") for number in range(STORIES)]

    with serving(bare=True) as server:
        rungs = [
            server.measure("hello", "/rung/hello", times=10 * TIMES),
            server.measure("one query, 20 items", "/rung/one-query", times=TIMES),
        ]
    with serving() as server:
        pages = [
            server.measure("hello, our middleware", "/rung/hello", times=TIMES),
            server.measure("a story", f"/stories/{stories[0].slug}/", times=TIMES),
            server.measure_first("a story, first time", [f"/stories/{one.slug}/" for one in stories[1:]]),
            server.measure("stories", "/stories/", times=TIMES),
            server.measure("stories of a theme", "/stories/?theme=visits", times=TIMES),
            server.measure("front page", "/", times=TIMES),
            server.measure("search", "/search/?q=kettle", times=TIMES),
            server.measure("feed", "/stories/feed/", times=TIMES),
            server.measure("stories for programs", "/api/v2/stories/", times=TIMES),
            server.measure("a story for programs", f"/api/v2/stories/{stories[0].slug}/", times=TIMES),
            server.measure("sitemap", "/sitemap.xml", times=TIMES),
            server.measure("a part of it", f"/sitemap-stories-{stories[0].pk // A_STRETCH}.xml", times=TIMES),
            server.measure("staff sign-in", "/staff/login/", times=TIMES),
        ]

    show([*rungs, *pages], rungs[0])
    keep([*rungs, *pages], rungs[0])


def a_story_on(theme, *, title):
    return on_stage(an_author(), theme, a_region("north", "The North"), title=title)


def show(table: list[Answered], hello: Answered) -> None:
    print(f"\n{STORIES} stories, {connection.vendor}, warm; CPU of gunicorn and database for one request")
    print(f"{'page':<24}{'status':>7}{'CPU ms':>9}{'x hello':>9}{'bytes':>9}")
    for row in table:
        ratio = row.cpu_ms / hello.cpu_ms
        print(f"{row.name:<24}{row.status:>7}{row.cpu_ms:>9.2f}{ratio:>9.1f}{row.bytes:>9}")


def keep(table: list[Answered], hello: Answered) -> None:
    rows = [asdict(row) | {"times_hello": row.cpu_ms / hello.cpu_ms} for row in table]
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps({"stories": STORIES, "database": connection.vendor, "rows": rows}, indent=2))
    print(f"written to {KEPT}")
