"""The list of stories: to be read, not a wall of cards. Twenty a page, by public day, older and newer."""

import re
from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from storybank.domain.queries import public_stories
from storybank.domain.reading import readings
from storybank.models import StoryPage
from storybank.public.choosing import choose, facets

A_PAGE = 20
MARK = re.compile(r"(\d{4}-\d\d-\d\d)\.([0-9a-f]{1,32})")


@require_safe
@cache_control(no_cache=True)
def stories(request: HttpRequest) -> HttpResponse:
    everything = public_stories()
    chosen = choose(everything, request.GET)
    rows, newer, older = _page(chosen.stories, request.GET.get("after", ""), request.GET.get("before", ""))
    address = reverse("storybank:stories")
    context = {
        "readings": readings(rows),
        "total": chosen.stories.count(),
        "facets": facets(everything, chosen),
        "chosen": chosen.words,
        "clear_url": address if chosen.taken else "",
        "newer_url": f"{address}?{urlencode({**chosen.taken, 'after': newer})}" if newer else "",
        "older_url": f"{address}?{urlencode({**chosen.taken, 'before': older})}" if older else "",
        "here": "stories",
    }
    return render(request, "storybank/stories.html", context)


def _page(found: QuerySet[StoryPage], after: str, before: str) -> tuple[list[StoryPage], str, str]:
    """One page by keyset: the rows, the place to go on towards newer, the place to go on towards older."""
    rows = found.select_related("region").prefetch_related("themes")
    newer_than, older_than = _place(after), _place(before)
    if newer_than:
        day, seed = newer_than
        back = rows.filter(Q(public_on__gt=day) | Q(public_on=day, art_seed__lt=seed))
        page = list(back.order_by("public_on", "-art_seed")[: A_PAGE + 1])
        more_newer, page = len(page) > A_PAGE, page[:A_PAGE][::-1]
        return page, _mark(page[0]) if page and more_newer else "", _mark(page[-1]) if page else ""
    if older_than:
        day, seed = older_than
        rows = rows.filter(Q(public_on__lt=day) | Q(public_on=day, art_seed__gt=seed))
    page = list(rows[: A_PAGE + 1])
    more_older, page = len(page) > A_PAGE, page[:A_PAGE]
    return page, _mark(page[0]) if page and older_than else "", _mark(page[-1]) if more_older else ""


def _mark(page: StoryPage) -> str:
    return f"{page.public_on}.{page.art_seed}"


def _place(mark: str) -> tuple[date, str] | None:
    """A place in the list from its mark; a mark that makes no sense is as good as none."""
    found = MARK.fullmatch(mark)
    try:
        return (date.fromisoformat(found[1]), found[2]) if found else None
    except ValueError:
        return None
