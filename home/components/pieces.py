"""The shelf's part for the pieces that readers' pages are put together from (storybank.public.pieces)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from home.components import samples
from home.components.specimen import Specimen
from storybank.answers.showing import WhatCame
from storybank.domain.reading_shapes import Ending

SITE, GRID = "https://stories.example", "story-grid"


def pieces() -> Iterator[Specimen]:
    whole = replace(samples.FULL, whose_share=86, body=samples.BLOCKS)
    context: dict[str, Any] = {"reading": whole, "page_language": "en", "site_url": SITE}
    rows = [
        render_to_string("storybank/pieces/row_beside.html", context | {"reading": one})
        for one in (samples.READING, samples.WELSH)
    ]
    yield _piece("The top of a story", "story_top", **context)
    yield _piece("The story", "story", inside=GRID, **context)
    asks = replace(samples.READING, closing=Ending("ask", "Let a second bus run."), body=())
    yield _piece("The end of a story that asks", "story", inside=GRID, **context | {"reading": asks})
    yield _piece("Whose words", "story_foot", **context)
    yield _piece("The way for somebody in it", "story_end", **context)
    yield _piece("The way to write to its author", "story_letters", **context)
    came = WhatCame((samples.ANSWER,), samples.PROMISES[:1])
    yield _piece("What came of it", "answers", came=came)
    yield _piece("Who can help", "helplines", helplines=samples.HELPLINES)
    yield _piece("Somebody to talk to, beside a passage", "close_by", line=samples.HELPLINES[1])
    yield _piece("A place in the list that is gone", "lost")
    yield _piece("Read next", "related", rows=mark_safe("".join(rows)))
    yield _piece("A row", "row", **context)
    yield _piece("The head of the list", "index_head", total=16, very_many=5000)
    yield _piece("One story, chosen", "index_head", total=1, very_many=5000, chosen="Visits")
    yield _piece("Very many", "index_head", total=5001, very_many=5000)
    yield _piece("The title of the list, for browsers", "index_title", as_text=True, chosen="Visits")
    yield _piece("Its title, for browsers", "story_title", as_text=True, **context)
    yield _piece("Its description, for links", "story_description", as_text=True, **context)
    yield _piece("What links say of it", "story_head", as_text=True, **context)


def _piece(state: str, kind: str, *, inside: str = "", as_text: bool = False, **context: Any) -> Specimen:
    return Specimen(f"{state} (a piece)", f"storybank/pieces/{kind}.html", context, inside, as_text=as_text)
