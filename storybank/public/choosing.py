"""The ways to choose stories, as plain links. Choices so narrow that they could point at someone are not offered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, OuterRef, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from consent import policy
from consent.enums import PlaceDetail
from people import clock
from people.models import Region, Theme
from storybank.domain.counting import MANY, UpTo, up_to
from storybank.enums import Kind
from storybank.models import StoryPage

FEW = 5
"""Under this many, a number is not said and two choices are not combined."""

LOOKED_AT = 400
"""So many stories of a first choice are looked at for second ones; where there are fewer, that is all of them."""

FIELDS = {"theme": "themes__slug", "kind": "kind", "region": "region__slug", "language": "language"}
LABELS = {"theme": _("Theme"), "kind": _("Kind"), "region": _("Region"), "language": _("Language")}
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}
TABLES: dict[str, tuple[str, type[Theme] | type[Region]]] = {
    "theme": ("themes", Theme),
    "region": ("region", Region),
}
VALUES = {"kind": Kind.values, "language": list(LANGUAGES)}


@dataclass(frozen=True)
class Link:
    name: str
    url: str
    count: str
    current: bool


@dataclass(frozen=True)
class Facet:
    label: str
    links: list[Link]


@dataclass(frozen=True)
class Chosen:
    """The stories that answer the choices, the choices that were taken, and their words for the heading.

    `names`: what every choice there is is called, by key and value.
    """

    stories: QuerySet[StoryPage]
    taken: dict[str, str]
    words: str
    names: dict[str, dict[str, Any]]


def choose(stories: QuerySet[StoryPage], asked: Mapping[str, str]) -> Chosen:
    """Apply the choices that exist, one after another, as long as enough stories answer them together."""
    names = _names()
    taken: dict[str, str] = {}
    for key, field in FIELDS.items():
        value = asked.get(key, "")
        if value not in names[key]:
            continue
        narrower = _with(key, stories).filter(**{field: value})
        if taken and up_to(narrower, FEW) < FEW:
            continue
        stories, taken[key] = narrower, value
    words = ", ".join(str(names[key][value]) for key, value in taken.items())
    return Chosen(stories=stories, taken=taken, words=words, names=names)


def facets(all_stories: QuerySet[StoryPage], chosen: Chosen) -> list[Facet]:
    """Links for every choice that leads somewhere; a second choice only where enough stories answer both."""
    made = []
    for key in FIELDS:
        others = {name: value for name, value in chosen.taken.items() if name != key}
        pool = all_stories
        for name, value in others.items():
            pool = _with(name, pool).filter(**{FIELDS[name]: value})
        counts = _counts_among(key, _with(key, pool)) if others else _counts(key, _with(key, pool))
        least = FEW if others else 1
        links = [
            _link(key, value, str(name), counts[value], chosen, others)
            for value, name in chosen.names[key].items()
            if counts.get(value, 0) >= least
        ]
        if len(links) > 1 or key in chosen.taken:
            made.append(Facet(str(LABELS[key]), links))
    return made


def _counts(key: str, pool: QuerySet[StoryPage]) -> dict[str, int]:
    """How many stories answer each value, in one query; never more than one above `MANY`."""
    field, table = TABLES.get(key, (key, None))
    if table:
        number = UpTo(pool.filter(**{field: OuterRef("pk")}), MANY + 1)
        return dict(table.objects.annotate(number=number).values_list("slug", "number"))
    values = VALUES[key]
    numbers = [UpTo(pool.filter(**{field: value}), MANY + 1) for value in values]
    one_row = ContentType.objects.filter(app_label="storybank", model="storypage")
    return dict(zip(values, one_row.values_list(*numbers)[0], strict=True))


def _counts_among(key: str, pool: QuerySet[StoryPage]) -> dict[Any, int]:
    """The same for a second choice, looked for in so many stories of the first and no more: a choice that hardly any
    of them answers must not be looked for in all."""
    some = StoryPage.objects.filter(pk__in=pool.order_by().values("pk")[:LOOKED_AT])
    rows = some.order_by().values_list(FIELDS[key]).annotate(number=Count("pk"))
    return {value: number for value, number in rows if value}


def _with(key: str, stories: QuerySet[StoryPage]) -> QuerySet[StoryPage]:
    """By region only those whose people let the region be seen: to be found by it is to show it."""
    if key != "region":
        return stories
    return stories.filter(policy.cleared_q(policy.WEBSITE, clock.now(), place=PlaceDetail.REGION))


def said_number(count: int) -> str:
    """A number beside a choice: none under `FEW`, and no exact one above `MANY`."""
    if count < FEW:
        return ""
    return str(count) if count <= MANY else f"{MANY}+"


def _link(key: str, value: str, name: str, count: int, chosen: Chosen, others: dict[str, str]) -> Link:
    current = chosen.taken.get(key) == value
    query = others if current else {**others, key: value}
    address = reverse("storybank:stories")
    return Link(
        name=name,
        url=f"{address}?{urlencode(query)}" if query else address,
        count=said_number(count),
        current=current,
    )


def _names() -> dict[str, dict[str, Any]]:
    return {
        "theme": dict(Theme.objects.values_list("slug", "name")),
        "kind": dict(Kind.choices),
        "region": dict(Region.objects.values_list("slug", "name")),
        "language": dict(LANGUAGES),
    }
