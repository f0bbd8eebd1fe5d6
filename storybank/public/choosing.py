"""The ways to choose stories, as plain links. Choices so narrow that they could point at someone are not offered.

Every choice is by something that the page of each story it leads to shows: what somebody keeps is not found by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, OuterRef, QuerySet, Value
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consent import policy
from consent.enums import PlaceDetail
from people import clock
from people.models import Region, Theme
from people.said_here import name_here
from storybank.domain.counting import MANY, VERY_MANY, UpTo, up_to
from storybank.domain.queries import public_stories
from storybank.enums import Kind
from storybank.models import StoryPage
from storybank.public.formats import FORMATS, by_format
from storybank.public.pieces import keeping

FEW = 5
"""Under this many, a number is not said and two choices are not combined."""

LOOKED_AT = 400
"""So many stories of a first choice are looked at for second ones; where there are fewer, that is all of them."""

FIELDS = {
    "theme": "themes__slug",
    "kind": "kind",
    "format": "",
    "region": "region__slug",
    "language": "language",
}
"""The choices in their order, and the column of each; a format is told by `by_format`."""
LABELS = {
    "theme": _("Theme"),
    "kind": _("Kind"),
    "format": _("How it is told"),
    "region": _("Region"),
    "language": _("Language"),
}
LANGUAGES = {"en": _("English"), "cy": _("Welsh")}
TABLES: dict[str, tuple[str, type[Theme] | type[Region]]] = {
    "theme": ("themes", Theme),
    "region": ("region", Region),
}
Names = dict[str, dict[str, Any]]
VALUES = {"kind": Kind.values, "format": list(FORMATS), "language": list(LANGUAGES)}


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
    names: Names


def take(asked: Mapping[str, str], names: Names) -> dict[str, str]:
    """The choices that exist and that enough stories answer together, now."""
    taken: dict[str, str] = {}
    for key in FIELDS:
        value = asked.get(key, "")
        if value not in names[key]:
            continue
        together = {**taken, key: value}
        if taken and up_to(narrowed(public_stories(), together), FEW) < FEW:
            continue
        taken = together
    return taken


def narrowed(
    stories: QuerySet[StoryPage], taken: Mapping[str, str], at: datetime | None = None
) -> QuerySet[StoryPage]:
    """Those that answer every choice."""
    for key, value in taken.items():
        stories = _answering(key, value, _with(key, stories, at), at)
    return stories


def _answering(
    key: str, value: Any, stories: QuerySet[StoryPage], at: datetime | None = None
) -> QuerySet[StoryPage]:
    if key == "format":
        return by_format(stories, value, at or clock.now())
    return stories.filter(**{FIELDS[key]: value})


def words_of(taken: Mapping[str, str], names: Names) -> str:
    return ", ".join(str(names[key][value]) for key, value in taken.items())


def facets(all_stories: QuerySet[StoryPage], chosen: Chosen) -> tuple[list[Facet], int]:
    """Links for every choice that leads somewhere; a second choice only where enough stories answer both. And how many
    stories answer what is chosen, never more than one above `VERY_MANY`."""
    others = {
        key: {name: value for name, value in chosen.taken.items() if name != key} for key in chosen.names
    }
    pools = {key: _with(key, narrowed(all_stories, others[key])) for key in FIELDS}
    counts, total = _in_one_row(chosen, {key: pools[key] for key in FIELDS if not others[key]}, pools)
    made = []
    for key in FIELDS:
        if key not in counts:
            counts[key] = _counts_among(key, pools[key]) if others[key] else _counts(key, pools[key])
        least = FEW if others[key] else 1
        links = [
            _link(key, value, str(name), counts[key][value], chosen, others[key])
            for value, name in chosen.names[key].items()
            if counts[key].get(value, 0) >= least
        ]
        if len(links) > 1 or key in chosen.taken:
            made.append(Facet(str(LABELS[key]), links))
    return made, total


def _in_one_row(
    chosen: Chosen, alone: Mapping[str, QuerySet[StoryPage]], pools: Mapping[str, QuerySet[StoryPage]]
) -> tuple[dict[str, dict[Any, int]], int]:
    """In one query: how many are chosen, and what can be counted value by value; never more than one above `MANY`."""
    counted = {key: pool for key, pool in alone.items() if key in VALUES and key != "format"}
    by_value = {
        key: {value: _answering(key, value, pool) for value in VALUES[key]} for key, pool in counted.items()
    }
    by_value["format"] = _told(alone.get("format"), pools["format"])
    numbers = [UpTo(found, MANY + 1) for key in by_value for found in by_value[key].values()]
    one_row = ContentType.objects.filter(app_label="storybank", model="storypage")
    total, *row = one_row.values_list(UpTo(chosen.stories, VERY_MANY + 1), *numbers)[0]
    found = iter(row)
    return {key: {value: next(found) for value in by_value[key]} for key in by_value}, total


def _told(alone: QuerySet[StoryPage] | None, pool: QuerySet[StoryPage]) -> dict[Any, QuerySet[StoryPage]]:
    """By format: of all stories, or of so many of a first choice."""
    found, at = _some_of(pool) if alone is None else alone, clock.now()
    return {form: by_format(found, form, at, of_few=alone is None) for form in FORMATS}


def _counts(key: str, pool: QuerySet[StoryPage]) -> dict[Any, int]:
    """How many stories answer each value of a table, in one query; never more than one above `MANY`."""
    field, table = TABLES[key]
    number = UpTo(pool.filter(**{field: OuterRef("pk")}), MANY + 1)
    return dict(table.objects.annotate(number=number).values_list("slug", "number"))


def _counts_among(key: str, pool: QuerySet[StoryPage]) -> dict[Any, int]:
    """The same for a second choice, looked for in so many stories of the first and no more: a choice that hardly any
    of them answers must not be looked for in all."""
    rows = _some_of(pool).order_by().values_list(FIELDS[key]).annotate(number=Count("pk"))
    return {value: number for value, number in rows if value}


def _some_of(pool: QuerySet[StoryPage]) -> QuerySet[StoryPage]:
    found: QuerySet[StoryPage] = StoryPage.objects.filter(pk__in=pool.order_by().values("pk")[:LOOKED_AT])
    return found


def _with(key: str, stories: QuerySet[StoryPage], at: datetime | None = None) -> QuerySet[StoryPage]:
    """By region only those whose people let the region be seen: to be found by it is to show it."""
    if key != "region":
        return stories
    return stories.filter(policy.cleared_q(policy.WEBSITE, at or clock.now(), place=PlaceDetail.REGION))


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


def choices() -> Names:
    """What every choice there is is called, by key and value."""
    called = _called()
    return {
        "theme": called["theme"],
        "kind": {value: gettext(str(label)) for value, label in Kind.choices},
        "format": {value: str(label) for value, label in FORMATS.items()},
        "region": called["region"],
        "language": dict(LANGUAGES),
    }


def known_choices(mark: str) -> Names:
    """The same, kept under the mark of what stands around stories."""
    names: Names = keeping.made_once(keeping.key("choices", mark), choices)
    return names


def _called() -> dict[str, dict[str, Any]]:
    """Themes and regions by their names here, in one query."""
    theme, region = (
        table.objects.order_by().values_list("slug", "name", "name_cy", Value(key))
        for key, (_, table) in TABLES.items()
    )
    found: dict[str, dict[str, Any]] = {key: {} for key in TABLES}
    for slug, name, name_cy, key in theme.union(region, all=True).order_by("name"):
        found[key][slug] = name_here(TABLES[key][1](slug=slug, name=name, name_cy=name_cy))
    return found
