"""The weights of the score. A table is never edited: a change is a new table with a new version."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Points out of 100 for each part."""

    version: str
    topic: int
    lived: int
    turn: int
    practice: int
    ease: int
    freshness: int
    growth: int
    tie_break: int

    def __post_init__(self) -> None:
        parts = (self.topic, self.lived, self.turn, self.practice, self.ease, self.freshness, self.growth)
        if sum(parts) + self.tie_break != 100 or min(*parts, self.tie_break) < 0:
            raise ValueError("Weights must be nothing less than 0 and add up to 100.")


WEIGHTS_V1 = Weights(
    version="v1", topic=30, lived=18, turn=15, practice=10, ease=10, freshness=7, growth=7, tie_break=3
)
