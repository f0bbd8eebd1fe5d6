"""Why this person, or why not, and what would change it: the record that is kept of one match."""

import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from speakers.matching.blockers import Blocker, ReasonClass, Repair, Rule
from speakers.matching.facts_used import list_facts_used
from speakers.matching.pair import Pair
from speakers.matching.parts import Pool
from speakers.matching.rules import RULES, find_blockers, mend_all
from speakers.matching.score import Part, score_pair, total_points
from speakers.matching.weights import WEIGHTS_V1, Weights

ENGINE = "1.0.0"


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """Where they would stand if every blocker were repaired. The rank is known once there is a list."""

    rank: int | None
    score: Decimal


@dataclass(frozen=True, slots=True)
class Explanation:
    """`open_counterfactual` mends only class A reasons and knows of no other: bookers may see it."""

    run: str
    request: str
    speaker: str
    eligible: bool
    rank: int | None
    score: Decimal | None
    blockers: tuple[Blocker, ...]
    counterfactual: Counterfactual | None
    open_counterfactual: Counterfactual | None
    parts: tuple[Part, ...]
    facts_used: tuple[str, ...]
    engine: str
    weights: str

    def to_json(self) -> str:
        """One spelling only: sorted keys, no spaces, decimals as text."""
        return dump(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Explanation":
        """Reads what `to_json` wrote; anything else raises ValueError, KeyError or TypeError."""
        return read_explanation(json.loads(text))


def explain(
    pair: Pair, *, run: str, pool: Pool, weights: Weights = WEIGHTS_V1, rules: tuple[Rule, ...] = RULES
) -> Explanation:
    """Everything about one person and one request, without the ranks that need the others."""
    blockers = find_blockers(pair, rules=rules)
    standing = tuple(blocker for blocker in blockers if blocker.blocks)
    parts = () if standing else score_pair(pair, run=run, pool=pool, weights=weights)

    def suppose_mended(reasons: tuple[Blocker, ...], asked: tuple[Rule, ...]) -> Counterfactual | None:
        if not reasons or any(reason.repair is None for reason in reasons):
            return None
        mended = mend_all(pair, reasons, rules=asked)
        if mended is None:
            return None
        return Counterfactual(None, total_points(score_pair(mended, run=run, pool=pool, weights=weights)))

    open_reasons = tuple(blocker for blocker in standing if not blocker.private)
    open_rules = tuple(rule for rule in rules if rule.cls is ReasonClass.A)
    open_mended = suppose_mended(open_reasons, open_rules)
    only_open = len(open_reasons) == len(standing)
    return Explanation(
        run=run,
        request=pair.request.uid,
        speaker=pair.speaker.uid,
        eligible=not standing,
        rank=None,
        score=None if standing else total_points(parts),
        blockers=blockers,
        counterfactual=open_mended if only_open else suppose_mended(standing, rules),
        open_counterfactual=open_mended,
        parts=parts,
        facts_used=list_facts_used(pair),
        engine=ENGINE,
        weights=weights.version,
    )


def dump(tree: Any) -> str:
    return json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def read_explanation(tree: dict[str, Any]) -> Explanation:
    return Explanation(
        **{
            **tree,
            "score": None if tree["score"] is None else Decimal(tree["score"]),
            "blockers": tuple(read_blocker(row) for row in tree["blockers"]),
            "counterfactual": read_counterfactual(tree["counterfactual"]),
            "open_counterfactual": read_counterfactual(tree["open_counterfactual"]),
            "parts": tuple(read_part(row) for row in tree["parts"]),
            "facts_used": tuple(tree["facts_used"]),
        }
    )


def read_blocker(row: dict[str, Any]) -> Blocker:
    repair = None if row["repair"] is None else Repair(**row["repair"])
    return Blocker(**{**row, "cls": ReasonClass(row["cls"]), "repair": repair})


def read_part(row: dict[str, Any]) -> Part:
    return Part(**{**row, "value": Decimal(row["value"]), "points": Decimal(row["points"])})


def read_counterfactual(row: dict[str, Any] | None) -> Counterfactual | None:
    return None if row is None else Counterfactual(row["rank"], Decimal(row["score"]))
