"""Use now, ring first, no: the whole table, and that nobody's no can be told from another."""

from datetime import date, datetime, timedelta

import pytest

from consent.domain.clearance.finding import Choices, Side, side_of
from consent.enums import State, Trigger
from people import clock
from storybank.finder.piles import ASK_FIRST, NOT_FOR_THIS, UNTIL_EVENT, Pile, judge

NOW = datetime(2026, 3, 14, 17, 55, tzinfo=clock.LONDON)
LONG = NOW + timedelta(days=200)
YES = Choices(Side.YES)


def test_a_yes_that_stands_is_to_be_used_now_without_a_word():
    judged = judge(until=LONG, choices=YES, at=NOW)

    assert (judged.pile, judged.reasons) == (Pile.NOW, ())


@pytest.mark.parametrize(
    ("choices", "until", "day", "reason"),
    [
        (YES, NOW + timedelta(days=13), None, "The yes ends soon: on 27 March 2026."),
        (
            YES,
            NOW + timedelta(days=40),
            date(2026, 6, 1),
            "The yes ends on 23 April 2026, before the day you need it.",
        ),
        (Choices(Side.YES, ask_first=(Trigger.RELEASE,)), LONG, None, ASK_FIRST),
        (Choices(Side.YES, until_event=(Trigger.HEARING,)), LONG, None, UNTIL_EVENT),
        (
            Choices(Side.OPEN),
            None,
            None,
            "They have been asked, and it is not settled. Nothing may go out before it is.",
        ),
    ],
)
def test_one_call_away(choices, until, day, reason):
    judged = judge(until=until, choices=choices, at=NOW, day=day)

    assert (judged.pile, judged.reasons) == (Pile.RING, (reason,))


def test_a_yes_of_fourteen_days_and_more_needs_no_call():
    assert judge(until=NOW + timedelta(days=14), choices=YES, at=NOW).pile is Pile.NOW


def test_which_turn_in_a_life_it_is_is_told_to_nobody():
    said = {
        judge(until=LONG, choices=Choices(Side.YES, ask_first=(trigger,)), at=NOW).reasons
        for trigger in Trigger
    }

    assert said == {(ASK_FIRST,)}


@pytest.mark.parametrize(
    ("side", "reason"),
    [
        (Side.NOTHING, NOT_FOR_THIS),
        (Side.OVER, "The yes is over, or used up. Their supporter can ask again."),
        (Side.YES, "A safety check is due. Nothing may go out before it is done."),
    ],
)
def test_a_no(side, reason):
    judged = judge(until=None, choices=Choices(side), at=NOW)

    assert (judged.pile, judged.reasons) == (Pile.NO, (reason,))


@pytest.mark.parametrize("side", list(Side))
def test_while_something_is_being_looked_at_a_no_says_nothing_else(side):
    assert judge(until=None, choices=Choices(side, held=True), at=NOW).reasons == (NOT_FOR_THIS,)


A_NO_OF_SOME_KIND = [
    State.REFUSED,
    State.DEFERRED,
    State.WITHDRAWN,
    State.PAUSED,
    State.SUPERSEDED,
    State.REVOKED,
    State.INVALIDATED,
    State.UNKNOWN,
]


@pytest.mark.parametrize("state", A_NO_OF_SOME_KIND)
@pytest.mark.parametrize("beside", [(), (State.ACTIVE,), (State.REQUESTED,), (State.COOLING, State.EXPIRED)])
def test_every_kind_of_no_is_the_same_no_and_the_same_as_never_asked(state, beside):
    assert side_of([state, *beside]) is Side.NOTHING
    assert side_of([]) is Side.NOTHING


def test_every_state_has_been_thought_of():
    assert {state for state in State if side_of([state]) is Side.NOTHING} == set(A_NO_OF_SOME_KIND)
    assert side_of([State.ACTIVE]) is Side.YES
    assert side_of([State.REQUESTED]) is side_of([State.COOLING]) is Side.OPEN
    assert side_of([State.EXPIRED]) is Side.OVER
    assert side_of([State.ACTIVE, State.COOLING]) is Side.OPEN
