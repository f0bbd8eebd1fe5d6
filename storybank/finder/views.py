"""The finder's page: one line in, three piles out. The same address works from a bookmark, a panel or a phone."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from people import clock
from people.admin.access import role_required
from people.roles import COMMS
from storybank.finder.enquiries import open_enquiries
from storybank.finder.forms import Fields
from storybank.finder.knowing import what_is_known
from storybank.finder.line import LONGEST_LINE, WORD, Asked, Known, understand
from storybank.finder.piles import Pile
from storybank.finder.rows import rows_of
from storybank.finder.searching import Candidate, Found, find
from storybank.finder.ways import ways_for

A_PILE = 15
PILES = (
    (Pile.NOW, "Use now", "Nothing of that kind may be used now."),
    (Pile.RING, "Ring first", "Nothing is one call away."),
    (Pile.NO, "No", "No story on our website is shut for this use."),
)


@role_required(COMMS)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    known = what_is_known()
    line = request.GET.get("q", "").replace("\x00", " ")
    form = Fields(request.GET if "use" in request.GET else None, known=known)
    asked = _asked(line, form, known)
    context: dict[str, Any] = {
        "header_title": "Finder",
        "line": line[:LONGEST_LINE],
        "too_long": len(line) > LONGEST_LINE,
        "form": form if form.is_bound else Fields(initial=_initial(asked), known=known),
        "wrong": form.is_bound and not form.is_valid(),
        "enquiries": list(open_enquiries()[:5]),
        "now": clock.now(),
    }
    if asked is not None:
        context |= _found(asked, known, request)
    return TemplateResponse(request, "storybank/press/finder.html", context)


def _asked(line: str, form: Fields, known: Known) -> Asked | None:
    """The question, from the lists or from the line; None when nothing has been asked yet."""
    if form.is_bound:
        return _from_lists(form.cleaned_data) if form.is_valid() else None
    return understand(line, known=known, today=clock.today()) if line.strip() else None


def _from_lists(given: dict[str, Any]) -> Asked:
    return Asked(
        use=given["use"],
        themes=(given["theme"],) if given["theme"] else (),
        region=given["region"],
        words=tuple(WORD.findall(given["words"])),
        day=given["day"],
    )


def _initial(asked: Asked | None) -> dict[str, Any]:
    if asked is None:
        return {"use": "newspapers"}
    return {
        "theme": asked.themes[0] if asked.themes else "",
        "region": asked.region,
        "use": asked.use,
        "day": asked.day,
        "words": " ".join(asked.words),
    }


def _found(asked: Asked, known: Known, request: HttpRequest) -> dict[str, Any]:
    at = clock.now()
    found = find(asked, by=request.user, at=at)
    piles = {Pile.NOW: found.now, Pile.RING: found.ring, Pile.NO: found.no}
    rows = rows_of((one for pile in piles.values() for one in pile[:A_PILE]), at=at)
    return {
        "asked": asked,
        "use_label": known.uses.get(asked.use, ""),
        "read_as": _read_as(asked, known),
        "counts": _counts(found),
        "piles": [
            {
                "key": pile.value,
                "title": title,
                "empty": empty,
                "rows": [rows[one.version.edition_id] for one in piles[pile][:A_PILE]],
                "more": max(0, len(piles[pile]) - A_PILE),
            }
            for pile, title, empty in PILES
        ],
        "everywhere": _everywhere(asked) if asked.region else "",
        "ways": ways_for(asked.use),
    }


def _counts(found: Found) -> list[tuple[str, str, int]]:
    sizes: dict[Pile, list[Candidate]] = {Pile.NOW: found.now, Pile.RING: found.ring, Pile.NO: found.no}
    return [(pile.value, title, len(sizes[pile])) for pile, title, _ in PILES]


def _read_as(asked: Asked, known: Known) -> list[tuple[str, str]]:
    """How the line was understood, in the house's own names, so that a slip is seen at once."""
    said = [("About", known.themes[slug]) for slug in asked.themes if slug in known.themes]
    if asked.region:
        said.append(("Where", known.regions.get(asked.region, asked.region)))
    label = known.uses.get(asked.use, "")
    said.append(("For", label if asked.use_was_said else f"{label}, as you did not say"))
    if asked.outlet:
        said.append(("Outlet", asked.outlet))
    if asked.day:
        said.append(("When", f"{asked.day:%A} {asked.day.day} {asked.day:%B %Y}"))
    if asked.words:
        said.append(("Words in it", " ".join(asked.words)))
    return said


def _everywhere(asked: Asked) -> str:
    """The same question without the region: also finds those whose place may not be told."""
    question = _initial(asked) | {"region": "", "day": asked.day.isoformat() if asked.day else ""}
    return f"{reverse('finder:index')}?{urlencode(question)}"
