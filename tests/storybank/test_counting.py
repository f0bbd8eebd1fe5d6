"""Numbers readers get: none for a few, exact up to a limit, and never one that outlives a stop."""

import pytest
from django.core.cache import caches

from consent.domain.stop import stopping
from storybank.domain.counting import MANY, UpTo, up_to
from storybank.domain.queries import public_stories
from storybank.models import StoryPage
from storybank.public.choosing import FEW, Chosen, choices, facets, narrowed, said_number, take
from tests.factories import people, press, stories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("count", "said"), [(0, ""), (FEW - 1, ""), (FEW, "5"), (MANY, "100"), (MANY + 1, "100+")]
)
def test_a_number_beside_a_choice_is_exact_only_between_few_and_many(count, said):
    assert said_number(count) == said


def test_counting_stops_at_its_limit():
    author = stories.an_author()
    for number in range(3):
        stories.a_live_story(author, title=f"Story {number}")
    one_row = StoryPage.objects.order_by("pk")[:1]

    assert [up_to(public_stories(), most) for most in (2, 3, 4)] == [2, 3, 3]
    assert one_row.values_list(UpTo(public_stories(), 2), UpTo(public_stories(), 4))[0] == (2, 3)


def test_a_list_too_long_to_count_says_so_in_words(client, monkeypatch):
    for number in range(3):
        press.a_story(title=f"Story {number}")
    before = [client.get(where).content.decode() for where in ("/stories/", "/")]

    for room in ("storybank.public.index", "storybank.public.choosing", "home.front.parts"):
        monkeypatch.setattr(f"{room}.VERY_MANY", 2)
    caches["pieces"].clear()
    after = [client.get(where).content.decode() for where in ("/stories/", "/")]

    assert ["3 stories, told by" in before[0], "All 3 stories" in before[1]] == [True, True]
    assert "More than 2 stories, told by the people who lived them." in " ".join(after[0].split())
    assert ("All stories" in after[1], "All 3 stories" in after[1]) == (True, False)


def answered(stories_, **asked):
    names = choices()
    taken = take(asked, names)
    chosen = Chosen(narrowed(stories_, taken), taken, "", names)
    links, _ = facets(stories_, chosen)
    return {facet.label: {link.name: link.count for link in facet.links} for facet in links}


def test_choices_and_second_choices_are_counted_by_what_may_be_shown_now():
    gates = people.a_theme("gates", "Gates")
    pages = [press.a_story(title=f"Story {number}", kind="praise") for number in range(FEW)]
    pages.append(press.a_story(title="Another", kind="idea", themes=[gates]))

    first, second = answered(public_stories()), answered(public_stories(), kind="praise")
    assert first == {"Theme": {"Gates": "", "Visits": "5"}, "Kind": {"Praise": "5", "Idea": ""}}
    assert second == {"Kind": {"Praise": "5", "Idea": ""}}
    assert answered(public_stories(), kind="praise", theme="visits") == {
        "Theme": {"Visits": "5"},
        "Kind": {"Praise": "5"},
    }

    stopping.stop(press.author_of(pages[0]))

    assert answered(public_stories()) == {
        "Theme": {"Gates": "", "Visits": ""},
        "Kind": {"Praise": "", "Idea": ""},
    }
