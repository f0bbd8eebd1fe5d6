"""The author's own page: they let an answer stand or not, and say whether a promise was kept. One tap each."""

from uuid import uuid4

import pytest
from django.urls import reverse

from consent.domain.stop import stopping
from people import clock, roles
from storybank.answers import writing
from storybank.models import TellerSaid
from tests.factories import people
from tests.storybank.answers.an_answer import a_promise, a_story, an_answer, let
from tests.storybank.desk.walking import at_the_desk_of

pytestmark = pytest.mark.django_db
PAGE = "/my/answers/"


def words(desk):
    return " ".join(desk.get(PAGE).content.decode().split())


def test_an_answer_waits_on_the_desk_until_something_is_said():
    page, author = a_story()
    row, desk = an_answer(page), at_the_desk_of(author)
    landing = desk.get("/my/").content.decode()

    asked = words(desk)
    desk.post(PAGE, {"stand": row.uid})

    assert PAGE in landing
    assert "May it stand beside your story?" in asked
    assert "May it stand beside your story?" not in words(desk)
    assert "It stands beside your story." in words(desk)


def test_it_is_taken_down_in_one_tap():
    page, author = a_story()
    row, desk = an_answer(page), at_the_desk_of(author)
    let(row, author)

    desk.post(PAGE, {"down": row.uid})

    assert TellerSaid.objects.get().said == "no"
    assert "It stands nowhere. You said no." in words(desk)


def test_what_would_say_more_of_them_is_pointed_out():
    page, author = a_story()
    an_answer(page, who="Governor, HMP Gartree")

    assert "HMP Gartree" in words(at_the_desk_of(author)).partition("Look twice.")[2]


def test_a_claim_is_answered_with_one_of_three_buttons():
    page, author = a_story()
    row, desk = a_promise(page), at_the_desk_of(author)
    let(row, author)
    before = words(desk)
    writing.claim(row, on=clock.today(), by=people.a_member_of_staff(roles.COMMS))
    claimed = words(desk)

    desk.post(PAGE, {"not_so": row.uid})

    assert "It is not so" not in before
    assert "It is not so" in claimed
    assert TellerSaid.objects.get(about="happened").said == "no"
    assert "You said: it is not so." in words(desk)


@pytest.mark.parametrize("given", [{}, {"stand": "\x00"}, {"stand": uuid4()}, {"fly": "1"}, {"not_so": ""}])
def test_a_guess_or_an_old_tab_changes_nothing(given):
    page, author = a_story()
    an_answer(page)
    desk = at_the_desk_of(author)

    answer = desk.post(PAGE, given, follow=True)

    assert "That one is not here any more. Nothing was changed." in answer.content.decode()
    assert not TellerSaid.objects.exists()


def test_whoever_told_nothing_finds_nothing_and_changes_nothing():
    page, _author = a_story()
    row = an_answer(page)
    sam = people.a_person("Sam")
    desk = at_the_desk_of(sam)

    desk.post(PAGE, {"stand": row.uid})

    assert "Nobody has answered yet." in words(desk)
    assert PAGE not in desk.get(reverse("home:my")).content.decode()
    assert not TellerSaid.objects.exists()


def test_after_a_stop_nothing_is_asked_and_it_can_still_be_taken_down_for_good():
    page, author = a_story()
    row, desk = an_answer(page), at_the_desk_of(author)
    let(row, author)

    stopping.stop(author)
    stopped = words(desk)
    desk.post(PAGE, {"down": row.uid})

    assert "Your story is not up, so nobody reads this." in stopped
    assert TellerSaid.objects.get().said == "no"


def test_an_answer_is_no_button_of_a_promise():
    page, author = a_story()
    row, desk = an_answer(page), at_the_desk_of(author)

    answer = desk.post(PAGE, {"happened": row.uid}, follow=True)

    assert "Nothing was changed." in answer.content.decode()
    assert not TellerSaid.objects.exists()


def test_as_many_queries_for_three_answers_as_for_one(django_assert_max_num_queries):
    page, author = a_story()
    desk = at_the_desk_of(author)

    def queries():
        with django_assert_max_num_queries(80) as counted:
            desk.get(PAGE)
        return len(counted)

    an_answer(page)
    one = queries()
    an_answer(page, words="Another.")
    an_answer(page, words="A third.")

    assert queries() <= one
