"""One page of the list, by keyset: the stories that answer the choices, as the gate says in this request.

Each query is put into words once for each set of choices and each way to go on; what is chosen are its values. Where
something is chosen, which stories to ask about is remembered for a minute: looking for the few that answer costs more
than the answer. They are asked about with all the conditions again, so a stop, or a region that may no longer be known,
counts at once; what is new comes a minute later.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet

from people.prepared import Prepared
from storybank.domain.showing import Stands, ask, prepared
from storybank.models import StoryPage
from storybank.public.choosing import narrowed
from storybank.public.keyset import Place
from storybank.public.pieces import keeping


@dataclass(frozen=True)
class Page:
    """The stories of one page, and the marks from which the newer and the older ones follow; empty where none do."""

    stories: list[Stands]
    newer: str
    older: str


def page_of(taken: dict[str, str], *, size: int, after: Place | None, before: Place | None) -> Page:
    """What is newer than `after`, or older than `before`; both are places in the list, the first counts."""
    way, place = ("after", after) if after else ("before", before)
    found = _found(taken, way, place, size + 1)
    more, found = len(found) > size, found[:size]
    if place and way == "after":
        found.reverse()
        newer, older = more, True
    else:
        newer, older = bool(place), more
    return Page(
        stories=found,
        newer=found[0].slug if found and newer else "",
        older=found[-1].slug if found and older else "",
    )


def _found(taken: dict[str, str], way: str, place: Place | None, most: int) -> list[Stands]:
    """The next so many of them, from the place on, in the direction of the way."""
    goes_on = {"day": place[0], "seed": place[1]} if place else {}
    query = _listing(tuple(taken), taken.get("format", ""), way if place else "", most)
    if not taken:
        return ask(query, **goes_on)
    name = keeping.key("listed", sorted(taken.items()), way, place, most)
    page_ids: list[int] | None = keeping.one(name)
    if page_ids is None:
        found = ask(query, **_values(taken), **goes_on)
        keeping.keep_a_minute({name: [story.page_id for story in found]})
        return found
    return standing(page_ids, taken, most)


def standing(page_ids: list[int], taken: Mapping[str, str], most: int) -> list[Stands]:
    """Those of the pages that may be shown now and still answer every choice, in this order."""
    padded = [*page_ids, *[0] * most][:most]
    numbered = {f"page_{n}": page_id for n, page_id in enumerate(padded)}
    found = {
        story.page_id: story
        for story in ask(_some(tuple(taken), taken.get("format", ""), most), **_values(taken), **numbered)
    }
    return [found[page_id] for page_id in page_ids if page_id in found]


def _values(taken: Mapping[str, str]) -> dict[str, str]:
    """What is asked of a query whose shape the format has made already."""
    return {key: value for key, value in taken.items() if key != "format"}


@cache
def _listing(keys: tuple[str, ...], form: str, way: str, most: int) -> Prepared:
    """`form`: a format, which changes the shape of the query; empty where none was chosen."""

    def choose(at: datetime, day: Any = None, seed: str = "", **taken: str) -> QuerySet[StoryPage]:
        chosen = {key: form if key == "format" else taken[key] for key in keys}
        found = narrowed(StoryPage.objects.all(), chosen, at)
        if way == "after":
            newer = Q(public_on__gt=day) | Q(public_on=day, art_seed__lt=seed)
            return found.filter(newer).order_by("public_on", "-art_seed")
        if way == "before":
            found = found.filter(Q(public_on__lt=day) | Q(public_on=day, art_seed__gt=seed))
        return found.order_by("-public_on", "art_seed")

    goes_on: dict[str, type] = {"day": date, "seed": str} if way else {}
    # A theme may be told by many or by hardly any: with a choice, the plan depends on what is chosen.
    return prepared(choose, _asks(keys) | goes_on, most=most, steady=not keys)


def _asks(keys: tuple[str, ...]) -> dict[str, type]:
    return dict.fromkeys((key for key in keys if key != "format"), str)


@cache
def _some(keys: tuple[str, ...], form: str, most: int) -> Prepared:
    numbers = [f"page_{n}" for n in range(most)]

    def choose(at: datetime, **asked: Any) -> QuerySet[StoryPage]:
        page_ids = [asked[number] for number in numbers]
        chosen = {key: form if key == "format" else asked[key] for key in keys}
        return narrowed(StoryPage.objects.filter(id__in=page_ids), chosen, at).order_by()

    return prepared(choose, _asks(keys) | dict.fromkeys(numbers, int), steady=True)
