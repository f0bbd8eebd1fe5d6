"""What a clearance is decided on: every row of a file that has a say, read for one file or for many in the same way.

`clearing.wanted` decides on it under a lock, the audit decides on it once more for everybody: one reading, one rule.
Whoever adds a reason to clear less adds it to `Grounds` and to `grounds_of`, or the audit would not know it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from consent.domain.clearance.guardians import Young
from consent.domain.clearance.needed import Needed
from consent.enums import NEEDS_YES
from consent.models import (
    Appearance,
    Bar,
    ConsentFile,
    Edition,
    Hold,
    Permission,
    Review,
    Use,
    YoungDecision,
)
from people import keyring
from people.domain import ages
from people.keyring import Keys


@dataclass
class Grounds:
    """The rows of one file. Permissions come in the order of their ids and know their file, edition and use."""

    file: ConsentFile
    keys: Keys
    appearances: list[Appearance] = field(default_factory=list)
    permissions: list[Permission] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)
    editions: dict[int, Edition] = field(default_factory=dict)
    reviews: list[Review] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    young: Young = field(default_factory=Young)

    @property
    def barred_up_to(self) -> int:
        """Versions with this number and below are never shown again."""
        return max((bar.up_to_n for bar in self.bars if bar.lifted_at is None), default=0)

    @property
    def held(self) -> set[str]:
        """Slugs of the uses that are held; "" means all of them."""
        return {hold.use_slug for hold in self.holds if hold.released_at is None}

    @property
    def needed(self) -> Needed:
        asked: dict[str, set[int]] = {}
        for row in self.permissions:
            asked.setdefault(row.edition.closure_sha256, set()).add(row.appearance_id)
        return Needed({item.pk for item in self.appearances if item.basis in NEEDS_YES}, asked)

    @property
    def last_reviews(self) -> dict[int, Review]:
        """Edition id → its latest safety check."""
        return {review.edition_id: review for review in self.reviews}


def grounds_of(files: Sequence[ConsentFile]) -> dict[int, Grounds]:
    """File id → its rows, in a handful of queries however many files there are. The files given are not read again."""
    keys = keyring.keys_of(file.uid for file in files)
    found = {file.pk: Grounds(file=file, keys=keys) for file in files}
    uses = {use.pk: use for use in Use.objects.all()}
    editions = {row.pk: row for row in Edition.objects.filter(file__in=found).order_by("id")}
    for edition in editions.values():
        edition.file = found[edition.file_id].file
        found[edition.file_id].editions[edition.pk] = edition
    for appearance in Appearance.objects.filter(file__in=found).select_related("person").order_by("id"):
        found[appearance.file_id].appearances.append(appearance)
        found[appearance.file_id].young.appearances[appearance.pk] = appearance
    for permission in Permission.objects.filter(file__in=found).order_by("id"):
        grounds = found[permission.file_id]
        permission.file, permission.use = grounds.file, uses[permission.use_id]
        permission.edition = editions.get(permission.edition_id) or permission.edition
        grounds.permissions.append(permission)
    for hold in Hold.objects.filter(file__in=found).order_by("id"):
        found[hold.file_id].holds.append(hold)
    for review in Review.objects.filter(edition__file__in=found).order_by("id"):
        found[editions[review.edition_id].file_id].reviews.append(review)
    for bar in Bar.objects.filter(file__in=found).order_by("id"):
        found[bar.file_id].bars.append(bar)
    _the_young(found)
    return found


def _the_young(found: dict[int, Grounds]) -> None:
    """Ages, and what was decided about the young."""
    people = {row.person_id for grounds in found.values() for row in grounds.appearances if row.person_id}
    birthdays = ages.birthdays_of(people)
    for grounds in found.values():
        grounds.young.birthdays = birthdays
    decisions = YoungDecision.objects.filter(appearance__file__in=found).select_related("appearance")
    for decision in decisions.order_by("id"):
        found[decision.appearance.file_id].young.decisions.append(decision)
