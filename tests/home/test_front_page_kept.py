"""The front page is kept in one piece, and shows no moment longer what may not be shown or is not true any more."""

from datetime import datetime, time, timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consent.domain.stop import stopping
from home.rights import erasing
from people import clock
from people.models import Organisation
from storybank.answers import deciding
from storybank.models import Helpline
from tests.factories import stories
from tests.factories.people import a_region, a_theme
from tests.home.test_front_page import a_helpline, arranged, as_it_is, words
from tests.storybank.answers.an_answer import a_promise, a_story, an_answer, let
from tests.surfaces.stage import on_stage

pytestmark = pytest.mark.django_db
WARM, COLD = 2, 12


@pytest.fixture
def seen(client):
    """The page has been asked until it is kept."""

    def look():
        for _ in range(3):
            html = client.get("/").content.decode()
        with CaptureQueriesContext(connection) as asked:
            again = client.get("/").content.decode()
        assert again == html
        assert len(asked) == WARM, asked.captured_queries
        return html

    return look


def about_visits(author, title="The lamp"):
    return on_stage(author, a_theme("visits", "Visits"), a_region("north", "The North"), title=title)


def now(client):
    return client.get("/").content.decode()


def a_kept_promise():
    page, author = a_story()
    row = a_promise(page)
    let(row, author)
    let(an_answer(page), author)
    deciding.say_happened(row, person=author, said="yes")
    return page, author


def test_a_story_that_was_stopped_is_gone_from_a_kept_page_with_its_promise_and_all_numbers(client, seen):
    page, author = a_kept_promise()
    before = seen()

    stopping.stop(author)
    after = now(client)

    assert [page.slug in html for html in (before, after)] == [True, False]
    assert "A bench outside the gate." in before
    assert "A bench outside the gate." not in after
    assert "promise" not in words(after)


def test_a_story_that_was_erased_is_gone_from_a_kept_page_and_from_the_next_processes(client, seen):
    page, author = a_kept_promise()
    about_visits(stories.an_author())
    before = seen()
    kept_elsewhere = caches["pieces"]._cache.copy()

    erasing.erase(author, by=None)
    after = now(client)
    caches["pieces"]._cache.update(kept_elsewhere)
    in_another_process = now(client)

    assert page.slug in before
    assert [page.slug in html for html in (after, in_another_process)] == [False, False]
    assert ["A bench outside" in html for html in (after, in_another_process)] == [False, False]
    assert ["The one story" in words(html) for html in (before, after, in_another_process)] == [
        False,
        True,
        True,
    ]


def test_a_story_whose_yes_ends_by_the_clock_is_gone_and_so_are_its_numbers(client, seen):
    page, _ = a_kept_promise()
    before = seen()
    end = page.edition.clearances.get(use_slug="website").valid_until

    with clock.at(end + timedelta(seconds=1)):
        after = now(client)

    assert page.slug in before
    assert page.slug not in after
    assert "promise" not in words(after)


def test_a_number_goes_with_the_stop_of_any_story_also_of_one_that_is_not_on_the_page(client, seen):
    pages = {author: about_visits(author) for author in (stories.an_author(), stories.an_author())}
    before = seen()
    elsewhere = next(author for author, page in pages.items() if page.slug not in before)

    stopping.stop(elsewhere)

    assert "All 2 stories" in words(before)
    assert "The one story" in words(now(client))


def test_what_staff_write_there_and_around_it_stands_there_at_once(client, seen):
    stories.a_live_story()
    seen()

    arranged(*as_it_is(purpose={"words": "Listen here.", "words_cy": ""}))
    arranged_anew = now(client)
    seen()
    house = Organisation.load()
    house.name = "The New Name"
    house.save()

    assert "Listen here." in arranged_anew
    assert "The New Name" in now(client)


def test_a_line_that_opens_says_so_in_that_minute(client, seen):
    nine = datetime.combine(clock.today() + timedelta(days=1), time(9), tzinfo=clock.LONDON)
    stories.a_live_story()
    with clock.at(nine - timedelta(seconds=1)):
        Helpline.objects.create(
            name="Call us.",
            phone="01632 960100",
            always=True,
            checked_on=clock.today(),
            source="Us",
            opening="Every day 9am to 5pm\nBank holidays as usual",
        )
        before = words(seen())
    with clock.at(nine):
        after = words(now(client))

    assert before != after


def test_with_everything_on_it_a_process_that_has_kept_nothing_asks_twelve_times_at_most(client):
    page, _ = a_kept_promise()
    a_helpline()
    arranged(*as_it_is(begin={"story": page.slug}))
    now(client)
    caches["pieces"].clear()

    with CaptureQueriesContext(connection) as asked:
        html = now(client)

    assert len(asked) <= COLD, "\n".join(query["sql"] for query in asked.captured_queries)
    assert "A bench outside the gate." in html
