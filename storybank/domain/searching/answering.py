"""One page of what a search finds: the ids through the gate, then those twenty as readers may meet them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from storybank.domain.searching.asking import Asked, read
from storybank.domain.searching.hits import Hits, hits
from storybank.domain.searching.nearest import nearest

A_PAGE = 20


@dataclass(frozen=True)
class Answer:
    """`asked` as it was typed; `meant` what was looked for instead, where only that was found.

    `page` counts from 1; `pages` is 0 where nothing was found.
    """

    asked: Asked
    meant: Asked | None = None
    found: Sequence[Any] = ()
    total: int = 0
    more: bool = False
    page: int = 1
    pages: int = 0


def answer(typed: str, *, page: int = 1, show: Callable[[list[int], Asked], Sequence[Any]]) -> Answer:
    """A page beyond the last is the last. What is taken down meanwhile is not in it: the gate is asked twice, the
    second time by `show`, which says how the stories of one page are shown."""
    asked = read(typed)
    found, meant = hits(asked), None
    if not found.ids:
        found, meant = _put_right(asked)
    if not found.ids:
        return Answer(asked)
    pages = -(-len(found.ids) // A_PAGE)
    page = min(page, pages)
    some = found.ids[(page - 1) * A_PAGE : page * A_PAGE]
    return Answer(
        asked=asked,
        meant=meant,
        found=show(some, meant or asked),
        total=len(found.ids),
        more=found.more,
        page=page,
        pages=pages,
    )


def _put_right(asked: Asked) -> tuple[Hits, Asked | None]:
    """A guess is said only where the gate lets through what it finds: a word of a story that stopped is never named."""
    meant = None if asked.why_not else nearest(asked)
    found = hits(meant) if meant else Hits([])
    return found, meant if found.ids else None
