"""Whether words that staff type are words of a story: those belong to its author, and go when its author stops.

Typed into a page of ours they would stay. Who wants to show them shows the story, which the gate lets through or not.
"""

from collections.abc import Iterator

from storybank.domain.searching.asking import Asked
from storybank.domain.searching.matching import meets
from storybank.domain.searching.words import tokens
from storybank.lock.closure import blocks_of
from storybank.models import Findable, StoryPage

RUN = 8
"""So many words in a row are nobody's by chance."""
PIECE = 5
STEP = RUN - PIECE + 1
"""Whatever run of `RUN` words there is, one of the pieces that begin so far apart lies within it."""
LOOKED_AT = 20


def words_of_a_story(text: str) -> bool:
    """Of one that readers can find now."""
    words = tokens(text)
    if len(words) < RUN:
        return False
    runs = set(_runs(words))
    pieces = {tuple(words[start : start + PIECE]) for start in range(0, len(words) - PIECE + 1, STEP)}
    return any(not runs.isdisjoint(_runs(tokens(told))) for piece in pieces for told in _told_with(piece))


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _told_with(piece: tuple[str, ...]) -> Iterator[str]:
    """All that is told in stories in which these words seem to stand together."""
    found = Findable.objects.filter(meets(Asked(typed="", terms=(piece,))))[:LOOKED_AT]
    for page in StoryPage.objects.filter(pk__in=[row.page_id for row in found]):
        parts = [page.title, *_texts(page), page.closing]
        yield "\n".join(parts)


def _texts(page: StoryPage) -> Iterator[str]:
    for _kind, value in blocks_of(page.body):
        yield "\n".join(value.values()) if isinstance(value, dict) else value
