"""Search over public stories. The index narrows, the gate decides, the renderer checks every byte."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from people.models import Theme
from storybank.domain.queries import public_stories
from storybank.domain.reading import readings
from storybank.domain.reading_shapes import Reading
from storybank.domain.reading_words import theme_link

LONGEST, MOST_WORDS, A_PAGE, LAST_PAGE = 200, 12, 20, 50
NOT_A_WORD = re.compile(r"[^\w'’-]+")


@require_safe
@cache_control(no_cache=True)
def search(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "").strip()
    words = [word for word in NOT_A_WORD.split(typed[:LONGEST]) if word.strip("'’-_")]
    page = _page_number(request.GET.get("page", ""))
    found, total = _find(" ".join(words[:MOST_WORDS]), page)
    context = {
        "query": typed[:LONGEST],
        "too_long": len(typed) > LONGEST or len(words) > MOST_WORDS,
        "readings": found,
        "total": total,
        "suggestions": [] if found else [theme_link(theme) for theme in Theme.objects.all()[:6]],
        "newer_url": _address(typed, page - 1) if page > 1 else "",
        "older_url": _address(typed, page + 1) if total > page * A_PAGE else "",
        "here": "search",
    }
    return render(request, "home/search.html", context)


def _find(words: str, page: int) -> tuple[list[Reading], int]:
    if not words:
        return [], 0
    stories = public_stories().select_related("region").prefetch_related("themes")
    results = stories.search(words, operator="and")
    total = results.count()
    pages = list(results[(page - 1) * A_PAGE : page * A_PAGE])
    return readings(pages), total


def _address(typed: str, page: int) -> str:
    query = {"q": typed[:LONGEST]} | ({"page": page} if page > 1 else {})
    return f"{reverse('home:search')}?{urlencode(query)}"


def _page_number(text: str) -> int:
    """A page from 1 to the last we give; what is no such number is the first page."""
    number = int(text) if re.fullmatch(r"[1-9][0-9]?", text) else 1
    return min(number, LAST_PAGE)
