"""What matching may know about a speaker and a request. What has no field here can never count."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from speakers.matching.kinds import Identity, Intensity, Kind, Recency, Stance, Status, Whose

REUSE_DAYS = {Kind.MEDIA: 90, Kind.EVENT: 14, Kind.MINISTERIAL: 14}


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees. A speaker's point is the middle of a postcode district, never a home."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Interval:
    """From start up to, not including, end: two that touch do not overlap."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        require_order(self.start, self.end)

    def overlaps(self, start: datetime, end: datetime) -> bool:
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Grant:
    """A live yes for one use: how long, how closely named, face and voice or not."""

    until: datetime
    identity: Identity = Identity.N0
    face: bool = False
    voice: bool = False


@dataclass(frozen=True, slots=True)
class Booking:
    """A talk given or agreed. The one being checked again must be left out by the caller."""

    start: datetime
    end: datetime
    kind: Kind = Kind.EVENT
    intensity: Intensity = Intensity.MEDIUM

    def __post_init__(self) -> None:
        require_order(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Experience:
    """Self-declared. Tags form a tree by slashes: "prison/short-stay" is also "prison"."""

    tag: str
    whose: Whose = Whose.SELF
    recency: Recency | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """An experience a request asks for; no `whose` and no `recencies` means any."""

    tag: str
    whose: Whose | None = None
    recencies: frozenset[Recency] = frozenset()

    def names(self, told: Experience) -> bool:
        return told.tag == self.tag or told.tag.startswith(f"{self.tag}/")

    def fits(self, told: Experience) -> bool:
        whose_fits = self.whose is None or told.whose in (self.whose, Whose.BOTH)
        return self.names(told) and whose_fits and (not self.recencies or told.recency in self.recencies)


@dataclass(frozen=True, slots=True)
class Access:
    need: str
    also_online: bool = False


@dataclass(frozen=True, slots=True)
class Restriction:
    """Private. Forbids, or needs approval first (in days); no kinds, dates or place means all of them."""

    kinds: frozenset[Kind] = frozenset()
    approval_days: int | None = None
    start: datetime | None = None
    end: datetime | None = None
    near: Point | None = None
    within_km: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerFacts:
    """One speaker as matching sees them. Every default is the careful one: unknown means not yet."""

    uid: str
    status: Status = Status.PROSPECT
    resting_until: datetime | None = None
    active_since: datetime | None = None
    consented_uses: Mapping[str, Grant] = field(default_factory=dict)
    trainings: Mapping[str, date | None] = field(default_factory=dict)
    stances: Mapping[str, Stance] = field(default_factory=dict)
    experiences: tuple[Experience, ...] = ()
    goals: frozenset[str] = frozenset()
    region: str = ""
    point: Point | None = None
    travel_limit_km: int | None = 0
    remote: bool = False
    overnight: bool = False
    languages: frozenset[str] = frozenset({"English"})
    access: tuple[Access, ...] = ()
    busy: tuple[Interval, ...] = ()
    blackouts: tuple[Interval, ...] = ()
    asks: tuple[datetime, ...] = ()
    bookings: tuple[Booking, ...] = ()
    max_asks_30d: int | None = None
    max_bookings_90d: int | None = None
    min_gap_days: int = 14
    high_gap_days: int = 28
    notice_days: Mapping[Kind, int] = field(default_factory=dict)
    blocked_organisers: frozenset[str] = frozenset()
    restrictions: tuple[Restriction, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """One request. No place means online only; `labels` gives slugs their plain words."""

    uid: str
    kind: Kind
    start: datetime
    end: datetime
    place: Point | None = None
    remote_ok: bool = False
    overnight_offered: bool = False
    topics: tuple[str, ...] = ()
    open_questions_live: bool = False
    must_have: tuple[Wish, ...] = ()
    nice_to_have: tuple[Wish, ...] = ()
    uses: tuple[str, ...] = ()
    identity: Identity = Identity.N0
    face: bool = False
    voice: bool = False
    languages: frozenset[str] = frozenset({"English"})
    interpreter: bool = False
    access_offered: frozenset[str] = frozenset()
    training: tuple[str, ...] = ()
    organiser_keys: frozenset[str] = frozenset()
    intensity: Intensity = Intensity.MEDIUM
    reuse_days: int | None = None
    travel_padding: timedelta = timedelta(minutes=30)
    labels: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require_order(self.start, self.end)

    @property
    def reuse_until(self) -> datetime:
        days = REUSE_DAYS[self.kind] if self.reuse_days is None else self.reuse_days
        return self.end + timedelta(days=days)

    def say(self, slug: str) -> str:
        return self.labels.get(slug) or slug.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ")


def require_order(start: datetime, end: datetime) -> None:
    """Refuse a time without a zone, or an end that is not after its start, before it can mislead a rule."""
    if start.tzinfo is None or end.tzinfo is None:
        raise ValueError("Matching needs times with a time zone.")
    if end <= start:
        raise ValueError("The end must come after the start.")
