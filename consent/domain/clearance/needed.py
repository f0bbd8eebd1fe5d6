"""Whose yes a version needs: everyone who is in it by a yes of their own, and everyone who was asked about it.

Who was once asked about words stays needed for them: what staff decide later about somebody can take them out of the
next words, and never make their answer to these count for nothing. The same words frozen once more are the same words.
"""

from collections.abc import Iterable

from consent.enums import NEEDS_YES
from consent.models import Appearance, Permission


def needed_for(file_id: int, appearances: Iterable[Appearance]) -> "Needed":
    """Reads once; ask the answer by the words' digest."""
    asked: dict[str, set[int]] = {}
    rows = Permission.objects.filter(file_id=file_id)
    for closure_sha256, appearance_id in rows.values_list(
        "edition__closure_sha256", "appearance_id"
    ).distinct():
        asked.setdefault(closure_sha256, set()).add(appearance_id)
    return Needed({item.pk for item in appearances if item.basis in NEEDS_YES}, asked)


class Needed:
    def __init__(self, always: set[int], asked: dict[str, set[int]]) -> None:
        self.always, self.asked = always, asked

    def of(self, closure_sha256: str) -> set[int]:
        """Ids of the appearances whose yes these words need."""
        return self.always | self.asked.get(closure_sha256, set())
