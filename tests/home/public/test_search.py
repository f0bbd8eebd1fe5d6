"""The search page: whatever is typed gets a kind answer, nothing typed is kept, and a bad night finds lines to ring."""

import logging
import re

import pytest
from django.core.cache import cache
from django.db import connection

from consent.domain.care import files
from consent.domain.stop import stopping
from people import clock
from people.models import Theme
from storybank.models import Helpline
from storybank.models.findable import FTS
from tests.factories import stories

pytestmark = pytest.mark.django_db

TYPED = {
    "": "Themes people tell about",
    "   ": "Themes people tell about",
    "a": "One letter stands in every story.",
    "and the": "Words like these stand in every story.",
    "🫖🫖": "We look for words.",
    "\x00": "Themes people tell about",
    "?'\"%_()*^:": "We look for words.",
    "\u202e\u200f": "We look for words.",
    "ket\x00tle": "What we found for",
    "kettle " * 150_000: "We looked for the first words only.",
    "<script>alert(1)</script>": "Nobody has told that yet",
    "{{ 7*7 }} {% load x %} kettle": "Try with one word instead of several.",
    "' OR 1=1; --": "Nobody has told that yet",
    "NEAR(kettle) AND title:*": "Nobody has told that yet",
    'kettle"': "What we found for",
    "مرحبا": "Nobody has told that yet",
    "kettle": "What we found for",
    "ketle": "No story has the words “ketle”.",
}


@pytest.fixture
def story():
    Theme.objects.get_or_create(slug="visits-test", defaults={"name": "Visits"})
    return stories.a_live_story(title="The kettle")


def titles(answer):
    return re.findall(r'<h2 class="row-title">\s*<a [^>]*>(.*?)</a>', answer.content.decode())


def test_whatever_is_typed_gets_a_kind_answer(client, story):
    answers = {typed: client.get("/search/", {"q": typed}) for typed in TYPED}

    assert {typed: answer.status_code for typed, answer in answers.items()} == dict.fromkeys(TYPED, 200)
    pages = {typed: answer.content.decode() for typed, answer in answers.items()}
    assert {typed for typed, says in TYPED.items() if says not in pages[typed]} == set()
    assert "<script>alert" not in pages["<script>alert(1)</script>"]


@pytest.mark.parametrize("page", ["0", "-1", "99", "٣", "1.5", "x", "\x00", "9" * 5000, ""])
def test_a_page_that_does_not_exist_is_the_nearest_that_does(client, story, page):
    answer = client.get("/search/", {"q": "kettle", "page": page})

    assert titles(answer) == ["The <mark>kettle</mark>"]


def test_nothing_found_shows_other_ways_to_a_story(client, story):
    page = client.get("/search/", {"q": "elephant"}).content.decode()

    assert [
        where for where in ("/stories/?theme=visits-test", "/stories/", "/help/") if f'"{where}"' in page
    ] == [
        "/stories/?theme=visits-test",
        "/stories/",
        "/help/",
    ]


def test_few_are_not_counted_and_enough_are(client):
    author = stories.an_author()
    said = []
    for number in range(5):
        stories.a_live_story(author, title=f"Kettle {number}")
        page = client.get("/search/", {"q": "kettle"}).content.decode()
        said.append("stories for “kettle”" in page)

    assert said == [False, False, False, False, True]


def test_a_guess_links_to_itself_and_shows_what_it_found(client, story):
    answer = client.get("/search/", {"q": "ketle"})

    assert '<a href="/search/?q=kettle">kettle</a>' in answer.content.decode()
    assert titles(answer) == ["The <mark>kettle</mark>"]


def a_line(name, *notes, always=False):
    Helpline.objects.create(
        name=name,
        phone="01632 960001",
        about="",
        hours="Day and night",
        always=always,
        notes=list(notes),
        source="made up",
        checked_on=clock.today(),
        checked_by="us",
    )


BAD_NIGHTS = {
    "suicide": {"Listeners"},
    "suicidal thoughts": {"Listeners"},
    "self-harm": {"Listeners"},
    "I want to die": {"Listeners"},
    "hunanladdiad": {"Listeners"},
    "abuse at home": {"Listeners", "Home line"},
    "kettle": set(),
    "therapist": set(),
    "home": set(),
    "elephant": set(),
}


def test_a_bad_night_finds_people_to_ring_above_what_was_found_and_any_other_search_none(client, story):
    a_line("Listeners", always=True)
    a_line("Home line", "domestic_abuse")
    a_line("Other line", "gambling")

    answers = {typed: client.get("/search/", {"q": typed}).content.decode() for typed in BAD_NIGHTS}

    lines = ("Listeners", "Home line", "Other line")
    assert {typed: {line for line in lines if line in page} for typed, page in answers.items()} == BAD_NIGHTS


def test_what_somebody_searches_for_is_not_logged_and_not_kept(client, story, caplog):
    caplog.set_level(logging.DEBUG)
    cache.clear()

    answer = client.get("/search/", {"q": "hunanladdiad"})
    client.get("/search/", {"q": "kettle"})

    assert answer.status_code == 200
    assert "hunanladdiad" not in "".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("django.db.backends")
    )
    assert "hunanladdiad" not in str(getattr(cache, "_cache", ""))
    assert (answer.cookies, answer["Cache-Control"]) == ({}, "no-cache")


def test_a_database_that_cannot_search_leaves_the_other_ways_open(client, story):
    broken = "storybank_findable" if connection.vendor == "postgresql" else FTS
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {broken} RENAME TO broken_for_a_moment")

    answer = client.get("/search/", {"q": "kettle"})

    page = answer.content.decode()
    assert answer.status_code == 503
    assert "Search does not work just now." in page
    assert "/stories/?theme=visits-test" in page
    assert "The kettle" not in page


def test_a_row_that_is_kept_shows_each_search_its_own_marks_and_is_dark_after_a_stop(client, story):
    asked = [client.get("/search/", {"q": word}).content.decode() for word in ("kettle", "sunday", "kettle")]

    stopping.stop(files.author_of(story.file_id))
    after = client.get("/search/", {"q": "kettle"}).content.decode()

    assert [html.count("<mark>kettle</mark>") > 0 for html in asked] == [True, False, True]
    assert [story.slug in html for html in (*asked, after)] == [True, True, True, False]
    assert "\x02" not in "".join(asked)
