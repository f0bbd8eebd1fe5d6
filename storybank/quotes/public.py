"""/q/<code>/: a quote on a page of its own, made to stand in somebody else's frame. No script, no cookie."""

import logging

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from storybank.quotes.showing import quote_with, shown

log = logging.getLogger(__name__)


@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
@require_safe
def quote(request: HttpRequest, code: str) -> HttpResponse:
    """200 with the words; 410 when they were taken back or may not be shown; 404 for what never was."""
    found = quote_with(code.replace("\x00", ""))
    if found is None:
        raise Http404
    try:
        now = shown(found)
    except Exception:
        log.exception("the gate could not be asked; the quote is not shown")
        now = None
    template = "storybank/quotes/quote.html" if now else "storybank/quotes/ended.html"
    answer = render(request, template, {"quote": now, "code": found.code}, status=200 if now else 410)
    answer["Cache-Control"] = "no-store"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer["X-Robots-Tag"] = "noindex, noarchive"
    return answer
