"""A score from 0 to 100 in eight parts that add up to it exactly, in hundredths of a point."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from speakers.matching.facts import RequestFacts, SpeakerFacts
from speakers.matching.kinds import Status
from speakers.matching.pair import Pair
from speakers.matching.parts import (
    DAY,
    TURN_DAYS,
    Pool,
    Share,
    active_days,
    share_ease,
    share_freshness,
    share_growth,
    share_lived,
    share_practice,
    share_tie_break,
    share_topic,
    share_turn,
)
from speakers.matching.weights import Weights


@dataclass(frozen=True, slots=True)
class Part:
    """`value` from 0 to 1; `points` = value × weight, rounded once to hundredths."""

    name: str
    value: Decimal
    weight: int
    points: Decimal
    sentence: str


def score_pair(pair: Pair, *, run: str, pool: Pool, weights: Weights) -> tuple[Part, ...]:
    """For people no rule keeps out; the parts in the order of the weights."""
    return (
        weigh("topic", weights.topic, share_topic(pair)),
        weigh("lived", weights.lived, share_lived(pair)),
        weigh("turn", weights.turn, share_turn(pair, pool)),
        weigh("practice", weights.practice, share_practice(pair)),
        weigh("ease", weights.ease, share_ease(pair)),
        weigh("freshness", weights.freshness, share_freshness(pair)),
        weigh("growth", weights.growth, share_growth(pair)),
        weigh("tie_break", weights.tie_break, share_tie_break(pair, run)),
    )


def weigh(name: str, weight: int, share: Share) -> Part:
    hundredths = (share.value * weight + 50) // 100
    return Part(name, Decimal(share.value).scaleb(-4), weight, Decimal(hundredths).scaleb(-2), share.sentence)


def total_points(parts: Iterable[Part]) -> Decimal:
    return sum((part.points for part in parts), Decimal("0.00"))


def measure_pool(request: RequestFacts, speakers: Iterable[SpeakerFacts], *, at: datetime) -> Pool:
    """Asks and days of everybody active in the last 180 days."""
    asks = days = 0
    since = at - TURN_DAYS * DAY
    for speaker in speakers:
        if speaker.status is Status.ACTIVE:
            days += active_days(Pair(speaker, request, at))
            asks += sum(since < asked <= at for asked in speaker.asks)
    return Pool(asks, days)
