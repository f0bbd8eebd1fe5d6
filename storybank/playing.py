"""A take as an answer, whole or the piece a player asks for. Whoever calls has asked whether it may be heard."""

import re

from django.http import HttpRequest, HttpResponse

from storybank.domain import takes
from storybank.models import Take

RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")


def answer_in_pieces(request: HttpRequest, take: Take) -> HttpResponse:
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    first = int(asked[1]) if asked else 0
    last = min(int(asked[2]) if asked and asked[2] else take.held - 1, take.held - 1)
    if not asked or first > last:
        response = HttpResponse(takes.bytes_of(take), content_type=take.type)
    else:
        piece = takes.bytes_of(take, first=first, last=last)
        response = HttpResponse(piece, content_type=take.type, status=206)
        response["Content-Range"] = f"bytes {first}-{last}/{take.held}"
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "no-store, private"
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return response
