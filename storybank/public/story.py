"""One story. The gate is asked on this request; what it does not clear is not here, whatever a cache remembers."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from storybank.domain.helping import helplines_for
from storybank.domain.queries import public_stories, story_by_slug
from storybank.domain.reading import reading, readings
from storybank.domain.reading_shapes import Reading
from storybank.models import StoryPage
from storybank.public.absence import Absence, absence
from storybank.public.other_forms import other_forms

log = logging.getLogger(__name__)
RELATED = 3


@require_safe
@cache_control(no_cache=True)
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """200 with the agreed words; 410 after a stop; a resting page when unsure; 404 for what never was public."""
    page = story_by_slug(slug)
    found = _cleared_or_none(page) if page else None
    if page is None or found is None:
        return _not_here(request, absence(page, slug))
    return _shown(request, page, found)


def _cleared_or_none(page: StoryPage) -> Reading | None:
    """An error in the gate is a no: the reader sees a resting page, never a stack trace."""
    try:
        return reading(page)
    except Exception:
        log.exception("the gate could not be asked; the story is not shown")
        return None


def _shown(request: HttpRequest, page: StoryPage, found: Reading) -> HttpResponse:
    context = {
        "reading": found,
        "helplines": helplines_for(page),
        "related": _related(page),
        "other_forms": other_forms(page),
        "noindex": found.names_nobody,
        "page_url": request.build_absolute_uri(found.url),
        "card_url": request.build_absolute_uri(reverse("storybank:card", args=[page.slug])),
        "back_url": reverse("storybank:stories"),
        "here": "stories",
    }
    response = render(request, "storybank/story.html", context)
    response["X-Robots-Tag"] = "noindex, noarchive" if found.names_nobody else "noarchive"
    return response


def _not_here(request: HttpRequest, why: Absence) -> HttpResponse:
    if why is Absence.NEVER:
        raise Http404
    response = render(request, f"storybank/story_{why.value}.html", status=why.status)
    response["X-Robots-Tag"] = "noindex"
    return response


def _related(page: StoryPage) -> list[Reading]:
    """Up to three others on the same theme, newest first."""
    themes = StoryPage.themes.through.objects
    alike = themes.filter(theme__in=themes.filter(storypage=page).values("theme")).values("storypage")
    same = public_stories().filter(pk__in=alike).exclude(pk=page.pk)
    return readings(same.select_related("region").prefetch_related("themes")[:RELATED])
