"""The shape of one use in the starting catalogue: what it is, what could happen, how it ends."""

from dataclasses import dataclass
from typing import Final, Literal

AppliesTo = Literal["story", "profile", "speaking"]
RecallClass = Literal["R0", "R1", "R2", "R3", "R4"]

DPV: Final = "https://w3id.org/dpv#"

# Shown next to every choice before it is made. R0 ours · R1 bound by terms · R2 we can only ask ·
# R3 cannot come back · R4 copies nobody can count.
TAKING_BACK: Final[dict[RecallClass, str]] = {
    "R0": "You can take it back. We stop using it at once, and it is gone from our pages.",
    "R1": "You can take it back. They have agreed to delete it when we tell them.",
    "R2": "You can take it back. We ask them to delete it, but they may say no.",
    "R3": "You can stop it being used again. What is printed or said cannot come back.",
    "R4": "You can stop it being used again. We cannot find every copy.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UseWords:
    """One way words may be used; `max_days` and `thinking_days` are whole days, never endless."""

    slug: str
    applies_to: AppliesTo
    version: int = 1
    label: str
    explanation: str
    example: str
    could_happen: str
    who_decides: str
    taking_back: str
    channel: str
    audience: str
    recall_class: RecallClass
    max_days: int
    thinking_days: int = 7
    dpv_purpose: str
    public: bool
