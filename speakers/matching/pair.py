"""One speaker beside one request at one moment: distance, online or not, and the time from door to door."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from math import asin, ceil, cos, radians, sin, sqrt
from typing import Any

from speakers.matching.facts import Interval, Point, RequestFacts, SpeakerFacts

EARTH_KM = 6371.0
MINUTES_PER_KM = 1.2  # 50 km an hour from door to door


@dataclass(frozen=True)
class Pair:
    speaker: SpeakerFacts
    request: RequestFacts
    at: datetime

    @property
    def online(self) -> bool:
        return self.request.place is None or (self.request.remote_ok and self.speaker.remote)

    @cached_property
    def distance_km(self) -> int | None:
        """Whole kilometres in a straight line, or None when either end is unknown."""
        if self.request.place is None or self.speaker.point is None:
            return None
        return measure_km(self.speaker.point, self.request.place)

    @cached_property
    def door_to_door(self) -> Interval:
        """From leaving home to being home again; online there is no journey."""
        return self.door_to_door_at(self.request.start)

    def door_to_door_at(self, start: datetime) -> Interval:
        length = self.request.end - self.request.start
        if self.online:
            return Interval(start, start + length)
        minutes = 5 * ceil((self.distance_km or 0) * MINUTES_PER_KM / 5)
        away = self.request.travel_padding + timedelta(minutes=minutes)
        return Interval(start - away, start + length + away)

    def free_at(self, start: datetime) -> bool:
        whole = self.door_to_door_at(start)
        taken = (*self.speaker.busy, *self.speaker.blackouts)
        return not any(time.overlaps(whole.start, whole.end) for time in taken)

    def ask(self, **changes: Any) -> "Pair":
        """The same pair had the request been this."""
        return Pair(self.speaker, replace(self.request, **changes), self.at)

    def suppose(self, **changes: Any) -> "Pair":
        """The same pair had these facts of the speaker been so."""
        return Pair(replace(self.speaker, **changes), self.request, self.at)

    def move(self, start: datetime) -> "Pair":
        return self.ask(start=start, end=start + (self.request.end - self.request.start))

    def wait(self, at: datetime) -> "Pair":
        return Pair(self.speaker, self.request, max(at, self.at))


def measure_km(one: Point, other: Point) -> int:
    lat = radians(other.lat - one.lat) / 2
    lon = radians(other.lon - one.lon) / 2
    chord = sin(lat) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(lon) ** 2
    return round(2 * EARTH_KM * asin(sqrt(min(1.0, chord))))
