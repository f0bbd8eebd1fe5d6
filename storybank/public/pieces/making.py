"""The pieces of stories: kept ones are taken, missing ones made from the agreed words, each by its own template.

A kind is a template in `storybank/pieces/`. It gets `reading`, `page_language` and `site_url`, and depends on nothing
else: no request, no path, no host, no hour.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.template.loader import get_template
from django.utils.translation import get_language

from storybank.domain import sizes
from storybank.domain.reading import readings_standing
from storybank.domain.reading_shapes import Reading
from storybank.domain.showing import Stands
from storybank.public.pieces import keeping

Pieces = dict[str, Any]
"""Finished markup by kind; `about` is no markup but what the words are about."""


Make = Callable[[Reading], Any]


def pieces_of(
    wanted: Iterable[tuple[Stands, Sequence[str]]], *, make: Make | None = None
) -> dict[int, Pieces]:
    """By page, the kinds of pieces that are wanted of each story; `make`: what makes them, where no template does. A
    story whose words are not those that were agreed is left out."""
    keys = {
        story: {kind: keeping.key(kind, story.kept_under, story.mark) for kind in kinds}
        for story, kinds in wanted
    }
    found = keeping.kept(key for named in keys.values() for key in named.values())
    missing = [story for story, named in keys.items() if any(key not in found for key in named.values())]
    if missing:
        readings = readings_standing(missing)
        made = {
            key: make(readings[story.page_id]) if make else _piece(kind, readings[story.page_id])
            for story in missing
            if story.page_id in readings
            for kind, key in keys[story].items()
        }
        keeping.keep(made)
        found |= made
    return {
        story.page_id: {kind: found[key] for kind, key in named.items()}
        for story, named in keys.items()
        if all(key in found for key in named.values())
    }


def rows(stories: Sequence[Stands], kind: str = "row", *, make: Make | None = None) -> list[Any]:
    """Stories of a list, in its order."""
    made = pieces_of(((story, [kind]) for story in stories), make=make)
    return [made[story.page_id][kind] for story in stories if story.page_id in made]


def _piece(kind: str, reading: Reading) -> Any:
    if kind == "about":
        return reading.about
    if kind == "story":
        reading = replace(reading, body=sizes.offered(reading.body))
    words = {"reading": reading, "page_language": get_language(), "site_url": settings.SITE_URL}
    return get_template(f"storybank/pieces/{kind}.html").render(words).strip()
