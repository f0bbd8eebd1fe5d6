"""Pages of stories with region and themes, by number: two prepared queries, as making their SQL costs more than the
answer. What they bring is what the ORM would bring."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, QuerySet

from people.models import Region, Theme
from people.prepared import Prepared, Row
from storybank.models import StoryPage

SIZES = (1, 8, 32)
"""So many are asked about at once: one, those beside it, a list."""


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


OF_PAGE, OF_REGION, OF_THEME = _columns(StoryPage), _columns(Region), _columns(Theme)


def whole_pages(page_ids: Sequence[int]) -> Iterator[StoryPage]:
    """In no order; those that are not there are left out."""
    for start in range(0, len(page_ids), SIZES[-1]):
        some = page_ids[start : start + SIZES[-1]]
        size = next(size for size in SIZES if size >= len(some))
        padded = [*some, *[0] * size][:size]
        numbered: dict[str, Any] = {f"page_{n}": page_id for n, page_id in enumerate(padded)}
        themes: dict[int, list[Theme]] = {}
        for link in _asked(_themes_of(size), numbered):
            themes.setdefault(link[0], []).append(Theme.from_db(DEFAULT_DB_ALIAS, OF_THEME, link[1:]))
        for row in _asked(_pages(size), numbered):
            yield _page(row, themes)


def _page(row: Row, themes: dict[int, list[Theme]]) -> StoryPage:
    page: StoryPage = StoryPage.from_db(DEFAULT_DB_ALIAS, OF_PAGE, row[: len(OF_PAGE)])
    if page.region_id is not None:
        page.region = Region.from_db(DEFAULT_DB_ALIAS, OF_REGION, row[len(OF_PAGE) :])
    found = Theme.objects.all()
    found._result_cache = themes.get(page.pk, [])
    page._prefetched_objects_cache = {"themes": found}  # as `prefetch_related` leaves it
    return page


def _asked(query: Prepared, numbered: dict[str, Any]) -> list[Row]:
    return query.typed(query.rows(**numbered))


@cache
def _pages(size: int) -> Prepared:
    def build(**pages: int) -> QuerySet[StoryPage, Any]:
        found = StoryPage.objects.filter(pk__in=list(pages.values())).order_by()
        rows: QuerySet[StoryPage, Any] = found.values_list(
            *OF_PAGE, *(f"region__{name}" for name in OF_REGION)
        )
        return rows

    return Prepared(build, _numbers(size), steady=True)


@cache
def _themes_of(size: int) -> Prepared:
    def build(**pages: int) -> QuerySet[Any, Any]:
        links = StoryPage.themes.through.objects.filter(storypage__in=list(pages.values()))
        ordered = links.order_by("theme")  # as themes are ordered
        rows: QuerySet[Any, Any] = ordered.values_list(
            "storypage_id", *(f"theme__{name}" for name in OF_THEME)
        )
        return rows

    return Prepared(build, _numbers(size), steady=True)


def _numbers(size: int) -> dict[str, type]:
    return {f"page_{n}": int for n in range(size)}
