"""One story. The gate is asked on this request; what it does not clear is not here, whatever a cache remembers."""

import logging
from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from storybank.domain.queries import story_by_slug
from storybank.domain.reading import names_nobody
from storybank.domain.showing import LETTERS, Stands, story_and_beside
from storybank.public import beside, came_back
from storybank.public.absence import Absence, absence
from storybank.public.beside import RELATED, Beside
from storybank.public.other_forms import other_forms
from storybank.public.pieces import keeping
from storybank.public.pieces.answering import answer
from storybank.public.pieces.frame import framed
from storybank.public.pieces.helplines import helplines, with_help_close_by
from storybank.public.pieces.making import Pieces, pieces_of

log = logging.getLogger(__name__)
KINDS = (
    "about",
    "story_title",
    "story_description",
    "story_head",
    "story_top",
    "story",
    "story_foot",
    "story_end",
)
MAY_WRITE = "story_letters"
"""A piece of its own: there only where the author wants letters in this very request."""


@require_safe
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """200 with the agreed words; 410 after a stop; a resting page when unsure; 404 for what never was public."""
    around, standing = _asked(slug)
    found = next((one for one in standing.values() if one.slug == slug), None)
    if found is None or around is None:
        return _not_here(request, slug)
    return _shown(request, found, standing, around) or _not_here(request, slug)


def _asked(slug: str) -> tuple[Beside | None, dict[int, Stands]]:
    """The story and those beside it. An error in the gate is a no: a resting page, never a stack trace."""
    try:
        around = beside.remembered(slug) or beside.look(slug)
        standing = _standing(slug, around)
        if around and _is_another_version(standing.get(around.page_id), around):
            around = beside.look(slug)
            standing = _standing(slug, around)
    except Exception:
        log.exception("the gate could not be asked; the story is not shown")
        return None, {}
    return around, standing


def _standing(slug: str, around: Beside | None) -> dict[int, Stands]:
    return story_and_beside(slug, [around.page_id, *around.forms, *around.alike]) if around else {}


def _is_another_version(found: Stands | None, around: Beside) -> bool:
    """Its themes may be others by now."""
    return found is not None and found.value("edition_id") != around.edition_id


def _shown(
    request: HttpRequest, found: Stands, standing: Mapping[int, Stands], around: Beside
) -> HttpResponse | None:
    """None when its words are not those that were agreed."""
    forms = [standing[page_id] for page_id in around.forms if page_id in standing]
    alike = [standing[page_id] for page_id in around.alike if page_id in standing]
    made = pieces_of(
        [
            (found, _kinds(found)),
            *((one, ["row"]) for one in forms),
            *((one, ["row_beside"]) for one in alike),
        ]
    )
    if found.page_id not in made:
        return None
    next_ones = _to_read_next(found, [one for one in alike if one.page_id in made])
    own = made[found.page_id]
    pieces = own | {
        "story": with_help_close_by(request, found, own["story"]),
        "other_forms": other_forms(found, [one for one in forms if one.page_id in made]),
        "answers": came_back.answers(found, forms),
        "helplines": helplines(request, found, own["about"]),
        "related": _related(next_ones, made, found.mark),
    }
    page = framed(request, "storybank/story.html", pieces, mark=found.mark, here="stories")
    return answer(request, page, X_Robots_Tag="noindex, noarchive" if names_nobody(found) else "noarchive")


def _kinds(found: Stands) -> Sequence[str]:
    return (*KINDS, MAY_WRITE) if found.value(LETTERS) else KINDS


def _to_read_next(found: Stands, alike: list[Stands]) -> list[Stands]:
    """Each story once, whatever its forms: those in the language of this one first, newest first."""
    ordered = sorted(alike, key=lambda one: one.value("language") != found.value("language"))
    once = {one.value("file_id"): one for one in reversed(ordered)}
    return [one for one in ordered if once[one.value("file_id")] is one][:RELATED]


def _related(next_ones: list[Stands], made: Mapping[int, Pieces], mark: str) -> str:
    """Their rows under a heading; nothing where there are none."""
    if not next_ones:
        return ""
    name = keeping.key("related", mark, *(one.kept_under for one in next_ones))
    rows = mark_safe("".join(made[one.page_id]["row_beside"] for one in next_ones))  # finished pieces
    words = {"rows": rows}
    return str(keeping.made_once(name, lambda: render_to_string("storybank/pieces/related.html", words)))


def _not_here(request: HttpRequest, slug: str) -> HttpResponse:
    why = absence(story_by_slug(slug), slug)
    if why is Absence.NEVER:
        raise Http404
    response = render(request, f"storybank/story_{why.value}.html", status=why.status)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-cache"
    return response
