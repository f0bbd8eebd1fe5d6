"""/read-aloud/<uid>/: somebody's voice reading the house's own words. It is the same for everyone who asks."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from people import ranges
from people.domain import reading_aloud
from people.models import ReadAloud


@require_safe
@cache_control(public=True, no_cache=True)
def play(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Any cache may keep it and must ask before playing it again: once taken away, it is heard nowhere."""
    found = ReadAloud.objects.filter(uid=uid).first()
    plain = reading_aloud.bytes_of(found) if found else None
    if plain is None:
        raise Http404
    response = ranges.answer(request, plain, content_type=reading_aloud.TYPE)
    response["X-Robots-Tag"] = "noindex"
    return response
