"""Every combination of facts and every event, one by one: the space is finite, so nothing is left to luck."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from typing import Any

import pytest

from consent.domain.record.projecting import BLANK, apply
from consent.domain.record.states import SILENCE, USABLE, Facts, ready_to_confirm, state_of
from consent.enums import EndedWhy, EventKind, State
from consent.models import ConsentEvent

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TICK = timedelta(seconds=1)
DAY = timedelta(days=1)
COOLED = NOW - 7 * DAY
MOMENTS = [
    NOW - 400 * DAY,
    NOW - 8 * DAY,
    COOLED - TICK,
    COOLED,
    NOW - TICK,
    NOW,
    NOW + SILENCE,
    NOW + 400 * DAY,
]

SPACE = {
    "legacy": [False, True],
    "answer": ["", "yes", "no", "later"],
    "cool_until": [None, NOW - SILENCE - TICK, NOW - SILENCE, COOLED, NOW, NOW + DAY],
    "confirmed_at": [None, COOLED - TICK, COOLED, NOW],
    "paused_at": [None, NOW - TICK],
    "ended_why": ["", *EndedWhy.values],
    "valid_until": [None, NOW - TICK, NOW, NOW + TICK],
    "max_uses": [None, 1],
    "uses": [0, 1],
}
ALL_FACTS = [
    Facts(asked_at=NOW - 30 * DAY, **dict(zip(SPACE, values, strict=True)))
    for values in product(*SPACE.values())
]
FROM_THE_PERSON = frozenset(
    {
        EventKind.ANSWERED,
        EventKind.CONFIRMED,
        EventKind.PAUSED,
        EventKind.RESUMED,
        EventKind.NARROWED,
        EventKind.RENEWED,
        EventKind.STOPPED,
    }
)
BEGINNINGS = (EventKind.ASKED, EventKind.IMPORTED)
ACTS = [kind for kind in EventKind if kind not in BEGINNINGS]


def event(kind: EventKind, at: datetime = NOW, **data: Any) -> ConsentEvent:
    """An event as the ledger would write it, with the data that its kind carries."""
    given = {
        EventKind.ASKED: {"max_uses": None},
        EventKind.ANSWERED: {
            "answer": "yes",
            "cool_until": COOLED.isoformat(),
            "identity": 3,
            "face": False,
            "voice": False,
            "shown_sha256": "a" * 64,
        },
        EventKind.CONFIRMED: {"valid_until": (NOW + 365 * DAY).isoformat()},
        EventKind.RENEWED: {"valid_until": (NOW + 700 * DAY).isoformat()},
    }.get(kind, {})
    return ConsentEvent(kind=kind, at=at, data=given | data)


def variants(kind: EventKind) -> Iterator[ConsentEvent]:
    """Every abstractly different event of a kind."""
    if kind is EventKind.ASKED:
        yield from (event(kind, max_uses=most) for most in (None, 1))
    elif kind is EventKind.ANSWERED:
        for answer in ("yes", "no", "later"):
            for cool in (COOLED, NOW + DAY):
                yield event(kind, answer=answer, cool_until=cool.isoformat() if answer == "yes" else None)
    elif kind is EventKind.CONFIRMED:
        yield from (event(kind, valid_until=end.isoformat()) for end in (NOW - TICK, NOW + 365 * DAY))
    else:
        yield event(kind)


def facts(columns: dict[str, Any]) -> Facts:
    return Facts(**{name: columns[name] for name in Facts.__dataclass_fields__})


def every_history() -> list[tuple[dict[str, Any], frozenset[EventKind]]]:
    """All columns that any sequence of events whatever can lead to, with the kinds seen on the way.

    Legal or not: the projection itself must hold, not only the verbs that feed it.
    """
    seen: dict[tuple[Any, ...], tuple[dict[str, Any], frozenset[EventKind]]] = {}
    todo = [(apply(BLANK, first), frozenset({kind})) for kind in BEGINNINGS for first in variants(kind)]
    while todo:
        columns, kinds = todo.pop()
        key = (
            *(str(columns[name]) for name in sorted(columns)),
            kinds & {EventKind.ANSWERED, EventKind.CONFIRMED},
        )
        if key in seen or columns["uses"] > 2:  # more uses than two add no new case
            continue
        seen[key] = (columns, kinds)
        todo += [(apply(columns, act), kinds | {kind}) for kind in ACTS for act in variants(kind)]
    return list(seen.values())


HISTORIES = every_history()


def test_the_space_is_whole():
    reached = {state_of(item, NOW) for item in ALL_FACTS}
    replayed = {state_of(facts(columns), moment) for columns, _ in HISTORIES for moment in MOMENTS}

    assert len(ALL_FACTS) == 36_864
    assert reached == set(State)
    assert replayed == set(State)


def test_a_state_is_usable_only_with_two_yeses_thinking_time_between_and_an_end_ahead():
    usable = [item for item in ALL_FACTS if state_of(item, NOW) in USABLE]

    expected = [
        item
        for item in ALL_FACTS
        if not item.legacy
        and item.answer == "yes"
        and item.cool_until is not None
        and item.confirmed_at is not None
        and item.confirmed_at >= item.cool_until
        and item.paused_at is None
        and item.ended_why == ""
        and item.valid_until is not None
        and item.valid_until > NOW
        and not (item.max_uses == 1 and item.uses == 1)
    ]
    assert usable == expected
    assert usable


def test_what_comes_from_older_records_is_never_usable():
    legacy = [item for item in ALL_FACTS if item.legacy]

    assert {state_of(item, NOW) for item in legacy if not item.ended_why} == {State.UNKNOWN}
    assert not {state_of(item, NOW) for item in legacy} & USABLE


def test_the_clock_only_narrows():
    moved = {
        (state_of(item, before), state_of(item, after))
        for item in ALL_FACTS
        for before, after in pairwise(MOMENTS)
        if state_of(item, before) is not state_of(item, after)
    }

    assert moved == {
        (State.COOLING, State.DEFERRED),
        (State.ACTIVE, State.EXPIRED),
        (State.PAUSED, State.EXPIRED),
    }


def test_silence_after_thinking_time_becomes_not_now_to_the_second():
    given = Facts(asked_at=NOW - 9 * DAY, answer="yes", cool_until=NOW)

    assert [state_of(given, NOW + SILENCE - TICK), state_of(given, NOW + SILENCE)] == [
        State.COOLING,
        State.DEFERRED,
    ]
    assert [ready_to_confirm(given, moment) for moment in (NOW - TICK, NOW, NOW + SILENCE)] == [
        False,
        True,
        False,
    ]


def test_the_second_yes_is_open_in_thinking_time_that_is_over_and_nowhere_else():
    open_now = [item for item in ALL_FACTS if ready_to_confirm(item, NOW)]

    assert {state_of(item, NOW) for item in open_now} == {State.COOLING}
    assert {item.cool_until for item in open_now} == {COOLED, NOW}


def test_of_all_events_only_the_persons_own_lead_to_a_yes():
    roads = {
        kind
        for columns, _ in HISTORIES
        for kind in ACTS
        for act in variants(kind)
        for moment in MOMENTS
        if state_of(facts(columns), moment) not in USABLE
        and state_of(facts(apply(columns, act)), moment) in USABLE
    }

    assert roads == {EventKind.CONFIRMED, EventKind.RESUMED, EventKind.RENEWED}
    assert roads <= FROM_THE_PERSON


def test_between_asking_and_use_lie_two_acts_in_every_history():
    acts = [
        kinds & {EventKind.ANSWERED, EventKind.CONFIRMED}
        for columns, kinds in HISTORIES
        if any(state_of(facts(columns), moment) in USABLE for moment in MOMENTS)
    ]

    assert set(acts) == {frozenset({EventKind.ANSWERED, EventKind.CONFIRMED})}


def test_no_single_event_goes_from_asked_to_use():
    asked = [columns for columns, _ in HISTORIES if state_of(facts(columns), NOW) is State.REQUESTED]

    after = {
        state_of(facts(apply(one, act)), NOW) for one in asked for kind in ACTS for act in variants(kind)
    }

    assert asked
    assert not after & USABLE


@pytest.mark.parametrize("kind", [EventKind.HELD, EventKind.RELEASED, EventKind.REVIEWED, EventKind.FROZEN])
def test_what_staff_write_changes_no_persons_choice(kind):
    assert {
        key
        for columns, _ in HISTORIES
        for key, value in apply(columns, event(kind)).items()
        if value != columns[key]
    } == set()


def test_a_choice_of_its_own_moment_is_read_from_the_event_and_not_from_the_clock():
    columns = apply(BLANK, event(EventKind.ASKED, NOW - 9 * DAY))
    columns = apply(columns, event(EventKind.ANSWERED, NOW - 8 * DAY))
    columns = apply(columns, event(EventKind.CONFIRMED, NOW))

    assert replace(facts(columns), uses=0) == Facts(
        asked_at=NOW - 9 * DAY,
        answer="yes",
        answered_at=NOW - 8 * DAY,
        cool_until=COOLED,
        confirmed_at=NOW,
        valid_until=NOW + 365 * DAY,
    )
