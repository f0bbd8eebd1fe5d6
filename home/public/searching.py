"""Search over public stories. What somebody searches for is not logged, not counted, not kept."""

import re
from typing import Any

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from home.public.found import found_rows
from people.models import Theme
from people.tongues import knows
from storybank.domain.reading_words import theme_link
from storybank.domain.searching.answering import Answer, answer
from storybank.domain.searching.asking import read
from storybank.domain.searching.close_to_home import lines_for
from storybank.domain.searching.hits import MOST
from storybank.domain.showing import mark_of
from storybank.public.choosing import FEW
from storybank.public.pieces.answering import answer as answered
from storybank.public.pieces.frame import framed

OTHER_THEMES = 12


@require_safe
@knows("q", "page")
def search(request: HttpRequest) -> HttpResponse:
    """Where the database cannot search, readers get the page with the other ways to a story, and 503."""
    typed = request.GET.get("q", "")
    try:
        with transaction.atomic():
            number = _page_number(request.GET.get("page", ""))
            found = answer(typed, page=number, show=found_rows)
    except DatabaseError:
        return _not_now(request, typed)
    body = render_to_string("home/search_body.html", _found(found))
    asked = ({"q": found.asked.typed} if typed else {}) | ({"page": str(number)} if number > 1 else {})
    pieces = {"search": body}
    page = framed(request, "home/search.html", pieces, mark=mark_of(()), asked=asked, here="search")
    response = answered(request, page, kept_small=False)
    response["Cache-Control"] = "no-cache"  # whatever others may keep: not what somebody typed
    return response


def _not_now(request: HttpRequest, typed: str) -> HttpResponse:
    body = render_to_string("home/search_body.html", _failed(typed))
    response = render(request, "home/search.html", {"slot": {"search": body}, "here": "search"}, status=503)
    response["Cache-Control"] = "no-cache"
    return response


def _found(found: Answer) -> dict[str, Any]:
    asked = found.asked
    return {
        "query": asked.typed,
        "too_long": asked.cut,
        "why_not": asked.why_not.name if asked.why_not else "",
        "several": len(asked.terms) > 1,
        "meant": found.meant.said if found.meant else "",
        "meant_url": _address(found.meant.said) if found.meant else "",
        "found": found.found,
        "total": found.total if found.total >= FEW else None,
        "more_than": MOST if found.more else 0,
        "helplines": lines_for(asked.typed),
        "suggestions": [] if found.found else _themes(),
        "back_url": _address(asked.typed, found.page - 1) if found.page > 1 else "",
        "on_url": _address(asked.typed, found.page + 1) if found.page < found.pages else "",
    }


def _failed(typed: str) -> dict[str, Any]:
    typed = read(typed).typed
    return {
        "query": typed,
        "failed": True,
        "helplines": lines_for(typed),
        "suggestions": _themes(),
    }


def _themes() -> list[Any]:
    return [theme_link(theme) for theme in Theme.objects.all()[:OTHER_THEMES]]


def _address(typed: str, page: int = 1) -> str:
    query = {"q": typed} | ({"page": str(page)} if page > 1 else {})
    return f"{reverse('home:search')}?{urlencode(query)}"


def _page_number(text: str) -> int:
    """A page from 1 to 99; what is no such number is the first page."""
    return int(text) if re.fullmatch(r"[1-9][0-9]?", text, re.ASCII) else 1
