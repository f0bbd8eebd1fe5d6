"""The list of stories: to be read, not a wall of cards. Twenty a page, by public day, older and newer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from storybank.domain.counting import VERY_MANY, up_to
from storybank.domain.queries import public_stories
from storybank.domain.reading import readings
from storybank.public.choosing import choose, facets
from storybank.public.keyset import sheet


@require_safe
@cache_control(no_cache=True)
def stories(request: HttpRequest) -> HttpResponse:
    everything = public_stories()
    chosen = choose(everything, request.GET)
    rows = chosen.stories.select_related("region").prefetch_related("themes")
    page = sheet(rows, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    address = reverse("storybank:stories")
    context = {
        "readings": readings(page.rows),
        "total": up_to(chosen.stories, VERY_MANY + 1),
        "very_many": VERY_MANY,
        "facets": facets(everything, chosen),
        "chosen": chosen.words,
        "clear_url": address if chosen.taken else "",
        "newer_url": f"{address}?{urlencode({**chosen.taken, 'after': page.newer})}" if page.newer else "",
        "older_url": f"{address}?{urlencode({**chosen.taken, 'before': page.older})}" if page.older else "",
        "here": "stories",
    }
    return render(request, "storybank/stories.html", context)
