"""The score: parts add up to it, nobody's fame runs away with it, and each part says what it saw."""

from dataclasses import fields, replace
from datetime import timedelta
from decimal import Decimal
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakers.matching import facts as facts_module
from speakers.matching.facts import Experience, Wish
from speakers.matching.kinds import Kind, Recency, Stance, Whose
from speakers.matching.parts import Pool
from speakers.matching.score import measure_pool, score_pair, total_points
from speakers.matching.weights import WEIGHTS_V1, Weights

from .people import AT, DAY, START, km_north, make_pair, make_request, make_speaker, talk
from .worlds import requests, speakers, unhurried

POOL = Pool(asks=20, days=1800)  # two asks each in 180 days
FORBIDDEN = {
    "how bad it was": ("severity", "harm", "trauma"),
    "the protected list": ("age", "birth", "gender", "sex", "ethnic", "race", "religion", "belief", "disab"),
    "the rest of that list": ("pregnan", "marri", "orient", "trans"),
    "noes and silence": ("decline", "refus", "silence", "expired", "answered"),
    "health": ("health", "medical", "mental"),
    "money": ("benefit", "income", "fee", "pay"),
    "what they were sentenced for": ("offence", "conviction", "crime", "sentence", "charge"),
    "what others thought": ("rating", "journalist", "stars"),
}


def score(pair, run="run-1", pool=POOL):
    return score_pair(pair, run=run, pool=pool, weights=WEIGHTS_V1)


def part(name, speaker=None, request=None, pool=POOL):
    (found,) = [p for p in score(make_pair(speaker, request), pool=pool) if p.name == name]
    return (str(found.value), str(found.points), found.sentence)


@unhurried
@given(speakers(), requests(), st.text(max_size=8), st.integers(0, 99), st.integers(0, 9999))
def test_parts_add_up_exactly_and_stay_within_their_weights(speaker, request, run, asks, days):
    pair = replace(make_pair(), speaker=speaker, request=request)

    parts = score(pair, run=run, pool=Pool(asks, days))

    total = total_points(parts)
    assert total == sum(p.points for p in parts)
    assert Decimal(0) <= total <= Decimal(100)
    assert all(0 <= p.points <= p.weight and 0 <= p.value <= 1 for p in parts)
    assert sum(p.weight for p in parts) == 100
    assert all(abs(p.value * p.weight - p.points) <= Decimal("0.005") for p in parts)


