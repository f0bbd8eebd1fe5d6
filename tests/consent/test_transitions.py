"""The whole state table, proved by walking every place and every step there is (`the_walk`)."""

import re
from collections import deque
from pathlib import Path

import pytest

from consent.domain.record.projecting import LEVELS
from consent.domain.record.states import FINAL, LONGEST, OVER, USABLE
from consent.enums import EventKind, State
from tests.consent.the_walk import BEGIN, THEIR_OWN, Actor, Place, Step, beginnings, steps_from, walk

README = Path(__file__).parents[2] / "consent" / "README.md"
ENDED = OVER - {State.REFUSED}
CLOCK_MAY = {
    (State.COOLING, State.DEFERRED),
    (State.ACTIVE, State.EXPIRED),
    (State.PAUSED, State.EXPIRED),
}


@pytest.fixture(scope="module")
def steps() -> list[Step]:
    return walk()


def moves(steps) -> set[tuple[State, State]]:
    return {(step.before.state, step.after.state) for step in steps if step.before.state != step.after.state}


def breadth(place: Place) -> tuple[float, ...]:
    """How much may be done now; every number may only fall where somebody else acts. Nothing, where not usable."""
    said = place.said
    if place.state not in USABLE:
        return (0,) * (len(LEVELS) + 5)
    end = said["valid_until"].timestamp()
    left = said["max_uses"] - said["uses"] if said["max_uses"] is not None else float("inf")
    levels = [float(said[name]) for name in LEVELS]
    unasked = -len(said["check_first"]), -bool(said["until_event"])
    return (1, *levels, end, left, *(100 + one for one in unasked))


def widens(step: Step) -> bool:
    return any(now > was for was, now in zip(breadth(step.before), breadth(step.after), strict=True))


def test_every_state_is_reached(steps):
    assert {step.after.state for step in steps} | {place.state for place in beginnings()} == set(State)


def test_only_the_persons_own_act_reaches_a_yes(steps):
    into = [s for s in steps if s.before.state not in USABLE and s.after.state in USABLE]

    assert {(step.actor, step.kind) for step in into} == {
        (actor, kind) for actor in THEIR_OWN for kind in (EventKind.CONFIRMED, EventKind.RESUMED)
    }


def test_two_acts_of_the_person_lie_between_asking_and_use():
    """The shortest way by number of the person's acts; everybody else's acts and the clock cost nothing."""
    acts = dict.fromkeys(beginnings(), 0)
    todo = deque(acts)
    while todo:
        place = todo.popleft()
        for step in steps_from(place):
            cost = acts[place] + (step.actor in THEIR_OWN)
            if cost < acts.get(step.after, 99):
                acts[step.after] = cost
                (todo.append if step.actor in THEIR_OWN else todo.appendleft)(step.after)

    assert min(cost for place, cost in acts.items() if place.state in USABLE) == 2
    assert {place.state for place, cost in acts.items() if cost == 0} & USABLE == set()


def test_without_the_person_nobody_gets_to_a_yes_from_anywhere_else(steps):
    """All the others together, in any order, for any time."""
    graph: dict[Place, set[Place]] = {}
    for step in steps:
        if step.actor not in THEIR_OWN:
            graph.setdefault(step.before, set()).add(step.after)
    todo = [place for place in graph if place.state not in USABLE]
    reached = set(todo)
    while todo:
        for after in graph.get(todo.pop(), set()) - reached:
            reached.add(after)
            todo.append(after)

    assert reached
    assert {place.state for place in reached} == set(State) - USABLE


def test_a_stop_is_one_step_from_every_state_after_asking(steps):
    stopped = {
        (step.before.state, step.actor, step.after.state)
        for step in steps
        if step.kind is EventKind.STOPPED and step.before.state not in OVER
    }

    assert stopped == {
        (state, actor, State.WITHDRAWN) for state in set(State) - OVER for actor in set(Actor) - {Actor.CLOCK}
    }


def test_staff_the_house_objectors_and_the_clock_never_widen(steps):
    others = [step for step in steps if step.actor not in THEIR_OWN]

    assert {step.actor for step in others} == set(Actor) - THEIR_OWN
    assert [step for step in others if widens(step)] == []
    assert any(widens(step) for step in steps)


def test_the_person_widens_by_nothing_but_a_second_yes_waking_and_renewing(steps):
    assert {step.kind for step in steps if widens(step)} == {
        EventKind.CONFIRMED,
        EventKind.RESUMED,
        EventKind.RENEWED,
    }


def test_narrowing_narrows_and_never_wakes_or_ends_thinking_time(steps):
    narrowed = [step for step in steps if step.kind is EventKind.NARROWED]

    assert {step.before != step.after for step in narrowed} == {True, False}
    assert {
        (step.before.state, step.after.state) for step in narrowed if step.before.state != step.after.state
    } == {(State.ACTIVE, State.EXPIRED), (State.PAUSED, State.EXPIRED)}


def test_the_clock_alone_only_narrows(steps):
    assert moves(step for step in steps if step.actor is Actor.CLOCK) == CLOCK_MAY


def test_nothing_leads_out_of_what_is_over(steps):
    out = {(step.before.state, step.after.state) for step in steps if step.before.state in OVER}

    assert {before for before, _ in out} == OVER
    assert {after for _, after in out} <= OVER


def test_what_an_act_has_ended_is_never_touched_again(steps):
    ended = [step for step in steps if step.before.said["ended_why"]]

    assert {step.before.state for step in ended} == ENDED
    assert all(step.before.columns == step.after.columns for step in ended)


def test_a_no_stays_a_no_whoever_does_what(steps):
    assert {step.after.state for step in steps if step.before.state is State.REFUSED} == {State.REFUSED}


def test_of_what_is_over_only_what_has_run_out_can_still_be_stopped(steps):
    assert moves(step for step in steps if step.before.state in FINAL) == set()
    assert {State.EXPIRED} == OVER - FINAL


def test_what_comes_from_older_records_can_only_end(steps):
    assert {step.after.state for step in steps if step.before.state is State.UNKNOWN} == {
        State.UNKNOWN,
        State.WITHDRAWN,
        State.SUPERSEDED,
        State.INVALIDATED,
        State.REVOKED,
    }


def test_no_yes_reaches_further_than_five_years_whatever_was_written(steps):
    ends = [step.after.said["valid_until"] for step in steps if step.after.state in USABLE]

    assert max(ends) <= max(step.after.at for step in steps) + LONGEST
    assert max(ends).year < 2100
    assert min(ends) > BEGIN


def drawn() -> set[tuple[State, State]]:
    """The arrows of the README's picture; one that leaves a box leaves every state in it."""
    picture = README.read_text().split("```mermaid")[1].split("```")[0]
    inside: dict[str, list[str]] = {}
    for name, body in re.findall(r"state (\w+) \{(.*?)\}", picture, re.DOTALL):
        inside[name] = re.findall(r"\w+", body)
    arrows = re.findall(r"^\s*(\w+) --> (\w+)", picture, re.MULTILINE)
    return {(State(one), State(after)) for before, after in arrows for one in inside.get(before, [before])}


def test_the_readme_draws_every_move_that_there_is_and_no_other(steps):
    assert drawn() == moves(steps)


def test_the_readme_names_every_state():
    text = README.read_text()

    assert [state.value for state in State if f"*{state.value}*" not in text] == []
