"""A picture or recording of a story. The gate is asked on this request, and the bytes are checked before they leave."""

import hashlib
from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from people import ranges
from storybank.domain.media import Cut, bytes_in, cropped
from storybank.domain.queries import story_by_slug
from storybank.domain.reading import reading
from storybank.domain.reading_shapes import Block
from storybank.lock.media import Crop
from storybank.public.absence import absence, nothing
from storybank.public.pieces import keeping, pictures


@require_safe
@cache_control(no_cache=True)
def media(request: HttpRequest, slug: str, uid: UUID) -> HttpResponseBase:
    """Only what the agreed words show now; whatever was changed, stopped or left out is not here."""
    page = story_by_slug(slug)
    found = reading(page) if page else None
    if page is None or found is None:
        return nothing(absence(page, slug))
    return answer(request, found.body, uid, file_id=page.file_id, cut=_cut_once)


def answer(
    request: HttpRequest, blocks: Iterable[Block], uid: UUID, *, file_id: int, cut: Cut | None = None
) -> HttpResponse:
    """The bytes of one of the blocks, or a piece of them: players ask for recordings piece by piece."""
    piece = request.GET.get("piece")
    named = (block for block in blocks if block.media == uid.hex)
    block = next((block for block in named if piece in (None, block.crop.mark)), None)
    got = bytes_in(block, file_id=file_id, cut=cut) if block else None
    if got is None:
        raise Http404
    plain, kind = got
    response = ranges.answer(request, plain, content_type=kind)
    response["X-Robots-Tag"] = "noindex"
    return response


def _cut_once(plain: bytes, crop: Crop) -> bytes:
    """What everybody may see is cut once and kept under the digest of what it was cut from."""
    if crop.whole:
        return plain
    name = keeping.key("crop", hashlib.sha256(plain).hexdigest(), crop.mark)
    return pictures.made_once(name, lambda: cropped(plain, crop))
