"""The picture that stands beside a link: generated, never a face, and gone with the story."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from storybank import art
from storybank.domain.queries import story_by_slug
from storybank.domain.reading import reading


@require_safe
@cache_control(no_cache=True)
def card(request: HttpRequest, slug: str) -> HttpResponse:
    page = story_by_slug(slug)
    found = reading(page) if page else None
    if found is None:
        raise Http404
    return HttpResponse(art.card(found.art_seed, found.tints, found.title), content_type="image/png")
