"""What a search looks in: the words of stories that are up as every reader meets them, and nothing a moment longer."""

from datetime import timedelta

import pytest
from django.db import connection

from consent.domain.stop import stopping
from people import clock
from storybank.domain import settling
from storybank.domain.searching import rows
from storybank.models import Findable, KnownWord, StoryPage
from storybank.models.findable import FTS
from tests.factories import stories

pytestmark = pytest.mark.django_db


def known():
    return dict(KnownWord.objects.values_list("word", "stories"))


def everything_kept() -> str:
    """Of the row, and of the database's own table beside it."""
    column = "vector" if connection.vendor == "postgresql" else "words"
    asked = f"SELECT {column} FROM {Findable._meta.db_table}"
    if connection.vendor == "sqlite":
        asked += f" UNION ALL SELECT title || ' ' || words FROM {FTS}"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return " ".join(str(value) for (value,) in cursor.fetchall())


def test_a_story_is_put_in_when_it_goes_up_and_taken_out_when_its_author_stops():
    author = stories.an_author()
    page = stories.a_live_story(author, title="The kettle")
    up, words = Findable.objects.values_list("page_id", "edition_id").get(), everything_kept()

    stopping.stop(author)
    settling.settle(page.file_id)

    assert up == (page.pk, page.edition_id)
    assert "kettl" in words
    assert (Findable.objects.count(), known(), everything_kept()) == (0, {}, "")


def test_its_words_go_with_the_row_by_whatever_road_it_goes():
    stories.a_live_story(title="The kettle")
    before = everything_kept()

    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {Findable._meta.db_table}")

    assert "kettl" in before
    assert everything_kept() == ""


def test_a_word_goes_with_the_last_story_that_has_it():
    stays, goes = stories.an_author(), stories.an_author()
    stories.a_live_story(stays, title="Robin", happened="I saw a robin sing.")
    page = stories.a_live_story(goes, title="Wren", happened="I saw a wren sing.")
    before = known()

    stopping.stop(goes)
    settling.settle(page.file_id)

    assert before == {"robin": 1, "wren": 1, "saw": 2, "sing": 2}
    assert known() == {"robin": 1, "saw": 1, "sing": 1}


def test_put_in_twice_it_is_there_once():
    page = stories.a_live_story(title="Robin", happened="I saw a robin sing.")
    before = known(), everything_kept()

    rows.put([page])

    assert (known(), everything_kept()) == before
    assert Findable.objects.count() == 1


def test_the_night_puts_right_what_went_another_road():
    page = stories.a_live_story(title="Robin", happened="I saw a robin sing.")
    as_it_was = known(), everything_kept()
    rows.take_out([page.pk])

    first, again = rows.bring_into_line(), rows.bring_into_line()

    assert (first, again) == (1, 0)
    assert (known(), everything_kept()) == as_it_was


def test_the_night_takes_out_what_came_down_by_the_clock_alone():
    stories.a_live_story(title="Robin", happened="I saw a robin sing.")

    with clock.at(clock.now() + timedelta(days=4000)):
        swept = settling.sweep()

    assert swept == 1
    assert (Findable.objects.count(), known(), everything_kept()) == (0, {}, "")


def test_words_of_a_newer_text_that_nobody_agreed_to_are_not_in_it():
    page = stories.a_live_story(title="Robin", happened="I saw a robin sing.")
    stories.edited(page, body=["I saw a nightjar sing."])

    rows.put(StoryPage.objects.filter(pk=page.pk))

    assert sorted(known()) == ["robin", "saw", "sing"]


def test_neither_the_name_nor_the_slot_for_it_is_in_it():
    stories.a_live_story(title="{name} and the robin", happened="They call me {name}.", name="Zeisig Dee")

    kept = everything_kept().lower()

    assert sorted(known()) == ["call", "robin"]
    assert {word: word in kept for word in ("zeisig", "name", "robin")} == {
        "zeisig": False,
        "name": False,
        "robin": True,
    }
