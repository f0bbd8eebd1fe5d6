"""Bytes for a player, piece by piece (RFC 9110, section 14). Whoever may have them was asked on this very request.

Several pieces at once are answered with the whole: no player needs them, and a reader is never kept waiting by sums.
"""

import hashlib
import re

from django.http import HttpRequest, HttpResponse

ONE = re.compile(r"bytes=[ \t]*(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))[ \t]*", re.IGNORECASE | re.ASCII)
PARTIAL, CANNOT = 206, 416


def answer(request: HttpRequest, plain: bytes, *, content_type: str) -> HttpResponse:
    """The whole (200), one piece (206) or that there is none such (416). HEAD has the same headers and no bytes."""
    tag = f'"{hashlib.sha256(plain).hexdigest()[:32]}"'
    asked = ONE.fullmatch(request.headers.get("Range", ""))
    if asked is None or request.headers.get("If-Range", tag) != tag or request.method not in {"GET", "HEAD"}:
        response = HttpResponse(plain, content_type=content_type)
    else:
        response = _piece(asked, plain, content_type)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = tag
    response["X-Content-Type-Options"] = "nosniff"
    if request.method == "HEAD":
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def _piece(asked: re.Match[str], plain: bytes, content_type: str) -> HttpResponse:
    size = len(plain)
    if asked[3] is not None:  # the last so many
        first, last = max(0, size - int(asked[3])), size - 1
        possible = int(asked[3]) > 0 and size > 0
    else:
        first = int(asked[1])
        last = min(int(asked[2]), size - 1) if asked[2] else size - 1
        if asked[2] and int(asked[2]) < first:  # no range at all: as if none were asked
            return HttpResponse(plain, content_type=content_type)
        possible = first < size
    if not possible:
        response = HttpResponse(status=CANNOT, content_type=content_type)
        response["Content-Range"] = f"bytes */{size}"
        return response
    response = HttpResponse(plain[first : last + 1], content_type=content_type, status=PARTIAL)
    response["Content-Range"] = f"bytes {first}-{last}/{size}"
    return response
