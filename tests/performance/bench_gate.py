"""`make bench`, second part: what the gate costs as the house grows, and how soon a stop is dark. It fails nothing."""

import json
import logging
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from consent import policy
from consent.domain.clearance.granted import granted
from consent.domain.stop import stopping
from consent.models import Clearance
from people import clock
from storybank import guards as live_guard
from storybank.domain import settling
from storybank.domain.queries import public_stories
from storybank.models import StoryPage
from tests.performance.many_stories import a_few_of_each, multiply
from tests.surfaces.stage import the_stage
from tests.surfaces.surfaces import SURFACES

SIZES = (1_000, 10_000, 100_000)
TIMES = 60
KEPT = Path("var/bench-gate.json")
PAGES = {
    "a story": "/stories/{slug}/",
    "stories": "/stories/",
    "stories of a theme": "/stories/?theme=theme-1",
    "front page": "/",
    "feed": "/stories/feed/",
}
pytestmark = [pytest.mark.django_db(transaction=True)]


@pytest.fixture
def quiet():
    """What the server would note of each page that is gone stays out of the table."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def kept():
    rows: list[dict[str, Any]] = []
    yield rows
    KEPT.parent.mkdir(exist_ok=True)
    before = json.loads(KEPT.read_text()) if KEPT.exists() else []
    names = {row["what"] for row in rows}
    KEPT.write_text(json.dumps([row for row in before if row["what"] not in names] + rows, indent=2))


def microseconds(act: Callable[[], Any]) -> float:
    """The median of many, warm: on a busy machine the mean tells of the neighbours."""
    act()
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        taken.append(1e6 * (time.perf_counter() - began))
    return statistics.median(taken)


@pytest.mark.postgres
def test_the_gate_as_the_house_grows(kept):
    pages = a_few_of_each()
    page = pages[0]
    live_guard.lift("default")
    before = 0
    for size in SIZES:
        multiply(pages, since=before, upto=size)
        before = size
        kept += gate_at(page, size)
        kept += pages_at(page, size)
    print(f"\nThe gate on {connection.vendor}: median of {TIMES}, warm")
    print(f"{'stories':>9}  {'what':<42}{'queries':>8}{'of the gate':>12}{'µs':>10}")
    for row in kept:
        print(
            f"{row['stories']:>9,}  {row['what']:<42}{row['queries']:>8}{row['gate']:>12}{row['us']:>10,.0f}"
        )
    for name, plan in plans(page).items():
        print(f"\n{name}, {SIZES[-1]:,} stories:\n  " + "\n  ".join(plan))


def gate_at(page: StoryPage, size: int) -> list[dict[str, Any]]:
    now = clock.now()
    some = list(public_stories(now).values_list("edition_id", flat=True)[:20])
    acts = {
        "one version: policy.clearance": lambda: policy.clearance(page.edition_id, "website", now),
        "twenty versions: policy.clearances": lambda: policy.clearances(some, "website", now),
        "the list: public_stories()[:21]": lambda: list(public_stories(now).values_list("pk")[:21]),
        "one verdict: policy.may_use": lambda: policy.may_use(page.edition_id, "website", now),
    }
    return [_row(size, name, act) for name, act in acts.items()]


def pages_at(page: StoryPage, size: int) -> list[dict[str, Any]]:
    client = Client()
    return [
        _row(size, f"page: {name}", lambda where=where: client.get(where.format(slug=page.slug)))
        for name, where in PAGES.items()
    ]


def _row(size: int, what: str, act: Callable[[], Any]) -> dict[str, Any]:
    act()
    with CaptureQueriesContext(connection) as asked:
        act()
    gate = sum("consent_clearance" in query["sql"] for query in asked.captured_queries)
    return {"stories": size, "what": what, "queries": len(asked), "gate": gate, "us": microseconds(act)}


def plans(page: StoryPage) -> dict[str, list[str]]:
    """How PostgreSQL answers the gate's questions."""
    now = clock.now()
    whole = public_stories(now)
    asked = {
        "is this version cleared": Clearance.objects.filter(
            policy.cleared_q("website", now), edition_id=page.edition_id
        ).values("edition_id"),
        "which versions are cleared": granted("website", now).values("edition"),
        "the first page of the list": whole.values("pk")[:21],
    }
    return {name: rows.explain(analyze=True, buffers=False).splitlines() for name, rows in asked.items()}


def test_from_stop_to_dark(kept, quiet, monkeypatch):
    """The next request on every surface, with everything that tidies up broken: only the gate is left."""
    stage, client = the_stage(), Client()
    shown = {surface.name: surface.shows(client, stage) for surface in SURFACES}

    def broken(file_id):
        raise RuntimeError("the worker is gone")

    monkeypatch.setattr(settling, "settle", broken)
    began = time.perf_counter()
    stopping.stop(stage.author)
    took = 1e3 * (time.perf_counter() - began)
    print(f"\nThe stop itself: {took:.0f} ms, journal line on the disk included")
    print(f"{'surface':<44}{'before':>8}{'next request':>14}{'ms after':>10}")
    for surface in SURFACES:
        there = surface.shows(client, stage)
        after = 1e3 * (time.perf_counter() - began)
        words = ("shows" if shown[surface.name] else "-", "SHOWS" if there else "dark")
        print(f"{surface.name:<44}{words[0]:>8}{words[1]:>14}{after:>10.0f}")
        kept.append({"what": f"stop to dark: {surface.name}", "dark": not there, "ms": after})
    StoryPage.objects.filter(pk=stage.page.pk).update(live=False)
