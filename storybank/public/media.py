"""A picture or recording of a story. The gate is asked on this request, and the bytes are checked before they leave."""

import hashlib
from collections.abc import Iterable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from people import ranges
from storybank.domain import sizes
from storybank.domain.media import bytes_in, cropped
from storybank.domain.queries import story_by_slug
from storybank.domain.reading import reading
from storybank.domain.reading_shapes import Block
from storybank.lock.media import Crop
from storybank.public.absence import absence, nothing
from storybank.public.pieces import keeping, pictures

Got = tuple[bytes, str] | None
"""Bytes and their media type."""


@require_safe
@cache_control(no_cache=True)
def media(request: HttpRequest, slug: str, uid: UUID) -> HttpResponseBase:
    """Only what the agreed words show now; whatever was changed, stopped or left out is not here."""
    return _shown_in(request, slug, uid)


@require_safe
@cache_control(no_cache=True)
def size(request: HttpRequest, slug: str, uid: UUID, width: int, kind: str) -> HttpResponseBase:
    """The same picture, smaller or in a lighter kind; where that is not made, the picture as it was agreed."""
    return _shown_in(request, slug, uid, size=(width, kind))


def answer(request: HttpRequest, blocks: Iterable[Block], uid: UUID, *, file_id: int) -> HttpResponse:
    """The bytes of one of the blocks, or a piece of them: players ask for recordings piece by piece."""
    block = _named(request, blocks, uid)
    return _handed(request, bytes_in(block, file_id=file_id) if block else None)


def _shown_in(
    request: HttpRequest, slug: str, uid: UUID, *, size: tuple[int, str] | None = None
) -> HttpResponseBase:
    page = story_by_slug(slug)
    found = reading(page) if page else None
    if page is None or found is None:
        return nothing(absence(page, slug))
    block = _named(request, found.body, uid)
    if block is None or (size and not sizes.is_offered(block, size)):
        raise Http404
    made = _as_made(block, page.file_id, size)
    return _handed(request, made or bytes_in(block, file_id=page.file_id, cut=_cut_once))


def _named(request: HttpRequest, blocks: Iterable[Block], uid: UUID) -> Block | None:
    piece = request.GET.get("piece")
    named = (block for block in blocks if block.media == uid.hex)
    return next((block for block in named if piece in (None, block.crop.mark)), None)


def _as_made(block: Block, file_id: int, size: tuple[int, str] | None) -> Got:
    """By the worker. A whole picture as it was agreed needs no making."""
    if size:
        return sizes.bytes_in(block, file_id=file_id, width=size[0], kind=size[1])
    return None if block.crop.whole else sizes.bytes_in(block, file_id=file_id)


def _handed(request: HttpRequest, got: Got) -> HttpResponse:
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
