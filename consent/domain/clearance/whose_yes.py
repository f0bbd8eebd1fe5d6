"""Whether somebody's yes counts in a file: what their stop takes back, and where it only lets things rest."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field

from consent.domain.clearance.guardians import young_in
from consent.enums import NEEDS_YES, Basis, RecallClass
from consent.models import Appearance, ConsentFile, Outing, Permission
from people import clock
from people.models import Person

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Counting:
    """By file id. `now`: their yes is needed; `once`: the versions that rest on it, decided away since."""

    now: frozenset[int]
    once: dict[int, frozenset[int]] = field(default_factory=dict)

    def split(self, files: Iterable[ConsentFile]) -> tuple[list[ConsentFile], list[ConsentFile]]:
        """The files in which their stop takes back, and those which it lets rest."""
        held = list(files)
        taken = [file for file in held if file.pk in self.now or file.pk in self.once]
        return taken, [file for file in held if file not in taken]

    def takes_back(self, outing: Outing) -> bool:
        """Ours goes dark whoever said stop; what others hold is asked back where their yes was behind it."""
        if outing.file_id in self.now or outing.recall_class == RecallClass.R0:
            return True
        return outing.edition_id in self.once.get(outing.file_id, frozenset())


def counting(person: Person, files: Iterable[ConsentFile]) -> Counting:
    """Whoever was asked about a version stays needed for it, whatever was decided later. A guardian's yes counts
    until the young person has turned 18.
    """
    rows = list(Appearance.objects.filter(file__in=list(files), person=person))
    now = {row.file_id for row in rows if _counts(row)}
    once: dict[int, set[int]] = {}
    away = [row.pk for row in rows if row.basis not in NEEDS_YES]
    asked = Permission.objects.filter(appearance__in=away).values_list("file_id", "edition_id")
    for file_id, edition_id in asked if away else ():
        once.setdefault(file_id, set()).add(edition_id)
    return Counting(frozenset(now), {pk: frozenset(found) for pk, found in once.items()})


def _counts(row: Appearance) -> bool:
    """Whose age cannot be read is young: nothing may refuse a stop."""
    if row.basis != Basis.GUARDIAN:
        return row.basis in NEEDS_YES
    try:
        return young_in(row.file_id).still_spoken_for(row, at=clock.now())
    except Exception:
        log.exception("an age could not be read; the guardian's yes counts")
        return True
