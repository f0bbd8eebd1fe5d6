"""The picture that stands beside a link: generated, never a face, and gone with the story.

The gate is asked first. Asked again with its ETag, it is not drawn to say that it is still the same.
"""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from storybank import art
from storybank.domain.queries import story_by_slug
from storybank.domain.reading import reading
from storybank.public.absence import absence, nothing
from storybank.public.pieces import keeping, pictures


@require_safe
@cache_control(no_cache=True)
def card(request: HttpRequest, slug: str) -> HttpResponseBase:
    page = story_by_slug(slug)
    found = reading(page) if page else None
    if found is None:
        return nothing(absence(page, slug))
    name = keeping.key("card", found.art_seed, found.tints, found.title, found.language)
    mark = f'"{name}"'
    response = HttpResponse(content_type="image/png", headers={"ETag": mark})
    still = get_conditional_response(request, etag=mark, response=response)
    if still is response:
        response.content = pictures.made_once(
            name, lambda: art.card(found.art_seed, found.tints, found.title)
        )
    still["X-Robots-Tag"] = "noindex"
    return still
