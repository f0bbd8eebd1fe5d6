"""The front page: one line of purpose, one voice, the themes, what changed, two doors."""

from typing import Any

from django.db.models import OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from home.models import HomePage
from people import clock
from people.models import Theme
from storybank.domain.counting import MANY, VERY_MANY, UpTo, up_to
from storybank.domain.helping import helplines_for
from storybank.domain.queries import public_stories
from storybank.domain.reading import readings
from storybank.domain.reading_shapes import Reading
from storybank.domain.reading_words import theme_link
from storybank.models import StoryPage
from storybank.public.choosing import said_number

VOICES = 12


@require_safe
@cache_control(no_cache=True)
def front(request: HttpRequest) -> HttpResponse:
    page = HomePage.objects.first()
    stories = public_stories()
    context = {
        "purpose": page.purpose if page else "",
        "voice": _voice(stories),
        "themes": _themes(stories),
        "total": up_to(stories, VERY_MANY + 1),
        "very_many": VERY_MANY,
        "changes": [{"day": block.value["on"], "text": block.value["what"]} for block in page.changed]
        if page
        else [],
        "helplines": [line for line in helplines_for() if line.always],
        "here": "home",
    }
    return render(request, "home/home.html", context)


def _voice(stories: QuerySet[StoryPage]) -> dict[str, str] | None:
    """One real sentence, another each day, never from a story that needs a note first."""
    found = readings(stories.select_related("region").prefetch_related("themes")[:VOICES])
    fitting = [item for item in found if not item.notes and item.language == "en"]
    if not fitting:
        return None
    chosen = fitting[clock.today().toordinal() % len(fitting)]
    return {
        "sentence": _sentence(chosen),
        "url": chosen.url,
        "byline": chosen.byline,
        "kind_label": chosen.kind_label,
        "art_svg": chosen.art_svg,
    }


def _sentence(item: Reading) -> str:
    """The author's own pull quote when there is one, else how the story begins."""
    return next((block.text for block in item.body if block.type == "quote"), item.first_sentence)


def _themes(stories: QuerySet[StoryPage]) -> list[dict[str, Any]]:
    number = UpTo(stories.filter(themes=OuterRef("pk")), MANY + 1)
    return [
        {"name": theme.name, "url": theme_link(theme).url, "count": said_number(theme.number)}
        for theme in Theme.objects.annotate(number=number)
        if theme.number
    ]
