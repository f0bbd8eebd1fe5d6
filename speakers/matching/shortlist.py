"""The shortlist: who can do it, in order; who cannot, and why; the same bytes whenever it is run again."""

import json
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from decimal import Decimal

from speakers.matching.blockers import Rule
from speakers.matching.booker import BookerExplanation, for_booker
from speakers.matching.explain import ENGINE, Counterfactual, Explanation, dump, explain, read_explanation
from speakers.matching.facts import RequestFacts, SpeakerFacts
from speakers.matching.pair import Pair
from speakers.matching.parts import draw_lot
from speakers.matching.rules import RULES
from speakers.matching.score import measure_pool
from speakers.matching.summary import Summary, summarise
from speakers.matching.weights import WEIGHTS_V1, Weights


@dataclass(frozen=True, slots=True)
class Shortlist:
    """`at` is ISO 8601 in the zone it was given; `ranked` is best first; `excluded` nearest first."""

    run: str
    request: str
    at: str
    engine: str
    weights: str
    ranked: tuple[Explanation, ...]
    excluded: tuple[Explanation, ...]

    @property
    def summary(self) -> Summary:
        return summarise((*self.ranked, *self.excluded), bookers=False)

    def to_json(self) -> str:
        return dump(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Shortlist":
        tree = json.loads(text)
        for name in ("ranked", "excluded"):
            tree[name] = tuple(read_explanation(row) for row in tree[name])
        return cls(**tree)

    def find(self, speaker: str) -> Explanation | None:
        """Why, or why not, this person."""
        return next((e for e in (*self.ranked, *self.excluded) if e.speaker == speaker), None)


@dataclass(frozen=True, slots=True)
class BookerShortlist:
    run: str
    request: str
    at: str
    ranked: tuple[BookerExplanation, ...]
    excluded: tuple[BookerExplanation, ...]
    summary: Summary

    def to_json(self) -> str:
        return dump(asdict(self))


def shortlist(
    request: RequestFacts,
    speakers: Iterable[SpeakerFacts],
    *,
    at: datetime,
    run: str,
    weights: Weights = WEIGHTS_V1,
    rules: tuple[Rule, ...] = RULES,
) -> Shortlist:
    """Explain everybody, in whatever order they come; the same speaker twice raises ValueError."""
    people = list(speakers)
    if len({speaker.uid for speaker in people}) != len(people):
        raise ValueError("The same speaker came twice; a list must hold each once.")
    if at.tzinfo is None:
        raise ValueError("Matching needs times with a time zone.")
    pool = measure_pool(request, people, at=at)
    told = [
        explain(Pair(speaker, request, at), run=run, pool=pool, weights=weights, rules=rules)
        for speaker in people
    ]
    ranked = sorted((e for e in told if e.eligible), key=order_ranked)
    scores = sorted(-(e.score or Decimal(0)) for e in ranked)
    excluded = sorted((e for e in told if not e.eligible), key=order_excluded)
    return Shortlist(
        run=run,
        request=request.uid,
        at=at.isoformat(),
        engine=ENGINE,
        weights=weights.version,
        ranked=tuple(replace(e, rank=place) for place, e in enumerate(ranked, start=1)),
        excluded=tuple(place_if_mended(e, scores) for e in excluded),
    )


def shortlist_for_booker(made: Shortlist) -> BookerShortlist:
    return BookerShortlist(
        run=made.run,
        request=made.request,
        at=made.at,
        ranked=tuple(for_booker(e) for e in made.ranked),
        excluded=tuple(for_booker(e) for e in made.excluded),
        summary=summarise((*made.ranked, *made.excluded), bookers=True),
    )


def order_ranked(told: Explanation) -> tuple[Decimal, int, str]:
    return (-(told.score or Decimal(0)), draw_lot(told.run, told.speaker), told.speaker)


def order_excluded(told: Explanation) -> tuple[int, Decimal, int, str]:
    """By open reasons only, so that the order tells nothing private; who has none of those comes last."""
    reasons = sum(not blocker.private for blocker in told.blockers)
    mended = told.open_counterfactual.score if told.open_counterfactual else Decimal(0)
    return (reasons or len(RULES) + 1, -mended, draw_lot(told.run, told.speaker), told.speaker)


def place_if_mended(told: Explanation, scores: list[Decimal]) -> Explanation:
    """Where the mended score would stand among those who can do it now; level with the first of equals."""

    def place(supposed: Counterfactual | None) -> Counterfactual | None:
        return supposed and replace(supposed, rank=bisect_left(scores, -supposed.score) + 1)

    return replace(
        told, counterfactual=place(told.counterfactual), open_counterfactual=place(told.open_counterfactual)
    )
