"""What else may people see: asked once, only about what is in the story, in its own words, for all uses or for one."""

import re

import pytest

from consent.domain.acts.choices import choices_of
from consent.domain.record.shown import Shown
from consent.enums import PlaceDetail, TimeDetail
from people.models import Region
from storybank.models import StoryPage
from tests.factories import stories
from tests.storybank.desk.walking import address, choose, said

pytestmark = pytest.mark.django_db

WORDS = "{when} I came to {place}. I kept the kettle on."


def frozen(author, *uses, words=WORDS, region=True) -> StoryPage:
    page = stories.a_shared_story(author, happened=words)
    if region:
        text = page.get_latest_revision_as_object()
        text.region, _ = Region.objects.get_or_create(slug="north-test", defaults={"name": "The North"})
        StoryPage.objects.filter(pk=page.pk).update(accepted_revision=text.save_revision(user=None))
    stories.asked(StoryPage.objects.get(pk=page.pk), *(uses or ("website",)))
    return StoryPage.objects.get(pk=page.pk)


def up_to_it(desk, page):
    desk.post(address("choices", page), {"as": "plain"})
    desk.post(address("choice_people", page), {"answer": "no"})
    desk.post(address("choice_name", page), {"identity": "2"})


def given(author, page):
    return {
        choice.use.slug: (choice.permission.place, choice.permission.time, choice.shown)
        for choice in choices_of(author, page.file_id)
    }


def options(page) -> list[str]:
    return re.findall(r'name="(?:place|time|face|voice)"\s+value="(\w+)"', page.content.decode())


def test_the_whole_journey_with_place_and_time_stays_within_nine_screens(desk, author):
    page = frozen(author)
    seen = {"place": "4", "place_words": "Eastmere", "time": "4", "month": "3", "year": "2019", "day": "31"}

    screens = choose(desk, page, answers={"website": "yes"}, seen=seen)

    assert len(screens) == 8 <= 9
    assert given(author, page) == {
        "website": (PlaceDetail.TOWN, TimeDetail.MONTH, Shown(place="Eastmere", when="in March 2019"))
    }


@pytest.mark.parametrize(
    ("seen", "shown"),
    [
        ({"place": "1", "time": "1", "year": "2019"}, Shown(place="the United Kingdom", when="in the 2010s")),
        (
            {"place": "2", "place_words": "wales", "time": "3", "month": "12", "year": "2019"},
            Shown(place="Wales", when="in the winter of 2019"),
        ),
        (
            {
                "place": "3",
                "place_words": "14 Mill Lane",
                "time": "2",
                "day": "9",
                "month": "9",
                "year": "2019",
            },
            Shown(place="The North", when="in 2019"),
        ),
        (
            {
                "place": "5",
                "place_words": "14 Mill Lane",
                "time": "5",
                "day": "9",
                "month": "9",
                "year": "2019",
            },
            Shown(place="14 Mill Lane", when="on 9 September 2019"),
        ),
    ],
)
def test_what_is_kept_is_exactly_as_fine_as_was_chosen(desk, author, seen, shown):
    page = frozen(author)

    choose(desk, page, answers={"website": "yes"}, seen=seen)

    assert given(author, page)["website"][2] == shown


def test_each_way_is_shown_with_the_storys_own_sentence(desk, author):
    page = frozen(author)
    up_to_it(desk, page)

    words = said(desk.get(address("choice_seen", page)))

    for example in (
        "One day I came to a place.",
        "came to The North.",
        "In the 2010s I came",
        "In March 2019 I came",
    ):
        assert example in words


def test_only_what_is_in_the_story_is_asked_about(desk, author):
    plain = frozen(author, words="I kept the kettle on.", region=False)
    up_to_it(desk, plain)

    assert options(desk.get(address("choice_seen", plain))) == ["0", "4", "5"]


