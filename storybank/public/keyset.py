"""One page of a list by keyset: where it goes on is told by a story's address, never by its day.

A day in an address would say what its author may have asked us to leave out.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from storybank.models import StoryPage

A_PAGE = 20


@dataclass(frozen=True)
class Sheet:
    """The rows of one page, and the marks from which the newer and the older ones follow; empty where none do."""

    rows: list[StoryPage]
    newer: str
    older: str


def sheet(found: QuerySet[StoryPage], *, after: str = "", before: str = "", size: int = 0) -> Sheet:
    """A page of `found` (newest day first): what is newer than the mark `after`, or older than the mark `before`.

    A mark that leads nowhere is as good as none.
    """
    size = size or A_PAGE
    newer_than, older_than = _place(after), _place(before)
    if newer_than:
        return _towards_newer(found, newer_than, size)
    if older_than:
        day, seed = older_than
        found = found.filter(Q(public_on__lt=day) | Q(public_on=day, art_seed__gt=seed))
    rows = list(found[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    return Sheet(
        rows=rows,
        newer=rows[0].slug if rows and older_than else "",
        older=rows[-1].slug if more else "",
    )


def _towards_newer(found: QuerySet[StoryPage], place: tuple[date, str], size: int) -> Sheet:
    day, seed = place
    back = found.filter(Q(public_on__gt=day) | Q(public_on=day, art_seed__lt=seed))
    rows = list(back.order_by("public_on", "-art_seed")[: size + 1])
    more, rows = len(rows) > size, rows[:size][::-1]
    return Sheet(
        rows=rows,
        newer=rows[0].slug if rows and more else "",
        older=rows[-1].slug if rows else "",
    )


def _place(mark: str) -> tuple[date, str] | None:
    """A place in the list from the address of a story that is, or was, in it."""
    if not mark or "\x00" in mark or len(mark) > 255:
        return None
    kept = StoryPage.objects.filter(slug=mark, public_on__isnull=False)
    return kept.values_list("public_on", "art_seed").first()
