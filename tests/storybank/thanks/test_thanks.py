"""Thanks are said before the ask, the same for a yes and a no, and nobody can set them once an answer is known."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from consent.domain.acts.starting_again import PEACE
from consent.domain.care import files
from consent.domain.stop import stopping
from consent.enums import Answer, Basis, Relation
from people import clock
from storybank.models import StoryPage, ThanksGiven
from storybank.thanks import giving, promising
from tests.factories import people, stories
from tests.factories.consent import comes_to_us

pytestmark = pytest.mark.django_db


@pytest.fixture
def supporter():
    return people.a_supporter()


def test_what_is_said_before_the_ask_is_theirs_whatever_they_answer(supporter):
    for answer in (Answer.YES, Answer.NO, Answer.LATER):
        page = stories.a_shared_story(stories.an_author())
        promising.promise(page.file_id, kind="voucher", pence=2000, by=supporter)
        assert giving.due_in(page.file_id) == []
        stories.asked(page, "website")
        stories.answered(page, yes=answer)

        (due,) = giving.due_in(page.file_id)

        assert (due.thanks.amount, due.open) == ("£20", True)
        line = giving.give(due.thanks, person=due.person, by=supporter, advice_said=True)
        assert line.given_at is not None


def test_nobody_can_set_raise_or_take_back_thanks_while_an_answer_is_to_come(supporter):
    page = stories.a_frozen_story(stories.an_author())

    for act in (
        lambda: promising.promise(page.file_id, kind="voucher", pence=100, by=supporter),
        lambda: promising.take_back(page.file_id),
    ):
        with pytest.raises(promising.TooLate, match="has been asked"):
            act()
    stories.answered(page)
    with pytest.raises(promising.TooLate):
        promising.promise(page.file_id, kind="voucher", pence=100, by=supporter)


def test_set_after_an_answer_it_is_for_the_next_ask_and_for_nobody_before(supporter):
    page = stories.a_shared_story(stories.an_author())
    promising.promise(page.file_id, kind="voucher", pence=1000, by=supporter)
    stories.asked(page, "website")
    stories.answered(page, yes=Answer.NO)

    with clock.at(clock.now() + PEACE):
        promising.promise(page.file_id, kind="payment", pence=5000, by=supporter)

    assert [one.thanks.amount for one in giving.due_in(page.file_id)] == ["£10"]
    page = stories.edited(StoryPage.objects.get(pk=page.pk), body=["Other words."])
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision)
    comes_to_us(page.file)
    stories.asked(StoryPage.objects.get(pk=page.pk), "website")
    assert [one.thanks.amount for one in giving.due_in(page.file_id)] == ["£10", "£50"]


@pytest.mark.parametrize("said", [Answer.YES, Answer.NO, Answer.LATER, "stop"])
def test_for_thirty_days_after_any_answer_no_more_is_promised_than_before(supporter, said):
    page = stories.a_shared_story(stories.an_author())
    begun = clock.now()
    with clock.at(begun - stories.LONG_AGO):
        promising.promise(page.file_id, kind="voucher", pence=1000, by=supporter)
        stories.asked(page, "website")
        if said == Answer.YES:
            stories.answered(page)
    if said == Answer.YES:
        stories.confirmed(page)
    elif said == "stop":
        stopping.stop(files.author_of(page.file_id))
    else:
        stories.answered(page, yes=said)

    with pytest.raises(promising.TooLate, match="at most as much as was said before: £10") as told:
        promising.promise(page.file_id, kind="payment", pence=1001, by=supporter)
    promising.promise(page.file_id, kind="payment", pence=1000, by=supporter)
    with pytest.raises(promising.TooLate, match="£10"):
        promising.promise(page.file_id, kind="payment", pence=5000, by=supporter)
    with clock.at(clock.now() + PEACE):
        promising.promise(page.file_id, kind="payment", pence=5000, by=supporter)

    assert "whatever they answered" in str(told.value)
    assert promising.next_promise(page.file_id).pence == 5000


def test_where_nothing_was_said_before_nothing_is_promised_after_a_not_now(supporter):
    page = stories.a_frozen_story(stories.an_author())
    stories.answered(page, yes=Answer.LATER)

    with pytest.raises(promising.TooLate, match="at most nothing, as before"):
        promising.promise(page.file_id, kind="voucher", pence=100, by=supporter)
    with clock.at(clock.now() + PEACE):
        assert promising.promise(page.file_id, kind="voucher", pence=100, by=supporter).pence == 100


def test_until_they_are_asked_it_may_change_or_go(supporter):
    page = stories.a_shared_story(stories.an_author())

    promising.promise(page.file_id, kind="voucher", pence=1000, by=supporter)
    promising.promise(page.file_id, kind="payment", pence=1250, by=supporter)
    assert promising.next_promise(page.file_id).amount == "£12.50"
    promising.take_back(page.file_id)

    assert promising.next_promise(page.file_id) is None


def test_everybody_in_it_is_told_the_same(supporter):
    page = stories.a_shared_story(stories.an_author())
    other = people.a_person("Tomos")
    files.add_appearance(page.file, person=other, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    promising.promise(page.file_id, kind="voucher", pence=1500, by=supporter)

    stories.asked(StoryPage.objects.get(pk=page.pk), "website")

    due = giving.due_in(page.file_id)
    assert {one.person.called: one.thanks.amount for one in due} == {"Dee": "£15", "Tomos": "£15"}


def test_no_thank_you_can_be_said_and_taken_back_until_it_was_given(supporter):
    page = stories.a_shared_story(stories.an_author())
    promising.promise(page.file_id, kind="voucher", pence=1000, by=supporter)
    stories.asked(page, "website")
    (due,) = giving.due_in(page.file_id)

    giving.decline(due.thanks, person=due.person)
    with pytest.raises(giving.CannotGive, match="no thank you"):
        giving.give(due.thanks, person=due.person, by=supporter, advice_said=True)
    giving.take_after_all(due.thanks, person=due.person)
    giving.give(due.thanks, person=due.person, by=supporter, advice_said=True)

    with pytest.raises(giving.CannotGive, match="have it already"):
        giving.decline(due.thanks, person=due.person)
    given = ThanksGiven.objects.get()
    assert giving.give(due.thanks, person=due.person, by=supporter).given_at == given.given_at


def test_before_the_first_the_sentence_about_benefits_is_said_and_then_not_again(supporter):
    page = stories.a_shared_story(stories.an_author())
    promising.promise(page.file_id, kind="voucher", pence=1000, by=supporter)
    stories.asked(page, "website")
    (due,) = giving.due_in(page.file_id)

    with pytest.raises(giving.CannotGive, match="benefits"):
        giving.give(due.thanks, person=due.person, by=supporter)
    giving.give(due.thanks, person=due.person, by=supporter, advice_said=True)

    assert giving.advice_needed(due.person) is False


def test_whoever_was_not_asked_gets_nothing(supporter):
    page = stories.a_shared_story(stories.an_author())
    thanks = promising.promise(page.file_id, kind="voucher", pence=1000, by=supporter)

    with pytest.raises(giving.CannotGive, match="not been asked"):
        giving.give(thanks, person=people.a_person("Ira"), by=supporter, advice_said=True)

    assert ThanksGiven.objects.count() == 0


@pytest.mark.parametrize(
    ("kind", "pence"), [("gold", 100), ("voucher", 0), ("voucher", -1), ("payment", 50_001)]
)
def test_what_is_no_thanks_is_refused(supporter, kind, pence):
    page = stories.a_shared_story(stories.an_author())

    with pytest.raises(promising.NotThanks):
        promising.promise(page.file_id, kind=kind, pence=pence, by=supporter)


def test_the_database_refuses_given_and_declined_at_once(supporter):
    page = stories.a_shared_story(stories.an_author())
    thanks = promising.promise(page.file_id, kind="voucher", pence=1000, by=supporter)
    now = clock.now()

    with pytest.raises(IntegrityError), transaction.atomic():
        ThanksGiven.objects.create(
            thanks=thanks, person=people.a_person("Ira"), declined_at=now, given_at=now
        )


ANSWERS = st.sampled_from([Answer.YES, Answer.NO, Answer.LATER, None, "stop"])


class ThanksNeverDependOnTheAnswer(TestCase):
    """Two worlds that differ only in what was answered: what is due, and what may be done, is the same."""

    @settings(max_examples=12, deadline=None)
    @given(
        pence=st.integers(1, 50_000),
        first=ANSWERS,
        second=ANSWERS,
        acts=st.lists(st.sampled_from("gdt"), max_size=3),
    )
    def test_whatever_is_answered(self, pence, first, second, acts):
        by = people.a_supporter()

        assert _world(pence, first, acts, by) == _world(pence, second, acts, by)


def _world(pence, answer, acts, by):
    page = stories.a_shared_story(people.a_person("Dee", channel="letter"))
    promising.promise(page.file_id, kind="voucher", pence=pence, by=by)
    stories.asked(page, "website")
    if answer == "stop":
        stopping.stop(files.author_of(page.file_id))
    elif answer is not None:
        stories.answered(page, yes=answer)
    (due,) = giving.due_in(page.file_id)
    told = []
    for act in acts:
        try:
            if act == "g":
                giving.give(due.thanks, person=due.person, by=by, advice_said=True)
            elif act == "d":
                giving.decline(due.thanks, person=due.person)
            else:
                giving.take_after_all(due.thanks, person=due.person)
        except giving.CannotGive as refused:
            told.append(str(refused))
    (after,) = giving.due_in(page.file_id)
    return after.thanks.pence, after.given, after.declined, told
