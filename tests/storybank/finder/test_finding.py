"""Finding: the three piles over real stories, what each row says, and what nobody can learn from it."""

from datetime import timedelta

import pytest

from consent.domain.care import holding
from consent.domain.stop import stopping
from consent.enums import HoldReason, IdentityLevel, PlaceDetail, Trigger
from people import clock
from storybank.domain import settling
from storybank.finder.duty import take_the_phone
from storybank.finder.line import Asked
from storybank.finder.piles import ASK_FIRST, NOT_FOR_THIS
from storybank.finder.rows import rows_of
from storybank.finder.searching import find
from tests.factories import people, press, stories
from tests.surfaces.stage import rewrite

pytestmark = pytest.mark.django_db
PRESS = Asked(use="newspapers")


def piles(asked=PRESS, by=None):
    found = find(asked, by=by or press.comms(), at=clock.now())
    return [[one.version.code for one in pile] for pile in (found.now, found.ring, found.no)]


def row(page, asked=PRESS):
    found = find(asked, by=press.comms(), at=clock.now())
    here = [one for one in (*found.now, *found.ring, *found.no) if one.version.page_id == page.pk]
    return rows_of(here, at=clock.now())[press.edition_of(page)]


def test_what_everybody_has_said_yes_to_twice_is_to_be_used_now():
    page = press.a_story()

    assert piles() == [[page.code], [], []]


def test_the_row_says_what_may_be_shown_until_when_and_whom_to_ring():
    supporter = people.a_supporter()
    take_the_phone(supporter, phone="01632 960111", until=clock.now() + timedelta(hours=3))
    page = press.a_story(supporter=supporter, name="Cass", title="The kettle")

    met = row(page)

    assert (met.title, met.named, met.seen, met.place) == (
        "The kettle",
        "A name they chose: “Cass”",
        "No face, no voice",
        "North West",
    )
    assert (met.until.date() - clock.today()).days in range(320, 366)
    assert (met.ring.name, met.ring.phone, met.ring.now) == (supporter.display_name, "01632 960111", True)
    assert met.last_out is None
    assert met.words


def test_a_story_that_only_the_press_may_have_is_found_by_its_code_and_never_by_its_title():
    page = press.a_story(yes=("newspapers",), title="A title that gives her away")

    assert piles(Asked(use="newspapers", themes=("visits",))) == [[page.code], [], []]
    assert (row(page).title, row(page).url, row(page).opening) == ("", "", "")


def test_whoever_wants_to_be_asked_first_is_rung_first():
    page = press.a_story(check_first=(Trigger.RELEASE,))

    assert piles() == [[], [page.code], []]
    assert row(page).reasons == (ASK_FIRST,)


def test_a_yes_that_ends_soon_is_rung_first_and_on_its_last_day_it_is_a_no():
    page = press.a_story()
    with clock.at(clock.now() + timedelta(days=320)):
        assert piles() == [[], [page.code], []]
    with clock.at(clock.now() + timedelta(days=370)):
        assert piles()[:2] == [[], []]


def test_asked_and_not_confirmed_is_rung_first_and_shows_nothing():
    page = press.a_story(confirm=False)

    assert piles() == [[], [page.code], []]
    met = row(page)
    assert (met.title, met.named, met.until, met.words) == ("", "", None, False)


NO_OF_ANY_KIND = {
    "refused": {"yes": ("website",), "no": ("newspapers",)},
    "not now": {"yes": ("website",), "later": ("newspapers",)},
    "never asked": {"yes": ("website",)},
}


@pytest.mark.parametrize("answers", NO_OF_ANY_KIND.values(), ids=NO_OF_ANY_KIND)
def test_every_no_reads_the_same(answers):
    page = press.a_story(**answers)

    assert piles() == [[], [], [page.code]]
    met = row(page)
    assert (met.reasons, met.named, met.until, met.last_out) == ((NOT_FOR_THIS,), "", None, None)


def test_a_stop_for_the_press_reads_like_never_having_been_asked():
    page = press.a_story()
    stopping.stop(press.author_of(page), files=[page.file], use="newspapers")

    assert piles() == [[], [], [page.code]]
    assert row(page).reasons == (NOT_FOR_THIS,)


