"""The pieces with people who can help: kept until somebody comes or goes at one of the lines, no minute more.

They stand after the words, and one beside each passage that has a note, where the words as they are kept hold a sign.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from people import clock
from people.models import Organisation
from storybank.domain.helping import all_lines, closest, helplines_shown, wanted
from storybank.domain.reading_shapes import About
from storybank.domain.showing import Stands
from storybank.helplines.choosing import Line
from storybank.public.pieces import keeping

CLOSE_BY = re.compile(r"<!--close_by:([a-z_]+)-->")
"""In markup of ours alone: what an author writes is escaped."""


def helplines(request: HttpRequest, found: Stands, about: About) -> str:
    """Kept by what the story is about, its language and what is around it; with it lies until when it is true."""
    told_in = str(found.value("language"))

    def made() -> tuple[str, datetime]:
        house = Organisation.load(request)  # the request keeps it for the frame
        asked = wanted(themes=about.themes, notes=about.notes, told_in=told_in, organisation=house)
        shown = helplines_shown(asked, lines=_lines(found))
        return render_to_string("storybank/pieces/helplines.html", {"helplines": shown.lines}), shown.until

    return str(_while_true(keeping.key("helplines", found.mark, about, told_in), made))


def with_help_close_by(request: HttpRequest, found: Stands, words: str) -> str:
    """The words with somebody to talk to beside each passage that has a note, if a line is for what it speaks of."""
    codes = sorted(set(CLOSE_BY.findall(words)))
    if not codes:
        return words
    told_in = str(found.value("language"))

    def made() -> tuple[dict[str, str], datetime]:
        asked = wanted(told_in=told_in, organisation=Organisation.load(request))
        near = {code: closest(code, asked, lines=_lines(found)) for code in codes}
        drawn = {
            code: render_to_string("storybank/pieces/close_by.html", {"line": shown.lines[0]})
            for code, shown in near.items()
            if shown.lines
        }
        return drawn, min(shown.until for shown in near.values())

    drawn: dict[str, str] = _while_true(keeping.key("close_by", found.mark, codes, told_in), made)
    return CLOSE_BY.sub(lambda sign: drawn.get(sign[1], ""), words)


def _lines(found: Stands) -> Iterable[Line]:
    lines: tuple[Line, ...] = keeping.made_once(keeping.key("all_lines", found.mark), all_lines)
    return lines


def _while_true(name: str, make: Callable[[], tuple[Any, datetime]]) -> Any:
    kept: tuple[Any, datetime] | None = keeping.one(name)
    if kept is None or kept[1] <= clock.now():
        kept = make()
        keeping.keep({name: kept})
    return kept[0]
