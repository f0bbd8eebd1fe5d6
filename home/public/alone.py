"""Pages and answers that ask nothing of anybody: no database, no session, no cache.

Somebody may have come to stop something: they keep our phone number by heart, and speak the language of the address.
"""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override

from storybank.api.problems import problem

FOR_PROGRAMS = "/api/"
NOWHERE_KEPT = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
_known = {"phone": ""}


def remember(phone: str) -> None:
    """Called whenever a page reads the organisation, so that the number is known when the database is not."""
    _known["phone"] = phone


def answer(
    request: HttpRequest,
    template: str,
    *,
    status: HTTPStatus,
    words: str,
    retry_after: int = 0,
    **context: Any,
) -> HttpResponse:
    """The page in the language of the address; for programs `words`, in English, as data."""
    language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    response: HttpResponse
    if request.path_info.startswith(FOR_PROGRAMS):
        response = problem(status, words)
    else:
        prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
        with override(language):
            page = render_to_string(template, {**_known, "prefix": prefix, **context})
        response = HttpResponse(page, status=status, headers={"Content-Language": language})
    for name, value in NOWHERE_KEPT.items():
        response[name] = value
    if retry_after:
        response["Retry-After"] = str(retry_after)
    return response
