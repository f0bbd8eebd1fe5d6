"""What those who book may read. Private reasons are one sentence, and none at all reads just the same."""

from dataclasses import asdict, dataclass
from decimal import Decimal

from speakers.matching.explain import Explanation, dump
from speakers.matching.score import Part

NEUTRAL = "Not for this request."


@dataclass(frozen=True, slots=True)
class OpenReason:
    code: str
    text: str
    label: str
    repair: str


@dataclass(frozen=True, slots=True)
class IfMended:
    """Reckoned from open reasons alone; we look again before anybody is asked."""

    rank: int | None
    score: Decimal


@dataclass(frozen=True, slots=True)
class BookerExplanation:
    """`sentence` is the same for everybody left out, whatever the reasons, so that it tells of none."""

    speaker: str
    eligible: bool
    rank: int | None
    score: Decimal | None
    sentence: str
    reasons: tuple[OpenReason, ...]
    if_mended: IfMended | None
    parts: tuple[Part, ...]

    def to_json(self) -> str:
        return dump(asdict(self))


def for_booker(explanation: Explanation) -> BookerExplanation:
    """The same bytes for any two sets of private reasons, and for none where an open reason stands."""
    mended = explanation.open_counterfactual
    return BookerExplanation(
        speaker=explanation.speaker,
        eligible=explanation.eligible,
        rank=explanation.rank,
        score=explanation.score,
        sentence="" if explanation.eligible else NEUTRAL,
        reasons=tuple(
            OpenReason(
                blocker.code, blocker.text, blocker.label, blocker.repair.text if blocker.repair else ""
            )
            for blocker in explanation.blockers
            if not blocker.private
        ),
        if_mended=None if mended is None else IfMended(mended.rank, mended.score),
        parts=explanation.parts,
    )
