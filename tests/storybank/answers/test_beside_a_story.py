"""An answer stands beside a story only when everybody who told it has let it, and only as far as the story goes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from consent import policy
from consent.domain.care import files
from consent.domain.stop import stopping
from consent.enums import PlaceDetail, Relation
from people import clock
from storybank.answers import checking, counting, deciding, writing
from storybank.answers.gate import where_it_stands
from storybank.answers.showing import NOTHING, what_came
from storybank.models import Answer, Promise, TellerSaid
from tests.factories import people
from tests.storybank.answers.an_answer import OFFICE, THEIRS, a_promise, a_story, an_answer, let

pytestmark = pytest.mark.django_db


def beside(page):
    return came(policy.clearance(page.edition_id, policy.WEBSITE, clock.now()))


def came(cleared):
    return what_came(cleared.file_id, shown=where_it_stands([cleared]))


def test_an_answer_stands_nowhere_before_the_author_has_let_it():
    page, author = a_story()
    row = an_answer(page)
    before = beside(page)

    let(row, author)

    after = beside(page)
    assert before == NOTHING
    assert [(one.who, one.words, one.on) for one in after.answers] == [(OFFICE, THEIRS, row.on)]


def test_everybody_who_told_it_must_let_it_stand():
    page, author = a_story()
    row = an_answer(page)
    other = people.a_person("Kofi")
    let(row, author)
    alone = beside(page)
    cleared = policy.clearance(page.edition_id, policy.WEBSITE, clock.now())

    files.add_appearance(page.file, person=other, relation=Relation.CO_AUTHOR)

    together = came(cleared)
    assert (bool(alone), bool(together)) == (True, False)


def test_taken_down_in_one_act_and_let_stand_again():
    page, author = a_story()
    row = an_answer(page)
    let(row, author)

    deciding.may_stand(row, person=author, yes=False)
    taken = beside(page)
    let(row, author)

    assert (taken, bool(beside(page))) == (NOTHING, True)


def test_whoever_is_not_a_teller_decides_nothing():
    page, _author = a_story()
    row = an_answer(page)

    with pytest.raises(deciding.CannotSay):
        deciding.may_stand(row, person=people.a_person("Sam"), yes=True)

    assert not TellerSaid.objects.exists()


def test_of_a_stopped_story_nothing_is_shown_and_nothing_more_can_be_let_or_written():
    page, author = a_story()
    row = an_answer(page)
    let(row, author)

    stopping.stop(author)

    assert policy.clearance(page.edition_id, policy.WEBSITE, clock.now()) is None
    assert counting.counts() == counting.Counts()
    with pytest.raises(deciding.CannotSay, match="not up"):
        let(row, author)
    with pytest.raises(writing.CannotWrite, match="cannot be read"):
        an_answer(page, words="Another.")


def test_a_story_that_shows_less_takes_the_answer_with_it_until_they_decide_again():
    page, author = a_story()
    row = an_answer(page, who="Governor, HMP Kestlewick")
    let(row, author)
    cleared = policy.clearance(page.edition_id, policy.WEBSITE, clock.now())
    same = came(cleared)

    cleared.place = PlaceDetail.NONE

    assert (bool(same), bool(came(cleared))) == (True, False)


def test_a_staff_member_who_wrote_the_answer_down_does_not_write_down_the_yes():
    page, author = a_story()
    comms = people.a_member_of_staff("comms")
    row = an_answer(page, by=comms)

    with pytest.raises(deciding.CannotSay, match="somebody else"):
        deciding.may_stand(row, person=author, yes=True, how="phone", by=comms)
    deciding.may_stand(row, person=author, yes=False, how="phone", by=comms)
    refused = TellerSaid.objects.get()
    deciding.may_stand(row, person=author, yes=True, how="phone", by=author.supporter)
    checking.check(row.told_us.get(), agrees=True, by=people.a_supporter())

    assert (refused.said, refused.written_by) == ("no", comms)
    assert beside(page).answers
    assert (TellerSaid.objects.get().how, TellerSaid.objects.get().written_by) == ("phone", author.supporter)


def test_the_same_answer_twice_is_one():
    page, _author = a_story()

    first, second = an_answer(page), an_answer(page)

    assert (first, Answer.objects.count()) == (second, 1)


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"words": " \x00 "}, "Write down"),
        ({"who": ""}, "which organisation"),
        ({"words": "a" * 1501}, "too long"),
        ({"who": "a" * 121}, "too long"),
        ({"came_by": "dream"}, "how it came"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_and_nothing_is_kept(given, refused):
    page, _author = a_story()

    with pytest.raises(writing.CannotWrite, match=refused):
        an_answer(page, **given)

    assert not Answer.objects.exists()


def test_a_day_to_come_is_no_day_of_an_answer():
    page, _author = a_story()

    with pytest.raises(writing.CannotWrite, match="still to come"):
        an_answer(page, on=clock.today() + timedelta(days=1))
    with pytest.raises(writing.CannotWrite, match="before they said"):
        a_promise(page, due=clock.today() - timedelta(days=90))

    assert not Answer.objects.exists()
    assert not Promise.objects.exists()


def test_staff_take_a_slip_away_only_until_somebody_has_said_something():
    page, author = a_story()
    slip, told = an_answer(page, words="A slip."), an_answer(page)
    deciding.may_stand(told, person=author, yes=False)

    writing.take_away(slip)
    with pytest.raises(writing.CannotWrite):
        writing.take_away(told)

    assert list(Answer.objects.all()) == [told]


def test_the_database_knows_what_an_answer_may_be_asked():
    page, author = a_story()
    row = an_answer(page)
    word = {"person": author, "said_at": clock.now(), "how": "screen"}

    with pytest.raises(IntegrityError), transaction.atomic():
        TellerSaid.objects.create(answer=row, about="happened", said="yes", **word)
    with pytest.raises(IntegrityError), transaction.atomic():
        TellerSaid.objects.create(about="stand", said="yes", **word)

    TellerSaid.objects.create(answer=row, about="stand", said="yes", **word)
