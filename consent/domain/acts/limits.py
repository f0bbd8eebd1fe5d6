"""How much and how little somebody may choose to show with these words: what an age does not allow is never offered,
and what the words give away by themselves cannot be chosen away.

The screens are made from this; the verbs refuse the same by themselves.
"""

from dataclasses import dataclass
from enum import Enum

from consent.domain.clearance.guardians import FINEST_PLACE_OF_A_CHILD, young_in
from consent.domain.record.coming_of_age import is_under_13
from consent.domain.record.revealing import revealed_of
from consent.enums import IdentityLevel, PlaceDetail
from consent.models import Permission
from people import clock
from people.models import Person


class Because(Enum):
    """Why there is less to choose from."""

    NOTHING = "nothing"
    CHILD = "under 13"
    YOUNG = "under 18, and two leads have not agreed"


@dataclass(frozen=True)
class Limits:
    """`least` is what the words give away; `most`, `known` (face and voice) and `finest_place` what an age allows."""

    least: IdentityLevel = IdentityLevel.N2
    most: IdentityLevel = IdentityLevel.N5
    known: bool = True
    finest_place: PlaceDetail = PlaceDetail.EXACT
    because: Because = Because.NOTHING

    @property
    def levels(self) -> tuple[IdentityLevel, ...]:
        """What may stand under the words; empty when the words give away more than the age allows."""
        return tuple(level for level in IdentityLevel if self.least <= level <= self.most)


def limits_of(permission: Permission) -> Limits:
    """The limits of one ask, now."""
    revealed = revealed_of(permission.edition, permission.appearance) or IdentityLevel.N2
    least = max(revealed, IdentityLevel.N2)
    young, at = young_in(permission.file_id), clock.now()
    row = young.appearances[permission.appearance_id]
    about = young.appearances.get(row.speaks_for_id or 0, row)
    if young.under_13(about, at):
        return Limits(least, IdentityLevel.N2, False, FINEST_PLACE_OF_A_CHILD, Because.CHILD)
    if young.is_young(about, at) and not young.two_leads_agree(about):
        return Limits(least, IdentityLevel.N3, False, because=Because.YOUNG)
    return Limits(least)


def speaks_with_us(person: Person) -> bool:
    """Whether a yes of theirs is never given alone on a screen: somebody hears them and writes it down."""
    return is_under_13(person, clock.now())
