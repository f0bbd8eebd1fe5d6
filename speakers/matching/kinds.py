"""The small words of matching: kinds of request, standings, stances, identity levels, intensities."""

from enum import IntEnum, StrEnum


class Kind(StrEnum):
    EVENT = "event"
    MEDIA = "media"
    MINISTERIAL = "ministerial"


class Status(StrEnum):
    PROSPECT = "prospect"
    TRAINING = "training"
    ACTIVE = "active"
    RESTING = "resting"
    PAUSED = "paused"
    LEFT = "left"


class Stance(StrEnum):
    """What a speaker said about a topic. WILL_NOT is absolute."""

    LEAD = "lead"
    WILL = "will"
    ASK_FIRST = "ask_first"
    WILL_NOT = "will_not"


class Identity(IntEnum):
    """How closely a speaker may be named, from N0 (only counted) to N5 (full name)."""

    N0 = 0
    N1 = 1
    N2 = 2
    N3 = 3
    N4 = 4
    N5 = 5

    @property
    def words(self) -> str:
        return IDENTITY_WORDS[self]


IDENTITY_WORDS = {
    Identity.N0: "being counted only",
    Identity.N1: "their words retold",
    Identity.N2: "their words without a name",
    Identity.N3: "a chosen name",
    Identity.N4: "first name",
    Identity.N5: "full name",
}


class Whose(StrEnum):
    """Whose experience it is: their own, somebody's in their family, or both."""

    SELF = "self"
    FAMILY = "family"
    BOTH = "both"


class Recency(StrEnum):
    NOW = "now"
    UNDER_2_YEARS = "under_2_years"
    TWO_TO_FIVE_YEARS = "2_to_5_years"
    OVER_5_YEARS = "over_5_years"


class Intensity(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
