"""Every place a permission can get to, whoever does whatever, whenever: walked breadth first over the pure step.

A place is what the columns say, as far as it can make a difference, and a moment. From each place every actor tries
every event that there is, in every abstractly different form, and the clock moves on. Nothing is left to luck, and
nothing depends on the verbs that feed the step.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any

from consent.domain.record.projecting import BLANK, apply, facts_in
from consent.domain.record.states import state_of
from consent.enums import PERSONS_OWN, EventKind, Method, State
from consent.models import ConsentEvent

DAY = timedelta(days=1)
BEGIN = datetime(2026, 3, 1, 12, tzinfo=UTC)
COOL = BEGIN + 7 * DAY
MOMENTS = [BEGIN, COOL, BEGIN + 30 * DAY, BEGIN + 100 * DAY, BEGIN + 900 * DAY]
"""Asked; thinking time over; in the middle; after the silence and the shortest end; after every end."""

STAFF_ID = 7


class Actor(Enum):
    """Who may have written an event. A supporter's note of the person's act is the person's act."""

    PERSON = "the person"
    SUPPORTER = "a supporter writing down the person's act"
    STAFF = "staff"
    OBJECTOR = "a guardian or somebody else who objects"
    HOUSE = "the house"
    CLOCK = "the clock"


MARKS: dict[Actor, dict[str, Any]] = {
    Actor.PERSON: {"method": Method.SCREEN},
    Actor.SUPPORTER: {"method": Method.PAPER, "recorded_by_id": STAFF_ID},
    Actor.STAFF: {"method": Method.STAFF, "actor_id": STAFF_ID},
    Actor.OBJECTOR: {"method": Method.PHONE},
    Actor.HOUSE: {"method": Method.SYSTEM},
}
"""How an event shows who wrote it."""

THEIR_OWN = frozenset({Actor.PERSON, Actor.SUPPORTER})
FORMS: dict[EventKind, list[dict[str, Any]]] = {
    EventKind.ASKED: [{"max_uses": None, "replaces": None}, {"max_uses": 1, "replaces": None}],
    EventKind.IMPORTED: [{}],
    EventKind.ANSWERED: [
        {
            "answer": answer,
            "cool_until": COOL.isoformat() if answer == "yes" else None,
            "identity": level,
            "place": 0,
            "time": 0,
            "face": False,
            "voice": level > 0,
            "check_first": named,
            "until_event": ends,
            "shown_sha256": "a" * 64,
        }
        for answer, level, named, ends in [
            ("yes", 1, [], ""),
            ("yes", 0, ["release"], ""),
            ("yes", 0, [], "hearing"),
            ("no", 0, [], ""),
            ("later", 0, [], ""),
        ]
    ],
    EventKind.CONFIRMED: [
        {"valid_until": (BEGIN + days * DAY).isoformat()} for days in (-1, 60, 800, 2_900_000)
    ],
    EventKind.RENEWED: [{"valid_until": (BEGIN + days * DAY).isoformat()} for days in (60, 800, 2_900_000)],
    EventKind.NARROWED: [
        {"identity": 0, "voice": False},
        {"identity": 5, "place": 5, "time": 5, "face": True, "voice": True, "shown_sha256": "b" * 64},
        {"valid_until": (BEGIN + 60 * DAY).isoformat()},
        {"valid_until": (BEGIN + 800 * DAY).isoformat(), "max_uses": 1},
        {"check_first": ["release"], "until_event": "hearing"},
        {"max_uses": 3, "check_first": []},
    ],
    EventKind.TRIGGERED: [{"trigger": "release"}, {"trigger": "hearing"}, {}],
    EventKind.TOLD: [{"trigger": "release"}, {"trigger": "hearing"}, {"trigger": ""}, {}],
}


@dataclass(frozen=True)
class Place:
    """Columns with what cannot matter taken out, and the number of the moment."""

    columns: tuple[Any, ...]
    moment: int

    @property
    def at(self) -> datetime:
        return MOMENTS[self.moment]

    @property
    def said(self) -> dict[str, Any]:
        return dict(zip(BLANK, map(_thawed, self.columns), strict=True))

    @property
    def state(self) -> State:
        return _state(self.columns, self.moment)


@dataclass(frozen=True)
class Step:
    before: Place
    actor: Actor
    kind: EventKind | None
    after: Place


@cache
def _state(columns: tuple[Any, ...], moment: int) -> State:
    said = dict(zip(BLANK, map(_thawed, columns), strict=True))
    return state_of(facts_in(said), MOMENTS[moment])


def _thawed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _place(columns: dict[str, Any], moment: int) -> Place:
    """Two places that no event and no clock can ever tell apart are one; so the walk comes to an end."""
    end, most = columns["valid_until"], columns["max_uses"]
    kept = columns | {
        "asked_at": BEGIN,
        "answered_at": columns["answered_at"] and BEGIN,
        "confirmed_at": columns["confirmed_at"] and COOL,
        "paused_at": columns["paused_at"] and BEGIN,
        "ended_at": columns["ended_at"] and BEGIN,
        "renewed_at": None,
        "valid_until": end and min(end, MOMENTS[-1] + DAY),
        "max_uses": most and min(most, 2),
        "uses": min(columns["uses"], most) if most else 0,
        "shown_sha256": "",
    }
    if kept["ended_why"]:
        kept = BLANK | {name: kept[name] for name in ("asked_at", "ended_at", "ended_why")}
    return Place(tuple(tuple(v) if isinstance(v, list) else v for v in kept.values()), moment)


@cache
def events_at(moment: int) -> list[tuple[Actor, ConsentEvent]]:
    """Everything that anybody could write at this moment, allowed or not."""
    made = []
    for kind in EventKind:
        if kind in (EventKind.ASKED, EventKind.IMPORTED):
            continue  # an ask is a new row; these are where the walk begins
        for data in FORMS.get(kind, [{}]):
            for actor, marks in MARKS.items():
                if actor is Actor.OBJECTOR and kind in PERSONS_OWN:
                    continue  # whose row it is, is for the verbs to ask (`own`): an event cannot tell
                made.append((actor, ConsentEvent(kind=kind, at=MOMENTS[moment], data=data, **marks)))
    return made


def beginnings() -> Iterator[Place]:
    for kind in (EventKind.ASKED, EventKind.IMPORTED):
        for data in FORMS[kind]:
            yield _place(apply(BLANK, ConsentEvent(kind=kind, at=BEGIN, data=data)), 0)


def steps_from(place: Place) -> Iterator[Step]:
    """Every event by everybody, and the clock. What changes nothing is a step too: it stays where it is."""
    said = place.said
    for actor, event in events_at(place.moment):
        yield Step(place, actor, EventKind(event.kind), _place(apply(said, event), place.moment))
    if place.moment + 1 < len(MOMENTS):
        yield Step(place, Actor.CLOCK, None, Place(place.columns, place.moment + 1))


def walk() -> list[Step]:
    """Every step there is."""
    steps: list[Step] = []
    todo = deque(beginnings())
    seen = set(todo)
    while todo:
        for step in steps_from(todo.popleft()):
            steps.append(step)
            if step.after not in seen:
                seen.add(step.after)
                todo.append(step.after)
    return steps
