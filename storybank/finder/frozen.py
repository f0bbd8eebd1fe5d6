"""Frozen versions as the finder reads them: what a version is about, from its own frozen revision.

A page's columns say what is live; a story that is agreed for newspapers only was never live. So themes and region
come from the words that were frozen, whichever they are.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models.fields.json import KeyTextTransform

from storybank.models import StoryEdition

COLUMNS = ("edition_id", "page_id", "page__file_id", "page__code", "page__form", "page__language")


@dataclass(frozen=True, slots=True)
class Frozen:
    """One frozen version. `public`: this very version stands on the page that readers may open, if the gate agrees."""

    edition_id: int
    page_id: int
    file_id: int
    code: str
    form: str
    language: str
    public: bool
    themes: frozenset[int]
    region: int | None


NO_REGION = (None, "", "null")
"""PostgreSQL gives nothing for a JSON null, SQLite the word."""


def every_frozen() -> Iterator[Frozen]:
    """All frozen versions, each page's newest first, in one query; titles and words stay where they are."""
    rows = StoryEdition.objects.annotate(
        themes=KeyTextTransform("themes", "revision__content"),
        region=KeyTextTransform("region", "revision__content"),
    ).order_by("page_id", "-edition__n")
    columns = (*COLUMNS, "page__live", "page__edition_id", "themes", "region")
    for *plain, live, shown, themes, region in rows.values_list(*columns).iterator():
        yield Frozen(
            *plain,
            public=bool(live) and shown == plain[0],
            themes=frozenset(json.loads(themes or "[]") or []),
            region=None if region in NO_REGION else int(region),
        )


def with_words(edition_ids: Iterable[int], words: Iterable[str]) -> set[int]:
    """Which of the versions have every word in their title or text. Ask only for versions whose words may be read."""
    wanted = [word.casefold() for word in words]
    rows = StoryEdition.objects.filter(edition_id__in=set(edition_ids)).annotate(
        title=KeyTextTransform("title", "revision__content"),
        body=KeyTextTransform("body", "revision__content"),
        closing=KeyTextTransform("closing", "revision__content"),
    )
    return {
        edition_id
        for edition_id, *texts in rows.values_list("edition_id", "title", "body", "closing").iterator()
        if all(word in _readable(texts) for word in wanted)
    }


def _readable(texts: list[str | None]) -> str:
    title, body, closing = texts
    return f"{title}\n{' '.join(_leaves(json.loads(body or '[]')))}\n{closing}".casefold()


def _leaves(value: object) -> Iterator[str]:
    """Every text in a stream's plain value, without the names of its keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in {"id", "type", "code"}:
                yield from _leaves(item)
