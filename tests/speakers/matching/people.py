"""A speaker nothing keeps out, a request anybody could wish for, and the moment of the run."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from speakers.matching.facts import Booking, Grant, Interval, Point, RequestFacts, SpeakerFacts
from speakers.matching.kinds import Identity, Intensity, Kind, Stance, Status
from speakers.matching.pair import Pair
from speakers.matching.rules import find_blockers

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
START = datetime(2027, 5, 10, 10, 0, tzinfo=UTC)
END = START + timedelta(hours=2)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
TOWN = Point(53.0, -2.0)
SECOND = timedelta(seconds=1)


def km_north(km: float) -> Point:
    return Point(TOWN.lat + km / 111.195, TOWN.lon)


def make_speaker(uid: str = "maria", **facts: Any) -> SpeakerFacts:
    ready: dict[str, Any] = {
        "status": Status.ACTIVE,
        "consented_uses": {"talks": Grant(END + 365 * DAY, Identity.N4, face=True, voice=True)},
        "trainings": {"speaking": date(2028, 1, 1)},
        "stances": {"visits": Stance.LEAD},
        "point": TOWN,
        "travel_limit_km": 50,
    }
    return SpeakerFacts(uid=uid, **{**ready, **facts})


def make_request(**facts: Any) -> RequestFacts:
    plain: dict[str, Any] = {
        "uid": "request-1",
        "kind": Kind.EVENT,
        "start": START,
        "end": END,
        "place": TOWN,
        "topics": ("visits",),
        "uses": ("talks",),
        "identity": Identity.N4,
        "training": ("speaking",),
        "organiser_keys": frozenset({"org-1"}),
        "labels": {"talks": "talks at events", "visits": "prison visits", "speaking": "speaking safely"},
    }
    return RequestFacts(**{**plain, **facts})


def make_pair(speaker: dict[str, Any] | None = None, request: dict[str, Any] | None = None) -> Pair:
    return Pair(make_speaker(**(speaker or {})), make_request(**(request or {})), AT)


def codes(pair: Pair) -> list[str]:
    return [blocker.code for blocker in find_blockers(pair)]


def busy(start: datetime, end: datetime) -> tuple[Interval, ...]:
    return (Interval(start, end),)


def talk(start: datetime, *, intensity: Intensity = Intensity.MEDIUM, kind: Kind = Kind.EVENT) -> Booking:
    return Booking(start, start + HOUR, kind, intensity)
