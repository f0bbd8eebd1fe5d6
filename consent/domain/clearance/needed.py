"""Whose yes a version needs: everyone who is in it by a yes of their own, and everyone who was asked about it.

Who was once asked about a version stays needed for it: what staff decide later about somebody can take them out of
the next version, and never make their answer to this one count for nothing.
"""

from collections.abc import Iterable

from consent.enums import NEEDS_YES
from consent.models import Appearance, Permission


def needed_for(file_id: int, appearances: Iterable[Appearance]) -> "Needed":
    """Reads once; ask the answer by edition."""
    asked: dict[int, set[int]] = {}
    rows = Permission.objects.filter(file_id=file_id).values_list("edition_id", "appearance_id").distinct()
    for edition_id, appearance_id in rows:
        asked.setdefault(edition_id, set()).add(appearance_id)
    return Needed({item.pk for item in appearances if item.basis in NEEDS_YES}, asked)


class Needed:
    def __init__(self, always: set[int], asked: dict[int, set[int]]) -> None:
        self.always, self.asked = always, asked

    def of(self, edition_id: int) -> set[int]:
        """Ids of the appearances whose yes this edition needs."""
        return self.always | self.asked.get(edition_id, set())
