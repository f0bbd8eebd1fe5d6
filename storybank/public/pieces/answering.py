"""The answer with a readers' page: its ETag, how long others may keep it, and its bytes made small once.

Public pages carry no secret (no token, no session), so that how small they become tells nobody anything; pages with
forms that act, desks and the admin are never made small here.
"""

import gzip
from hashlib import blake2b

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from storybank.public.pieces import keeping

WORTH_IT = 1_400
"""Below this a page travels in one packet anyway."""
HOW_SMALL = 6


def answer(request: HttpRequest, page: str, *, kept_small: bool = True, **headers: str) -> HttpResponse:
    """Asked again with the ETag, Django's middleware answers 304: after the gate has said yes in this request.

    `kept_small`: not for pages that hardly anybody asks for twice (search).
    """
    body = page.encode()
    mark = blake2b(body, digest_size=12).hexdigest()
    response = HttpResponse(headers={name.replace("_", "-"): value for name, value in headers.items()})
    response["ETag"] = f'W/"{mark}"'
    response["Cache-Control"] = _how_long(request)
    patch_vary_headers(response, ("Accept-Encoding",))
    if len(body) > WORTH_IT and "gzip" in request.headers.get("Accept-Encoding", ""):
        body = _small(body, mark, kept_small=kept_small)
        response["Content-Encoding"] = "gzip"
    response.content = body
    return response


def _small(body: bytes, mark: str, *, kept_small: bool) -> bytes:
    """Kept under the digest of the very bytes."""
    if not kept_small:
        return gzip.compress(body, 1, mtime=0)
    small: bytes = keeping.made_once(
        keeping.key("small", mark), lambda: gzip.compress(body, HOW_SMALL, mtime=0)
    )
    return small


def _how_long(request: HttpRequest) -> str:
    """`CDN_SECONDS` above nothing lets a network of copies answer without asking us: stop means stop only after it.

    Never for somebody with a cookie: what we said to them after an act may stand on the page.
    """
    seconds = 0 if request.COOKIES else settings.CDN_SECONDS
    return f"max-age=0, s-maxage={seconds}" if seconds else "no-cache"
