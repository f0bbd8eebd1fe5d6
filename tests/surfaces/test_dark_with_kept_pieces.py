"""Every piece of every page is kept, and a story that may not be shown any more is dark on the very next request."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consent.domain.stop import stopping
from home.public.sitemap import A_STRETCH
from home.rights import erasing
from people import clock
from people.models import Organisation, Theme
from storybank.models import StoryPage
from tests.surfaces.stage import CANARY, the_stage, tried
from tests.surfaces.surfaces import EVERYWHERE, NOWHERE, where_it_shows
from tests.surfaces.test_matrix import AFTER_TWO

pytestmark = pytest.mark.django_db

PAGES = [
    "/stories/{slug}/",
    "/stories/",
    "/cy/stories/",
    "/stories/?theme=visits-test",
    "/stories/?kind=praise",
    "/stories/feed/",
    "/api/v2/stories/",
    "/stories/{other}/",
    f"/search/?q={CANARY}",
    "/sitemap-stories-{part}.xml",
    "/",
    "/cy/",
]


@pytest.fixture
def seen(client):
    """Every surface has been asked twice: its pieces are kept."""
    stage = the_stage()
    assert [where_it_shows(client, stage) for _ in range(2)] == [EVERYWHERE] * 2
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/stories/{stage.page.slug}/")
    assert len(asked) == 1
    return stage


def test_whatever_ends_a_yes_is_seen_in_the_next_request(client, seen):
    dark = {}
    for state, act in AFTER_TWO.items():
        with tried():
            moment = act(seen)
            with clock.at(moment if hasattr(moment, "tzinfo") else clock.now()):
                dark[state] = where_it_shows(client, seen)

    assert dark == dict.fromkeys(AFTER_TWO, NOWHERE)
    assert where_it_shows(client, seen) == EVERYWHERE


def test_a_gate_that_cannot_be_asked_shows_a_resting_page_and_no_kept_piece(client, seen, monkeypatch):
    address = f"/stories/{seen.page.slug}/"

    def broken(*_):
        raise RuntimeError("the gate is gone")

    monkeypatch.setattr("storybank.public.story.story_and_beside", broken)
    answer = client.get(address)

    assert answer.status_code == 404
    assert seen.page.title not in answer.content.decode()


def test_a_browser_that_asks_with_its_etag_is_told_unchanged_only_while_the_gate_says_yes(client, seen):
    address = f"/stories/{seen.page.slug}/"
    mark = client.get(address)["ETag"]

    while_it_stands = client.get(address, headers={"If-None-Match": mark})
    stopping.stop(seen.author)
    after = client.get(address, headers={"If-None-Match": mark})

    assert (while_it_stands.status_code, while_it_stands.content) == (304, b"")
    assert after.status_code == 410


def test_another_process_may_have_kept_whatever_it_likes(client, seen):
    address = f"/stories/{seen.page.slug}/"
    ours = caches["pieces"]._cache.copy()
    caches["pieces"].clear()
    in_the_other = client.get(address).content

    stopping.stop(seen.author)
    caches["pieces"]._cache.update(ours)

    assert seen.page.title in in_the_other.decode()
    assert client.get(address).status_code == 410


def test_what_stands_around_stories_changes_at_once(client, seen):
    address = f"/stories/{seen.page.slug}/"
    theme = Theme.objects.get(slug="visits-test")
    house = Organisation.load()

    house.name = "The New Name"
    house.save()
    named = client.get(address).content.decode()
    theme.tint_a = "#123456"
    theme.save()
    drawn = client.get(address).content.decode()

    assert "The New Name" in named
    assert drawn != named


def test_words_written_past_everything_leave_the_agreed_ones_standing_or_nothing(client, seen):
    address = f"/stories/{seen.page.slug}/"
    StoryPage.objects.filter(pk=seen.page.pk).update(title="Nobody agreed to this")

    kept = client.get(address)
    caches["pieces"].clear()
    anew = client.get(address)

    assert (kept.status_code, anew.status_code) == (200, 404)
    assert "Nobody agreed to this" not in kept.content.decode() + anew.content.decode()


def test_a_page_travels_small_to_whoever_can_unpack_it_and_is_never_kept_by_others(client, seen):
    address = f"/stories/{seen.page.slug}/"

    plain, small = client.get(address), client.get(address, headers={"Accept-Encoding": "gzip"})

    assert (small["Content-Encoding"], "Content-Encoding" in plain) == ("gzip", False)
    assert len(small.content) < len(plain.content) / 2
    assert plain["Cache-Control"] == small["Cache-Control"] == "no-cache"
    assert "Accept-Encoding" in small["Vary"]


def test_only_seconds_for_a_cdn_let_others_keep_a_page_and_never_the_page_of_a_stop(client, seen, settings):
    settings.CDN_SECONDS = 60
    pages = [f"/stories/{seen.page.slug}/", "/stories/", "/"]

    given = [client.get(path)["Cache-Control"] for path in pages]
    stopping.stop(seen.author)
    after = client.get(pages[0])

    assert given == ["max-age=0, s-maxage=60"] * 3
    assert (after.status_code, after["Cache-Control"]) == (410, "no-cache")


def test_a_story_that_was_erased_is_dark_everywhere_with_every_piece_kept(client, seen):
    names = {"slug": seen.page.slug, "other": seen.other.slug, "part": seen.page.pk // A_STRETCH}
    where = [address.format(**names) for address in PAGES]
    before = {path: seen.page.slug in client.get(path).content.decode() for path in where}
    kept = caches["pieces"]._cache.copy()

    erasing.erase(seen.author, by=None)
    at_once = {path: seen.page.slug in client.get(path).content.decode() for path in where[1:]}
    caches["pieces"]._cache.update(kept)
    with_what_another_kept = {path: seen.page.slug in client.get(path).content.decode() for path in where[1:]}

    assert before == dict.fromkeys(where, True)
    assert at_once == with_what_another_kept == dict.fromkeys(where[1:], False)
    assert client.get(where[0]).status_code == 410
