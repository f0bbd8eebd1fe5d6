"""The uses a person can choose from on the first day, in the words they will read.

A charity's data-protection officer may change them later; a change of meaning makes a new version.
"""

from consent.catalogue.shape import TAKING_BACK, UseWords
from consent.catalogue.speaking import SPEAKING_USES
from consent.catalogue.stories import STORY_USES

USES: tuple[UseWords, ...] = (*STORY_USES, *SPEAKING_USES)

__all__ = ["SPEAKING_USES", "STORY_USES", "TAKING_BACK", "USES", "UseWords"]
