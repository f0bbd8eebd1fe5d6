"""The list of stories: to be read, not a wall of cards. Twenty a page, by public day, older and newer."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from storybank.domain.counting import VERY_MANY
from storybank.domain.queries import public_stories
from storybank.domain.showing import Around, around_now
from storybank.public import keyset
from storybank.public.choosing import (
    FEW,
    FIELDS,
    Chosen,
    Names,
    facets,
    known_choices,
    narrowed,
    take,
    words_of,
)
from storybank.public.listing import Page, page_of
from storybank.public.pieces import keeping
from storybank.public.pieces.answering import answer
from storybank.public.pieces.frame import framed
from storybank.public.pieces.making import rows


@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    around = around_now()
    taken = _taken(request.GET, around.mark)
    marks = {way: request.GET.get(way, "") for way in ("after", "before")}
    places = {way: keyset.place_of(slug) for way, slug in marks.items()}
    page = page_of(taken, size=keyset.A_PAGE, after=places["after"], before=places["before"])
    mark = around.mark
    found = rows(page.stories)
    pieces = _around(taken, around) | {
        "rows": "".join(found) or _nothing(mark),
        "pagination": _pagination(taken, page, mark),
        "lost": _lost(mark) if any(marks.values()) and not any(places.values()) else "",
    }
    asked = taken | {way: marks[way] for way, place in places.items() if place}
    whole = framed(request, "storybank/stories.html", pieces, mark=mark, asked=asked, here="stories")
    return answer(request, whole)


def _taken(asked: Mapping[str, str], mark: str) -> dict[str, str]:
    """Whoever chooses nothing asks nothing; else the names of choices are those of today."""
    if not any(asked.get(key) for key in FIELDS):
        return {}
    return take(asked, known_choices(mark))


def _around(taken: dict[str, str], around: Around) -> dict[str, str]:
    """Heading and choices, with numbers that are at most a minute old: no word of anybody.

    And none that is older than the last act of consent: a number or a link that a stop has left behind would say that
    somebody has just stopped, and beside few stories who.
    """
    name = keeping.key("around", around, sorted(taken.items()))
    found: dict[str, str] = keeping.for_a_minute(
        name, lambda: _made_around(taken, known_choices(around.mark))
    )
    return found


def _made_around(taken: dict[str, str], names: Names) -> dict[str, str]:
    everything = public_stories()
    chosen = Chosen(narrowed(everything, taken), taken, words_of(taken, names), names)
    links, total = facets(everything, chosen)
    words = {
        "total": 0 if taken and total < FEW else total,
        "very_many": VERY_MANY,
        "chosen": chosen.words,
        "facets": links,
        "clear_url": reverse("storybank:stories") if taken else "",
    }
    return {
        "index_title": render_to_string("storybank/pieces/index_title.html", words).strip(),
        "index_head": render_to_string("storybank/pieces/index_head.html", words),
        "facets": render_to_string("components/facets.html", words),
    }


def _pagination(taken: dict[str, str], page: Page, mark: str) -> str:
    if not page.newer and not page.older:
        return ""
    name = keeping.key("pagination", mark, sorted(taken.items()), page.newer, page.older)
    return str(keeping.made_once(name, lambda: _made_pagination(taken, page)))


def _made_pagination(taken: dict[str, str], page: Page) -> str:
    address = reverse("storybank:stories")
    words = {
        "newer_url": f"{address}?{urlencode({**taken, 'after': page.newer})}" if page.newer else "",
        "older_url": f"{address}?{urlencode({**taken, 'before': page.older})}" if page.older else "",
    }
    return render_to_string("components/pagination.html", words)


def _lost(mark: str) -> str:
    """The story that marked the place is gone for good, or never was."""
    name = keeping.key("lost", mark)
    return str(keeping.made_once(name, lambda: render_to_string("storybank/pieces/lost.html")))


def _nothing(mark: str) -> str:
    name = keeping.key("empty", mark)
    return str(keeping.made_once(name, lambda: render_to_string("components/empty.html")))
