"""A list by keyset: where it goes on is told by a story's address, never by its day.

A day in an address would say what its author may have asked us to leave out.
"""

from datetime import date

from storybank.models import StoryPage

A_PAGE = 20
Place = tuple[date, str]


def place_of(mark: str) -> Place | None:
    """A place in the list from the address of a story that is, or was, in it."""
    if not mark or "\x00" in mark or len(mark) > 255:
        return None
    kept = StoryPage.objects.filter(slug=mark, public_on__isnull=False)
    return kept.values_list("public_on", "art_seed").first()
