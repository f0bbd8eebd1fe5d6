"""One history by hand through the same model: less, more, so often, longer, a turn in life, and our own ends."""

from datetime import timedelta

import pytest

from consent.enums import Answer, Trigger
from tests.consent.remembered import THINKING
from tests.consent.test_state_machine import Histories

pytestmark = pytest.mark.django_db


@pytest.fixture
def history():
    """Two people have agreed to the website. After each step everything is compared, as in the random ones."""
    told = Histories()
    told.begin(two=True, agreed=True)
    yield told
    told.teardown()


def holds(history):
    history.the_gate_is_open_for_exactly_what_everyone_said_twice()
    history.every_reason_is_given_when_the_gate_is_closed()
    history.the_audit_finds_nothing()
    history.anyone_can_stop_in_one_step_and_it_is_dark_at_once()


def do(history, *steps):
    for verb, *given in steps:
        getattr(history, verb)(*given)
        holds(history)


def test_more_stands_beside_less_until_its_second_yes(history):
    do(history, ("ask_for_more", 0), ("answer_to_more", 0, Answer.YES), ("confirm_too_early", 0))
    beside = history.choices[0, 0, "website"].level
    do(history, ("time_passes", THINKING), ("confirm", 0, None))

    assert (beside, history.choices[0, 0, "website"].level, history.wider) == (2, 4, {})


@pytest.mark.parametrize("answer", [Answer.NO, Answer.LATER])
def test_a_no_to_more_leaves_the_yes_as_it_is(history, answer):
    do(history, ("ask_for_more", 0), ("ask_for_more", 0), ("answer_to_more", 0, answer), ("show_no_name", 0))

    assert (history.rows, history.wider) == ({(0, "website")}, {})


def test_more_goes_on_by_itself_when_the_yes_it_stood_beside_did_not_count(history):
    do(history, ("ask_for_more", 0), ("it_did_not_count", 0))
    open_between = set(history.rows)
    do(history, ("answer", 0, Answer.YES), ("time_passes", THINKING), ("confirm", 0, "website"))

    assert (open_between, history.rows) == (set(), {(0, "website")})


def test_the_last_time_closes_the_gate_and_more_than_agreed_is_never_taken(history):
    do(history, ("only_so_often", 0, 3), ("it_is_used", 0, "website"), ("it_is_used", 0, "website"))
    do(history, ("only_so_often", 0, 1), ("it_is_used", 0, "website"))

    assert history.rows == set()
    assert history.choices[0, 0, "website"].used == 2


def test_what_was_made_less_is_longer_only_as_it_is(history):
    do(history, ("only_so_often", 0, 2), ("end_it_sooner", 0), ("time_passes", timedelta(days=20)))
    do(history, ("renew_near_its_end", 0, False), ("it_is_used", 0, "website"), ("it_is_used", 0, "website"))

    assert history.choices[0, 0, "website"].renewed is not None
    assert history.rows == set()


@pytest.mark.parametrize(
    "end", [("stop", 0, ""), ("we_no_longer_rely_on_it", ""), ("the_use_means_something_else", "website")]
)
def test_every_end_takes_what_was_asked_beside_it_too(history, end):
    do(history, ("ask_for_more", 0), ("answer_to_more", 0, Answer.YES), end, ("time_passes", THINKING))
    do(history, ("confirm", 0, None))

    assert (history.rows, history.wider) == (set(), {})


def test_a_turn_in_life_rests_what_stands_and_more_can_still_be_confirmed(history):
    do(history, ("ask", 0, "newsletter"))
    for number, (_, _, u) in enumerate(sorted(history.choices)):
        if u == "newsletter":
            do(history, ("answer", number, Answer.YES, 3, Trigger.RELEASE, ""))
    do(history, ("time_passes", THINKING), ("confirm", 0, None), ("confirm", 1, None))
    do(history, ("ask_for_more", 0), ("a_turn_in_life", 0, Trigger.RELEASE))

    assert history.choices[0, 0, "newsletter"].resting
    assert history.rows == {(0, "website")}
