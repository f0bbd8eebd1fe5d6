"""/reading/<token>/: asking for it shows a name to agree to; only saying "that is me" opens the words.

Unknown, over, taken back and stopped are one and the same answer, to the byte.
"""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_http_methods

from storybank.private_reading import making

LONGEST_TOKEN = 64


@require_http_methods(["GET", "HEAD", "POST"])
def private_reading(request: HttpRequest, token: str) -> HttpResponse:
    answer = _answer(request, token)
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
    return TemplateResponse(request, "storybank/private_reading/words.html", {"opened": opened})


def _over(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "storybank/private_reading/over.html", status=HTTPStatus.GONE)
