"""A picture or recording of a story. The gate is asked on this request, and the bytes are checked before they leave."""

import re
from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from storybank.domain.media import bytes_in
from storybank.domain.queries import story_by_slug
from storybank.domain.reading import reading
from storybank.domain.reading_shapes import Block

RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")


@require_safe
@cache_control(no_cache=True)
def media(request: HttpRequest, slug: str, uid: UUID) -> HttpResponseBase:
    """Only what the agreed words show now; whatever was changed, stopped or left out is not here."""
    page = story_by_slug(slug)
    found = reading(page) if page else None
    if page is None or found is None:
        raise Http404
    return answer(request, found.body, uid, file_id=page.file_id)


def answer(request: HttpRequest, blocks: Iterable[Block], uid: UUID, *, file_id: int) -> HttpResponse:
    """The bytes of one of the blocks, or a piece of them: players ask for recordings piece by piece."""
    piece = request.GET.get("piece")
    named = (block for block in blocks if block.media == uid.hex)
    block = next((block for block in named if piece in (None, block.crop.mark)), None)
    got = bytes_in(block, file_id=file_id) if block else None
    if got is None:
        raise Http404
    plain, kind = got
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    first = int(asked[1]) if asked else 0
    last = min(int(asked[2]) if asked and asked[2] else len(plain) - 1, len(plain) - 1)
    if not asked or first > last:
        response = HttpResponse(plain, content_type=kind)
    else:
        response = HttpResponse(plain[first : last + 1], content_type=kind, status=206)
        response["Content-Range"] = f"bytes {first}-{last}/{len(plain)}"
    response["Accept-Ranges"] = "bytes"
    response["X-Robots-Tag"] = "noindex"
    return response
