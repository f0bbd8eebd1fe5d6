"""The ways to choose stories, as plain links. Choices so narrow that they could point at someone are not offered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from consent import policy
from consent.enums import PlaceDetail
from people import clock
from people.models import Region, Theme
from storybank.enums import Kind
from storybank.models import StoryPage

FEW = 5
"""Under this many, a number is not said and two choices are not combined."""

FIELDS = {"theme": "themes__slug", "kind": "kind", "region": "region__slug", "language": "language"}
LABELS = {"theme": _("Theme"), "kind": _("Kind"), "region": _("Region"), "language": _("Language")}
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}


@dataclass(frozen=True)
class Link:
    name: str
    url: str
    count: int | None
    current: bool


@dataclass(frozen=True)
class Facet:
    label: str
    links: list[Link]


@dataclass(frozen=True)
class Chosen:
    """The stories that answer the choices, the choices that were taken, and their words for the heading."""

    stories: QuerySet[StoryPage]
    taken: dict[str, str]
    words: str


def choose(stories: QuerySet[StoryPage], asked: Mapping[str, str]) -> Chosen:
    """Apply the choices that exist, one after another, as long as enough stories answer them together."""
    names = _names()
    taken: dict[str, str] = {}
    for key, field in FIELDS.items():
        value = asked.get(key, "")
        if value not in names[key]:
            continue
        narrower = _with(key, stories).filter(**{field: value})
        if taken and narrower.count() < FEW:
            continue
        stories, taken[key] = narrower, value
    words = ", ".join(str(names[key][value]) for key, value in taken.items())
    return Chosen(stories=stories, taken=taken, words=words)


def facets(all_stories: QuerySet[StoryPage], chosen: Chosen) -> list[Facet]:
    """Links for every choice that leads somewhere; a second choice only where enough stories answer both."""
    names = _names()
    made = []
    for key, field in FIELDS.items():
        others = {name: value for name, value in chosen.taken.items() if name != key}
        pool = all_stories
        for name, value in others.items():
            pool = _with(name, pool).filter(**{FIELDS[name]: value})
        rows = _with(key, pool).order_by().values_list(field).annotate(number=Count("pk", distinct=True))
        counts: dict[Any, int] = {value: number for value, number in rows if value}
        least = FEW if others else 1
        links = [
            _link(key, value, str(name), counts[value], chosen, others)
            for value, name in names[key].items()
            if counts.get(value, 0) >= least
        ]
        if len(links) > 1 or key in chosen.taken:
            made.append(Facet(str(LABELS[key]), links))
    return made


def _with(key: str, stories: QuerySet[StoryPage]) -> QuerySet[StoryPage]:
    """By region only those whose people let the region be seen: to be found by it is to show it."""
    if key != "region":
        return stories
    return stories.filter(policy.cleared_q(policy.WEBSITE, clock.now(), place=PlaceDetail.REGION))


def _link(key: str, value: str, name: str, count: int, chosen: Chosen, others: dict[str, str]) -> Link:
    current = chosen.taken.get(key) == value
    query = others if current else {**others, key: value}
    address = reverse("storybank:stories")
    return Link(
        name=name,
        url=f"{address}?{urlencode(query)}" if query else address,
        count=count if count >= FEW else None,
        current=current,
    )


def _names() -> dict[str, dict[str, Any]]:
    return {
        "theme": dict(Theme.objects.values_list("slug", "name")),
        "kind": dict(Kind.choices),
        "region": dict(Region.objects.values_list("slug", "name")),
        "language": dict(LANGUAGES),
    }