LEAD_WILL = {"visits": Stance.LEAD, "debt": Stance.WILL}
TOLD = (Experience("prison/short-stay", Whose.SELF, Recency.NOW),)
ABOUT_VISITS = "Speaks about prison visits."
OTHERS = "Has told us of other experiences."
FROM_HOME = "Can join from home."
ANYWHERE = {"point": km_north(150), "travel_limit_km": None}
NINE = {"bookings": (talk(AT - 99 * DAY),) * 9}
ROWS = [
    ("topic", {}, {}, ("1.0000", "30.00", ABOUT_VISITS)),
    ("topic", {"stances": LEAD_WILL}, {"topics": ("visits", "debt")},
     ("0.9000", "27.00", "Speaks about prison visits and debt.")),
    ("topic", {"stances": {"visits": Stance.ASK_FIRST}}, {}, ("0.4000", "12.00", ABOUT_VISITS)),
    ("topic", {"stances": {"visits": Stance.ASK_FIRST}}, {"open_questions_live": True},
     ("0.0000", "0.00", "Has not chosen these topics.")),
    ("topic", {"stances": {}}, {}, ("0.0000", "0.00", "Has not chosen these topics.")),
    ("topic", {}, {"topics": ()}, ("1.0000", "30.00", "No topic was asked for.")),
    ("lived", {"experiences": TOLD}, {"nice_to_have": (Wish("prison"),)},
     ("1.0000", "18.00", "Has told us of prison.")),
    ("lived", {"experiences": TOLD}, {"nice_to_have": (Wish("prison", Whose.FAMILY),)},
     ("0.5000", "9.00", "Has told us of prison.")),
    ("lived", {"experiences": TOLD}, {"nice_to_have": (Wish("prison"), Wish("care"))},
     ("0.5000", "9.00", "Has told us of prison.")),
    ("lived", {}, {"nice_to_have": (Wish("prison"),)}, ("0.0000", "0.00", OTHERS)),
    ("turn", {}, {}, ("1.0000", "15.00", "Has never been asked.")),
    ("turn", {"active_since": AT}, {}, ("0.5000", "7.50", "Has never been asked.")),
    ("turn", {"asks": (AT - 74 * DAY,)}, {}, ("1.0000", "15.00", "Has not been asked for 74 days.")),
    ("turn", {"asks": (AT - 74 * DAY, AT - DAY)}, {}, ("0.5000", "7.50", "Has not been asked for 1 day.")),
    ("turn", {"asks": (AT,) * 3}, {}, ("0.0000", "0.00", "Was asked today.")),
    ("turn", {"asks": (AT - 181 * DAY,) * 3}, {}, ("1.0000", "15.00", "Has not been asked for 181 days.")),
    ("practice", {}, {}, ("0.0000", "0.00", "This kind would be a first.")),
    ("practice", {"bookings": (talk(AT - 99 * DAY),)}, {}, ("0.2000", "2.00", "Has done this kind 1 time.")),
    ("practice", NINE, {}, ("0.8000", "8.00", "Has done this kind 9 times.")),
    ("practice", {"bookings": (talk(AT + DAY), talk(AT - 9 * DAY, kind=Kind.MEDIA))}, {},
     ("0.0000", "0.00", "This kind would be a first.")),
    ("ease", {"point": km_north(25)}, {}, ("0.5000", "5.00", "Up to 30 km to travel.")),
    ("ease", {}, {}, ("1.0000", "10.00", "Up to 10 km to travel.")),
    ("ease", {"point": km_north(99)}, {}, ("0.0000", "0.00", "Up to 100 km to travel.")),
    ("ease", ANYWHERE, {}, ("0.5000", "5.00", "Up to 150 km to travel.")),
    ("ease", {"point": km_north(99), "remote": True}, {"remote_ok": True}, ("1.0000", "10.00", FROM_HOME)),
    ("ease", {"point": None}, {}, ("0.0000", "0.00", "We do not know how far it is.")),
    ("freshness", {}, {}, ("1.0000", "7.00", "Would be a new face.")),
    ("freshness", {"bookings": (talk(START - 60 * DAY - timedelta(hours=1)),)}, {},
     ("0.5000", "3.50", "Last talk 60 days before this one.")),
    ("freshness", {"bookings": (talk(START - 300 * DAY),)}, {},
     ("1.0000", "7.00", "Last talk 299 days before this one.")),
    ("growth", {"goals": frozenset({"event"})}, {}, ("1.0000", "7.00", "They want to do more of this.")),
    ("growth", {"goals": frozenset({"talks"})}, {}, ("1.0000", "7.00", "They want to do more of this.")),
    ("growth", {"goals": frozenset({"media"})}, {}, ("0.0000", "0.00", "Not among their own goals.")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "speaker", "request_", "wanted"), ROWS)
def test_each_part_counts_what_it_says(name, speaker, request_, wanted):
    assert part(name, speaker, request_) == wanted


def test_the_lot_is_drawn_by_run_and_speaker_and_by_nothing_else():
    lots = [
        score(make_pair({"uid": uid, "stances": stances}), run=run)[-1].value
        for uid, run, stances in [("a", "1", {}), ("a", "1", LEAD_WILL), ("a", "2", {}), ("b", "1", {})]
    ]

    assert lots[0] == lots[1]
    assert len(set(lots)) == 3


def test_a_pool_counts_the_active_in_half_a_year_only():
    old, new, left = AT - 200 * DAY, AT - 10 * DAY, make_speaker("c", status="left", asks=(AT - DAY,))
    people = [make_speaker("a", asks=(old, new)), make_speaker("b", active_since=new), left]

    assert measure_pool(make_request(), people, at=AT) == Pool(asks=1, days=190)


def test_the_first_weights_are_the_agreed_ones():
    assert Weights("v1", 30, 18, 15, 10, 10, 7, 7, 3) == WEIGHTS_V1


def test_weights_that_do_not_add_up_to_a_hundred_are_refused():
    with pytest.raises(ValueError, match="100"):
        replace(WEIGHTS_V1, topic=31)


def test_no_fact_can_hold_what_must_never_count():
    words = [
        (thing.__name__, word)
        for thing in vars(facts_module).values()
        if isinstance(thing, type) and hasattr(thing, "__dataclass_fields__")
        for name in (field.name for field in fields(thing))
        for word in name.split("_")
    ]

    assert {name for name, _ in words} >= {"SpeakerFacts", "RequestFacts", "Experience", "Booking"}
    assert [w for w in words if w[1].startswith(tuple(chain(*FORBIDDEN.values())))] == []
