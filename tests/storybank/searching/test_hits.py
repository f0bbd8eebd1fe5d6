"""A search finds by what readers may meet: by stems, whatever the accents, together in quotation marks; best first."""

import pytest

from consent.domain.stop import stopping
from storybank.domain.searching import rows
from storybank.models import StoryPage
from tests.factories import people, stories
from tests.storybank.searching.as_read import answered
from tests.surfaces.stage import on_stage

pytestmark = pytest.mark.django_db
TOLD = (
    "My sister was visiting on Sundays. She brought café cake from Siân's kitchen. I cried for an hour after."
)
MEETS = {
    "visiting": True,
    "visits": True,
    "visited": True,
    "VISIT": True,
    "cafe": True,
    "café": True,
    "sian": True,
    "Siân’s kitchen": True,
    "cake sister": True,
    '"cafe cake"': True,
    '"cake cafe"': False,
    '"brought café cake from sian"': True,
    "cake elephant": False,
    "visi": False,
    "the cake": True,
    "journey": False,
}
"""Each no stands beside a yes that differs from it by one thing."""


@pytest.fixture
def page():
    return stories.a_live_story(title="A hard goodbye", happened=TOLD)


def titles(typed: str, **more) -> list[str]:
    return [one.reading.title for one in answered(typed, **more).found]


def test_words_are_met_by_stem_without_accents_and_in_quotes_together(page):
    assert {typed: titles(typed) == ["A hard goodbye"] for typed in MEETS} == MEETS


def test_a_welsh_story_is_found_by_its_words_with_or_without_their_hats():
    region = people.a_region()
    author = stories.an_author("Heledd")
    author.language = "cy"
    author.save()
    on_stage(
        author,
        people.a_theme("teulu", "Teulu"),
        region,
        title="Y tegell",
        language="cy",
        body=[("paragraph", "Roedd y tŷ yn oer. Aeth y dŵr i'r tegell.")],
    )

    found = {typed: titles(typed) for typed in ("dwr", "dŵr", "tŷ", "tegell", "teulu", "kettle")}

    assert [typed for typed, met in found.items() if met == ["Y tegell"]] == [
        "dwr",
        "dŵr",
        "tŷ",
        "tegell",
        "teulu",
    ]
    assert found["kettle"] == []


def test_a_title_that_says_it_comes_before_words_that_do():
    author = stories.an_author()
    stories.a_live_story(author, title="Bread", happened="I baked on Sundays. The robin sang while I did.")
    stories.a_live_story(author, title="The robin", happened="I fed it on Sundays.")
    stories.a_live_story(author, title="Soup", happened="A robin came in and I made soup.")

    assert titles("robin")[0] == "The robin"
    assert sorted(titles("robin")) == ["Bread", "Soup", "The robin"]


def test_pages_of_an_answer_meet_every_story_once(monkeypatch):
    monkeypatch.setattr("storybank.domain.searching.answering.A_PAGE", 2)
    author = stories.an_author()
    for number in range(5):
        stories.a_live_story(author, title=f"Robin number {number}")

    pages = [titles("robin", page=number) for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [2, 2, 1]
    assert sorted(title for page in pages for title in page) == [
        f"Robin number {number}" for number in range(5)
    ]
    assert titles("robin", page=99) == pages[2]


def test_of_more_than_are_put_in_order_the_newest_are_and_it_is_said(monkeypatch):
    monkeypatch.setattr("storybank.domain.searching.hits.MOST", 2)
    author = stories.an_author()
    made = [stories.a_live_story(author, title=f"Robin {number}") for number in range(3)]
    StoryPage.objects.filter(pk=made[0].pk).update(public_on="2020-01-01")
    rows.put(StoryPage.objects.filter(pk=made[0].pk))

    found = answered("robin")

    assert (sorted(one.reading.title for one in found.found), found.more) == (["Robin 1", "Robin 2"], True)


def test_what_stopped_a_moment_ago_is_not_found_though_the_index_still_has_it():
    author = stories.an_author()
    page = stories.a_live_story(author, title="The robin")
    stays = titles("robin")

    stopping.stop(author)
    StoryPage.objects.filter(pk=page.pk).update(live=True)
    rows.put([page])

    assert (stays, titles("robin")) == (["The robin"], [])


def test_words_of_another_version_than_the_one_that_is_up_find_nothing(page):
    found = titles("cake")
    other = stories.a_live_story(title="Elsewhere")

    type(page.findable).objects.filter(page=page).update(edition=other.edition_id)

    assert (found, titles("cake")) == (["A hard goodbye"], [])


SLIPS = {
    "vistiing": "visiting",
    "kitchn": "kitchen",
    "gooodbye": "goodbye",
    "syster": "sister",
    "cafw": "cafe",
    "kitchen": None,
    "elephant": None,
    "cat": None,
}


@pytest.mark.parametrize("typed", SLIPS)
def test_a_slip_of_the_finger_is_put_right_and_said(page, typed):
    found = answered(typed)

    assert (found.meant.said if found.meant else None) == SLIPS[typed]
    assert bool(found.found) == (SLIPS[typed] is not None or typed == "kitchen")


def test_no_guess_names_a_word_of_a_story_that_stopped_a_moment_ago():
    author = stories.an_author()
    page = stories.a_live_story(author, title="The nightjar")
    before = answered("nightjer").meant.said

    stopping.stop(author)
    StoryPage.objects.filter(pk=page.pk).update(live=True)
    rows.put([page])

    assert (before, answered("nightjer").meant) == ("nightjar", None)
