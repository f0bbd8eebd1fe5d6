"""The list of public stories and one story, as JSON. Read only; the gate is asked on every request."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.http import urlencode

from consent import policy
from people import clock
from storybank.api.answering import for_programs, said
from storybank.api.asking import CURSOR, asked_of, check, place_in
from storybank.api.cursor import NEWER, OLDER, cursor_to
from storybank.api.document import the_document
from storybank.api.problems import NOTHING_HERE, problem
from storybank.api.shapes import Json, row, whole
from storybank.domain.queries import story_by_slug
from storybank.domain.reading import shown_of
from storybank.domain.reading_shapes import Reading
from storybank.domain.showing import Stands, around_now, story_and_beside
from storybank.public import keyset
from storybank.public.absence import Absence, absence
from storybank.public.choosing import FIELDS, known_choices, take
from storybank.public.listing import page_of
from storybank.public.pieces.making import pieces_of

MACHINES_MAY = "machines_may_process"
WORDS = {
    Absence.NEVER: "There is no story at this address.",
    Absence.RESTING: "There is nothing to read here just now.",
    Absence.STOPPED: "The person took this story down. Please delete every copy of it.",
}


@for_programs
def stories(request: HttpRequest) -> HttpResponse:
    """Twenty a page, newest first; choices as on the readers' list, and no others."""
    asked = asked_of(request.GET)
    taken = _taken(asked)
    places = {way: keyset.place_of(slug) for way, slug in place_in(asked).items()}
    page = page_of(taken, size=keyset.A_PAGE, after=places.get(NEWER), before=places.get(OLDER))
    made = pieces_of(((one, ["api_row"]) for one in page.stories), make=_row)
    free = _free_for_machines(page.stories)
    answer = said(
        request,
        {
            "stories": [
                made[one.page_id]["api_row"] | {MACHINES_MAY: one.value("edition_id") in free}
                for one in page.stories
                if one.page_id in made
            ],
            "chosen": taken,
            "not_taken": sorted(set(asked) - set(taken) - {CURSOR}),
            "newer": _link(taken, NEWER, page.newer),
            "older": _link(taken, OLDER, page.older),
        },
    )
    answer["Link"] = f'<{reverse("api:document")}>; rel="service-desc"'
    return answer


def _taken(asked: Mapping[str, str]) -> dict[str, str]:
    if not any(name in asked for name in FIELDS):
        return {}
    names = known_choices(around_now().mark)
    check(asked, names)
    return take(asked, names)


def _row(found: Reading) -> Json:
    return row(found, machines=False)


def _whole(found: Reading) -> Json:
    return whole(found, machines=False)


@for_programs
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """One story with all its words; 410 when it was taken down, 404 when it rests or never was."""
    found = next((one for one in story_and_beside(slug).values() if one.slug == slug), None)
    made = pieces_of([(found, ["api_story"])], make=_whole) if found else {}
    if found is None or found.page_id not in made:
        why = absence(story_by_slug(slug), slug)
        return problem(why.status, WORDS[why])
    free = bool(_free_for_machines([found]))
    answer = said(request, made[found.page_id]["api_story"] | {MACHINES_MAY: free})
    if free:
        answer["TDM-Reservation"] = "0"  # every other answer of the house says 1
    return answer


@for_programs
def document(request: HttpRequest) -> HttpResponse:
    """What can be asked here, as an OpenAPI document."""
    return said(request, the_document(settings.SITE_URL))


@for_programs
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """Any other address below this one."""
    if not rest.endswith("/"):
        question = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{request.path}/{'?' if question else ''}{question}")
    return problem(NOTHING_HERE, f"What can be asked stands at {settings.SITE_URL}{reverse('api:document')}.")


def _free_for_machines(found: Sequence[Stands]) -> set[int]:
    """Asked in each request, whatever is kept of a story. A yes to machines without a name opens no page with one."""
    return policy.agreed_no_less([shown_of(one.values()) for one in found], policy.MACHINES, clock.now())


def _link(chosen: dict[str, str], direction: str, mark: str) -> str | None:
    if not mark:
        return None
    query = urlencode({**chosen, CURSOR: cursor_to(direction, mark)})
    return f"{settings.SITE_URL}{reverse('api:stories')}?{query}"
