"""What came back stands only beside what was shown when they let it: the same name, no coarser day, no second form."""

import pytest
from django.test import Client
from django.urls import reverse

from consent.domain.acts.narrowing import Less, narrow
from consent.enums import EditionKind, IdentityLevel, TimeDetail
from consent.models import Clearance
from storybank.answers import counting, mine
from tests.storybank.answers.an_answer import THEIRS, a_promise, a_story, an_answer, let
from tests.storybank.test_other_forms import TEXT, agreed, the_yes_to

pytestmark = pytest.mark.django_db


def shown(page):
    return Client().get(reverse("storybank:story", args=[page.slug])).content.decode()


def test_an_answer_stands_beside_two_forms_that_say_the_same_of_them():
    page, author = a_story(**TEXT)
    easy = agreed(page, EditionKind.EASY_READ)
    let(an_answer(page), author)

    assert [THEIRS in shown(one) for one in (page, easy)] == [True, True]


@pytest.mark.parametrize("terms", [{"identity": IdentityLevel.N2, "name": ""}, {"name": "Delyth"}])
def test_the_same_answer_never_tells_that_two_forms_are_of_one_person(terms):
    page, author = a_story(**TEXT)
    other = agreed(page, EditionKind.EASY_READ, **terms)
    let(an_answer(page), author)

    assert [THEIRS in shown(one) for one in (page, other)] == [True, False]


def test_a_promise_kept_leads_from_the_front_page_to_where_it_stands():
    page, author = a_story(**TEXT)
    agreed(page, EditionKind.EASY_READ, name="Delyth")
    row = a_promise(page)
    let(row, author)

    assert counting.counts().promises == 1


def test_a_day_made_coarser_takes_away_what_was_said_beside_the_finer_one():
    page, author = a_story()
    let(an_answer(page), author)
    before = shown(page)

    narrow(the_yes_to(page), Less(time=TimeDetail.NONE), person=author)

    assert (THEIRS in before, THEIRS in shown(page)) == (True, False)
    assert counting.counts().answers == 0


def test_another_name_since_takes_away_what_may_call_them_by_the_first():
    page, author = a_story()
    let(an_answer(page, words="Dear Dee, the waiting room opens at nine."), author)
    before = shown(page)

    Clearance.objects.filter(edition=page.edition_id).update(slots={"name": "Robin"})

    after = shown(page)
    assert ("Dear Dee" in before, "Dear Dee" in after, "Robin" in after) == (True, False, True)
    assert counting.counts().answers == 0


def test_they_are_asked_again_and_a_yes_lets_it_stand_beside_what_is_shown_now():
    page, author = a_story()
    row = an_answer(page)
    let(row, author)
    told = [one.stand for one in mine.things_of(author)]
    narrow(the_yes_to(page), Less(time=TimeDetail.NONE), person=author)
    assert THEIRS not in shown(page)
    asked = [(one.stand, one.waits) for one in mine.things_of(author)]

    let(row, author)

    assert (told, asked) == (["yes"], [("", True)])
    assert THEIRS in shown(page)
