"""The list of public stories and one story, as JSON. Read only; the gate is asked on every request."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.http import urlencode
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from consent import policy
from people import clock
from storybank.api.document import the_document
from storybank.api.shapes import row, whole
from storybank.domain.queries import public_stories, story_by_slug
from storybank.domain.reading import reading, readings
from storybank.domain.reading_shapes import Reading
from storybank.models import StoryPage
from storybank.public.absence import Absence, absence
from storybank.public.choosing import FIELDS, choose
from storybank.public.keyset import sheet

MACHINES = "machine-processing"
WORDS = {
    Absence.NEVER: "There is no story at this address.",
    Absence.RESTING: "There is nothing to read here just now.",
    Absence.STOPPED: "The person took this story down. Please delete every copy of it.",
}
View = Callable[..., HttpResponse]


def for_programs(view: View) -> View:
    """What every answer here has in common: English, asked anew each time, not for search engines."""

    @require_safe
    @cache_control(no_cache=True)
    @wraps(view)
    def answer(request: HttpRequest, *args: str, **more: str) -> HttpResponse:
        with override("en"):
            response = view(request, *args, **more)
        response["X-Robots-Tag"] = "noindex, noarchive"
        return response

    return answer


@for_programs
def stories(request: HttpRequest) -> HttpResponse:
    """Twenty a page, newest first; choices as on the readers' list, and no others."""
    asked = {name: request.GET[name] for name in FIELDS if request.GET.get(name)}
    chosen = choose(public_stories(), asked)
    rows = chosen.stories.select_related("region").prefetch_related("themes")
    page = sheet(rows, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    found = readings(page.rows)
    free = _free_for_machines(found)
    return JsonResponse(
        {
            "stories": [row(request, item, machines=item.edition_id in free) for item in found],
            "chosen": chosen.taken,
            "not_taken": sorted(set(asked) - set(chosen.taken)),
            "newer": _link(request, {**chosen.taken, "after": page.newer}) if page.newer else None,
            "older": _link(request, {**chosen.taken, "before": page.older}) if page.older else None,
        }
    )


@for_programs
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """One story with all its words; 410 when it was taken down, 404 when it rests or never was."""
    page: StoryPage | None = story_by_slug(slug)
    found = reading(page) if page else None
    if found is None:
        why = absence(page, slug)
        return JsonResponse({"error": WORDS[why]}, status=why.status)
    return JsonResponse(whole(request, found, machines=found.edition_id in _free_for_machines([found])))


@for_programs
def document(request: HttpRequest) -> HttpResponse:
    """What can be asked here, as an OpenAPI document."""
    return JsonResponse(the_document(request.build_absolute_uri("/").rstrip("/")))


def _free_for_machines(found: list[Reading]) -> set[int]:
    return set(policy.clearances([item.edition_id for item in found], MACHINES, clock.now()))


def _link(request: HttpRequest, query: dict[str, str]) -> str:
    return request.build_absolute_uri(f"{request.path}?{urlencode(query)}")
