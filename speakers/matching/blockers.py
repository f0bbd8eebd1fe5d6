"""What a rule says: a finding becomes a blocker with a code, a class of reader, a sentence and a repair."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from speakers.matching.pair import Pair


class ReasonClass(StrEnum):
    """Who may read the reason. A: all who book. B: support. C: safeguarding. D: finance and the speaker."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True)
class Repair:
    """One concrete thing that would mend it, and who does it."""

    kind: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Finding:
    """`label` is the short word by which people one fact away are counted ("distance")."""

    text: str
    label: str
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Blocker:
    code: str
    cls: ReasonClass
    text: str
    label: str
    repair: Repair | None

    @property
    def blocks(self) -> bool:
        """A class D reason is a choice for the speaker, not a bar."""
        return self.cls is not ReasonClass.D

    @property
    def private(self) -> bool:
        return self.cls is not ReasonClass.A


@dataclass(frozen=True, slots=True)
class Rule:
    """`find` says what stands in the way; `mend` gives the pair as it would be once repaired."""

    code: str
    cls: ReasonClass
    find: Callable[[Pair], tuple[Finding, ...]]
    mend: Callable[[Pair], Pair] | None = None
