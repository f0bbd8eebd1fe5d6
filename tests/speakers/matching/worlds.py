"""Random worlds for Hypothesis: small pools of values, so that rules and people really meet."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from speakers.matching.facts import (
    Access,
    Booking,
    Experience,
    Grant,
    Interval,
    RequestFacts,
    Restriction,
    SpeakerFacts,
    Wish,
)
from speakers.matching.kinds import Identity, Intensity, Kind, Recency, Stance, Status, Whose

from .people import AT, END, START, km_north

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no bug
briefly = settings(unhurried, max_examples=40)

USES = ["talks", "radio", "newspapers"]
TOPICS = ["visits", "debt", "work"]
TAGS = ["prison", "prison/short-stay", "care", "probation"]
ORGANISERS = ["org-1", "org-2"]
OPEN_STANCES = [Stance.LEAD, Stance.WILL, Stance.ASK_FIRST]

identities = st.sampled_from(Identity)
kinds = st.sampled_from(Kind)
moments = st.integers(-200 * 24, 200 * 24).map(lambda hours: START + timedelta(hours=hours))
past_moments = st.integers(0, 200 * 24).map(lambda hours: AT - timedelta(hours=hours))
points = st.none() | st.integers(0, 200).map(km_north)


@st.composite
def intervals(draw):
    start = draw(moments)
    return Interval(start, start + timedelta(minutes=draw(st.integers(1, 4000))))


@st.composite
def bookings(draw):
    start = draw(moments)
    end = start + timedelta(hours=draw(st.integers(1, 8)))
    return Booking(start, end, draw(kinds), draw(st.sampled_from(Intensity)))


def some(values, most=3):
    return st.lists(values, max_size=most).map(tuple)


def some_set(values):
    return st.frozensets(st.sampled_from(values))


def grants():
    return st.builds(
        Grant, moments | st.just(END + timedelta(days=400)), identities, st.booleans(), st.booleans()
    )


experiences = st.builds(
    Experience, st.sampled_from(TAGS), st.sampled_from(Whose), st.none() | st.sampled_from(Recency)
)
wishes = st.builds(
    Wish, st.sampled_from(TAGS), st.none() | st.sampled_from(Whose), st.frozensets(st.sampled_from(Recency))
)
restrictions = st.builds(
    Restriction,
    st.frozensets(kinds),
    st.none() | st.integers(0, 100),
    st.none() | moments,
    st.none() | moments,
    points,
    st.integers(0, 60),
)


@st.composite
def messy_speakers(draw, uid="s"):
    """Anybody: mostly something is in the way. Nothing private."""
    return SpeakerFacts(
        uid=uid,
        status=draw(st.sampled_from(Status)),
        resting_until=draw(st.none() | moments),
        active_since=draw(st.none() | moments),
        consented_uses=draw(st.dictionaries(st.sampled_from(USES), grants())),
        trainings=draw(
            st.dictionaries(st.just("speaking"), st.none() | st.dates(date(2027, 1, 1), date(2028, 1, 1)))
        ),
        stances=draw(st.dictionaries(st.sampled_from(TOPICS), st.sampled_from(OPEN_STANCES))),
        experiences=draw(some(experiences)),
        goals=draw(some_set(["event", "media", "radio"])),
        point=draw(points),
        travel_limit_km=draw(st.none() | st.integers(0, 200)),
        remote=draw(st.booleans()),
        overnight=draw(st.booleans()),
        languages=draw(some_set(["English", "Welsh"])),
        access=draw(some(st.builds(Access, st.sampled_from(["ramp", "captions"]), st.booleans()))),
        busy=draw(some(intervals())),
        blackouts=draw(some(intervals(), most=1)),
        asks=draw(some(past_moments)),
        bookings=draw(some(bookings())),
        max_asks_30d=draw(st.none() | st.integers(0, 3)),
        max_bookings_90d=draw(st.none() | st.integers(0, 3)),
        notice_days=draw(st.dictionaries(kinds, st.integers(0, 90))),
    )


@st.composite
def ready_speakers(draw, uid="s"):
    """Somebody whom no open rule keeps out of an easy request, but whose score may be anything."""
    return replace(
        draw(messy_speakers(uid)),
        status=Status.ACTIVE,
        consented_uses={use: Grant(END + timedelta(days=400), Identity.N5, True, True) for use in USES},
        trainings={"speaking": None},
        remote=True,
        languages=frozenset({"English", "Welsh"}),
        access=(),
        busy=(),
        blackouts=(),
        bookings=draw(st.just(()) | st.just((Booking(AT - timedelta(days=40), AT - timedelta(days=39)),))),
        max_asks_30d=None,
        max_bookings_90d=None,
        notice_days={},
    )


def speakers(uid="s"):
    return ready_speakers(uid) | messy_speakers(uid)


@st.composite
def requests(draw):
    return RequestFacts(
        uid="request-1",
        kind=draw(kinds),
        start=START,
        end=END,
        place=draw(points),
        remote_ok=draw(st.booleans()),
        overnight_offered=draw(st.booleans()),
        topics=draw(st.lists(st.sampled_from(TOPICS), unique=True).map(tuple)),
        open_questions_live=draw(st.booleans()),
        must_have=draw(some(wishes, most=1)),
        nice_to_have=draw(some(wishes)),
        uses=draw(st.lists(st.sampled_from(USES), unique=True, max_size=2).map(tuple)),
        identity=draw(identities),
        face=draw(st.booleans()),
        voice=draw(st.booleans()),
        languages=draw(some_set(["English", "Welsh"])),
        access_offered=draw(some_set(["ramp", "captions"])),
        training=draw(st.sampled_from([(), ("speaking",)])),
        organiser_keys=draw(some_set(ORGANISERS)),
        intensity=draw(st.sampled_from(Intensity)),
    )


@st.composite
def worlds(draw, most=6):
    count = draw(st.integers(1, most))
    return draw(requests()), [draw(speakers(f"speaker-{n}")) for n in range(count)]


@st.composite
def with_private_facts(draw, speaker):
    """The same speaker to anybody who books, with other private facts (perhaps none)."""
    refused = draw(
        some_set([topic for topic in TOPICS if topic not in speaker.stances])
        if len(speaker.stances) < len(TOPICS)
        else st.just(frozenset())
    )
    return replace(
        speaker,
        stances={**speaker.stances, **dict.fromkeys(sorted(refused), Stance.WILL_NOT)},
        blocked_organisers=draw(some_set(ORGANISERS)),
        restrictions=draw(some(restrictions)),
    )