@pytest.mark.parametrize("uses", [("newspapers",), ("website", "newspapers")])
def test_what_is_dark_everywhere_is_in_no_pile(uses):
    page = press.a_story(yes=uses)
    assert piles()[0] == [page.code]

    stopping.stop(press.author_of(page))
    settling.settle(page.file_id)

    assert piles() == [[], [], []]


def test_a_story_that_rests_is_in_no_pile():
    page = press.a_story()
    holding.hold(page.file, reason=HoldReason.THIRD_PARTY, by=None)

    assert piles() == [[], [], []]


def test_a_draft_and_a_story_that_is_only_shared_are_in_no_pile():
    stories.a_draft()
    stories.a_shared_story()

    assert piles() == [[], [], []]


def test_a_region_matches_only_where_the_region_may_be_told():
    tells = press.a_story("Dee", place=PlaceDetail.REGION)
    press.a_story("Nell", place=PlaceDetail.NATION)
    finer = press.a_story("JJ", place=PlaceDetail.EXACT)

    there = piles(Asked(use="newspapers", region="north-west"))[0]

    assert sorted(there) == sorted([tells.code, finer.code])
    assert len(piles()[0]) == 3


def test_a_story_of_no_region_is_found_by_everything_else():
    page = stories.a_live_story(stories.an_author(), uses=("website", "newspapers"))

    assert piles() == [[page.code], [], []]
    assert piles(Asked(use="newspapers", region="north-west")) == [[], [], []]


def test_a_place_that_may_not_be_told_is_not_on_the_row():
    assert row(press.a_story(place=PlaceDetail.UK)).place == ""


def test_words_are_looked_for_only_where_they_may_be_read():
    open_ = press.a_story("Dee", title="The samovar")
    press.a_story("Nell", yes=("newspapers",), title="The samovar", confirm=False)
    for_the_press = press.a_story("JJ", yes=("newspapers",), title="A samovar again")

    met = piles(Asked(use="newspapers", words=("samovar",)))

    assert [sorted(met[0]), *met[1:]] == [sorted([open_.code, for_the_press.code]), [], []]


def test_a_theme_or_region_that_is_not_there_finds_nothing():
    press.a_story()

    assert piles(Asked(use="newspapers", themes=("nowhere",))) == [[], [], []]
    assert piles(Asked(use="newspapers", region="nowhere")) == [[], [], []]


def test_words_that_may_only_be_counted_are_handed_to_nobody():
    page = press.a_story(yes=("newspapers",), identity=IdentityLevel.N1, name="")

    assert row(page).words is False


def test_staff_with_a_declared_conflict_never_meet_the_story():
    page = press.a_story()
    marcus = press.comms()
    press.author_of(page).conflicts.add(marcus)

    assert piles(by=marcus) == [[], [], []]
    assert piles() == [[page.code], [], []]


def test_a_refusal_moves_nobody_down():
    first = press.a_story("Dee", yes=("website", "newspapers"), no=("radio-tv",))
    second = press.a_story("Nell", yes=("website", "newspapers", "radio-tv"))

    assert piles()[0] == sorted([first.code, second.code])


def test_a_page_is_not_found_for_what_only_an_older_version_says():
    page = press.a_story(title="The samovar")
    with clock.at(clock.now() - stories.LONG_AGO):
        page = rewrite(page, title="The kettle")
        stories.asked(page, "website", "newspapers")
        stories.answered(page)
    assert piles(Asked(use="newspapers", words=("samovar",)))[0] == [page.code]

    stories.confirmed(page)

    assert piles(Asked(use="newspapers", words=("kettle",)))[0] == [page.code]
    assert piles(Asked(use="newspapers", words=("samovar",))) == [[], [], []]


@pytest.mark.parametrize("word", ["100%", "a_b", "\\", "Ŵyn", "🫖"])
def test_signs_that_mean_something_to_the_database_are_looked_for_as_themselves(word):
    page = press.a_story("Dee", title=f"The {word.upper()} of it")
    press.a_story("Nell", title="100 axb")

    assert piles(Asked(use="newspapers", words=(word,)))[0] == [page.code]
