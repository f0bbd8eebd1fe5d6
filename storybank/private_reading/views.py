"""/reading/<token>/: asking for it shows a name to agree to; only saying "that is me" opens the words.

Its pictures stand at addresses under it, for the page that was opened and for nothing else.
Unknown, over, taken back and stopped are one and the same answer, to the byte.
"""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_http_methods, require_safe

from storybank.private_reading import making
from storybank.private_reading.making import Opened

LONGEST_TOKEN = 64


@require_http_methods(["GET", "HEAD", "POST"])
def private_reading(request: HttpRequest, token: str) -> HttpResponse:
    return _kept_by_nobody(_answer(request, token))


@require_safe
def private_picture(request: HttpRequest, token: str, uid: UUID) -> HttpResponse:
    """The bytes for the opened page. A browser that says it wants them as a page or a file of their own gets none."""
    alone = request.headers.get("Sec-Fetch-Dest", "image") != "image"
    got = making.picture(token, uid) if len(token) <= LONGEST_TOKEN and not alone else None
    return _kept_by_nobody(HttpResponse(got[0], content_type=got[1]) if got else _over(request))


def _kept_by_nobody(answer: HttpResponse) -> HttpResponse:
    add_never_cache_headers(answer)
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return answer


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    row = making.found(token) if len(token) <= LONGEST_TOKEN else None
    if row is None:
        return _over(request)
    if request.method != "POST":
        context = {"reader": making.reader_of(row), "office": row.office, "last_day": row.last_day}
        return TemplateResponse(request, "storybank/private_reading/door.html", context)
    opened = making.open_(token)
    if opened is None:
        return _over(request)
    return TemplateResponse(request, "storybank/private_reading/words.html", _context(opened, token))


def _context(opened: Opened, token: str) -> dict[str, object]:
    """The words with the addresses at which this reader's browser gets the pictures."""
    body = [
        {**block, "url": reverse("storybank:private_picture", args=[token, UUID(block["media"])])}
        if block["type"] == "picture"
        else block
        for block in opened.reading["body"]
    ]
    return {"opened": opened, "body": body}


def _over(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "storybank/private_reading/over.html", status=HTTPStatus.GONE)