def test_one_use_may_differ_from_the_others(desk, author):
    page = frozen(author, "website", "newsletter")
    up_to_it(desk, page)
    desk.post(address("choice_seen", page), {"place": "3", "time": "2", "year": "2019"})
    desk.post(address("choice_use", page, "website"), {"answer": "yes"})
    desk.post(address("choice_use", page, "newsletter"), {"answer": "yes", "place": "0", "time": "0"})
    checked = said(desk.get(address("choice_understood", page)))
    for asked, answer in (("stop", "stop"), ("copies", "no_new")):
        desk.post(address("choice_understood", page), {"asked": asked, "answer": answer})
    checked = said(desk.get(address("choice_check", page)))
    desk.post(address("choice_check", page))

    assert "Place: The North. Time: in 2019." in checked
    assert "No place. No time." in checked
    assert given(author, page) == {
        "website": (PlaceDetail.REGION, TimeDetail.YEAR, Shown(place="The North", when="in 2019")),
        "newsletter": (PlaceDetail.NONE, TimeDetail.NONE, Shown()),
    }


def test_asking_first_and_an_end_are_one_screen_beside_the_way(desk, author):
    page = frozen(author)
    choose_until_check = {"place": "0", "time": "0"}
    up_to_it(desk, page)
    desk.post(address("choice_seen", page), choose_until_check)
    desk.post(address("choice_use", page, "website"), {"answer": "yes"})
    desk.post(address("choice_understood", page), {"asked": "stop", "answer": "stop"})

    back = desk.post(
        address("choice_first", page), {"check_first": ["new_job", "bereavement"], "until_event": "release"}
    )
    checked = said(desk.get(address("choice_check", page)))
    desk.post(address("choice_check", page))

    (choice,) = choices_of(author, page.file_id)
    assert back.url == address("choice_check", page)
    assert "I start a new job" in checked
    assert "It ends when: I come home from prison" in checked
    assert (choice.permission.check_first, choice.permission.until_event) == (
        ["bereavement", "new_job"],
        "release",
    )


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choose how much of the place to show."),
        ({"place": "0"}, "Choose how much of the time to show."),
        ({"place": "9", "time": "0"}, "Choose how much of the place to show."),
        ({"place": "\x00", "time": "x" * 100_000}, "Choose how much of the place to show."),
        (
            {"place": "2", "place_words": "Narnia", "time": "0"},
            "Write England, Scotland, Wales or Northern Ireland.",
        ),
        ({"place": "4", "place_words": " \x00 ", "time": "0"}, "Write the place to show."),
        ({"place": "4", "place_words": "x" * 61, "time": "0"}, "Use fewer words"),
        ({"place": "0", "time": "2"}, "Write the year."),
        ({"place": "0", "time": "4", "year": "2019"}, "Write the month and the year."),
        ({"place": "0", "time": "5", "year": "2019", "month": "2"}, "Write the day, the month and the year."),
        ({"place": "0", "time": "5", "year": "2019", "month": "2", "day": "30"}, "not a day in the calendar"),
        ({"place": "0", "time": "4", "year": "2019", "month": "13"}, "not a day in the calendar"),
        ({"place": "0", "time": "2", "year": "9999"}, "Write a day that has been."),
        ({"place": "0", "time": "2", "year": "0"}, "not a day in the calendar"),
        ({"place": "0", "time": "2", "year": "MMXIX"}, "Write the year."),
        ({"place": "0", "time": "2", "year": "２０１９"}, "Write the year."),
    ],
)
def test_a_missing_or_impossible_answer_is_said_in_words_and_kept(desk, author, sent, sentence):
    page = frozen(author)
    up_to_it(desk, page)

    answer = desk.post(address("choice_seen", page), sent)

    assert (answer.status_code, sentence in said(answer)) == (200, True)
    assert answer.context["form"]["year"].value() == sent.get("year")


@pytest.mark.parametrize("words", ["{name}", "{{ 7|add:7 }}", "<b>Eastmere</b>", "مريم", "😀 Eastmere"])
def test_any_place_with_a_letter_is_only_a_place(desk, author, words):
    page = frozen(author)

    choose(desk, page, answers={"website": "yes"}, seen={"place": "4", "place_words": words, "time": "0"})

    assert given(author, page)["website"][2] == Shown(place=words)
    assert b"<b>East" not in desk.get(address("preview", page)).content
