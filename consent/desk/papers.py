"""A kept scan or voice as an answer: never guessed at by a browser, never kept by a cache, able to run nothing."""

from django.http import Http404, HttpResponse

from consent.domain.written import evidence
from consent.models import Evidence


def shown(row: Evidence) -> HttpResponse:
    """The kept bytes, never guessed at by a browser, never kept by a cache."""
    content = evidence.content_of(row)
    if not content:
        raise Http404
    answer = HttpResponse(content, content_type=row.content_type)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Disposition"] = "inline"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "no-store, private"
    return answer
