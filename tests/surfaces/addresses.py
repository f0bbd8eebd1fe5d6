"""Every address of the house: each URL pattern of the resolver, its blanks filled with every id there is."""

import itertools
import re
from collections.abc import Iterator

from django.apps import apps
from django.urls import get_resolver
from django.urls.resolvers import RoutePattern, URLPattern

FEW = 2
"""Ids of one kind tried in one pattern: the newest of every table are among them."""
OF_ONE_TABLE = {
    "admin/concerns/": ("consent.Concern", "pk"),
    "admin/complaints/": ("consent.Complaint", "pk"),
    "admin/ledger/<": ("consent.ConsentFile", "uid"),
    "admin/said/check/": ("consent.Evidence", "uid"),
    "admin/finder/enquiries/": ("storybank.Enquiry", "uid"),
    "admin/packs/pack/": ("storybank.Pack", "uid"),
    "admin/packs/card/": ("storybank.RoomCard", "uid"),
    "admin/private-readings/<": ("storybank.PrivateReading", "uid"),
    "admin/quotes/<": ("storybank.Quote", "code"),
    "admin/work/<": ("storybank.StoryPage", "pk"),
    "my/in-it/": ("consent.ConsentFile", "uid"),
    "my/stories/<uuid:uid>/never-know/": ("consent.ConsentFile", "uid"),
    "my/stories/<uuid:uid>/preview/": ("consent.ConsentFile", "uid"),
    "q/": ("storybank.Quote", "code"),
}
"""Whose pages are about one table → that table, and the column that stands in the address."""
MOST = 12
"""Addresses made of one pattern, the newest ids first."""


def every_address(*, prefix: str = "") -> list[str]:
    """All of them, once; or those below one beginning, with the newest rows of the table that they are about."""
    ids, slugs, uids = _ids(), _slugs(), _uids()
    found: dict[str, None] = {}
    for route in _routes(get_resolver().url_patterns):
        if not route.startswith(prefix) or "(" in route:
            continue
        blanks = re.findall(r"<(?:(\w+):)?(\w+)>", route)
        choices = [_fill(kind or "str", name, ids, slugs, uids) for kind, name in blanks]
        if prefix and choices and (own := _own(route)):
            choices[0] = own
        for values in itertools.islice(itertools.product(*choices), MOST):
            filled = iter(values)
            found["/" + re.sub(r"<[^>]+>", lambda _: next(filled), route)] = None  # noqa: B023  # used at once
    return list(found)


def _own(route: str) -> list[str]:
    """The newest rows of the one table that the pages below this address are about."""
    for start, (table, column) in OF_ONE_TABLE.items():
        if route.startswith((start, f"cy/{start}")):
            rows = apps.get_model(table).objects.order_by("-pk").values_list(column, flat=True)[:MOST]
            return [str(value) for value in rows]
    return []


def _routes(patterns: list, before: str = "") -> Iterator[str]:
    for pattern in patterns:
        here = before + (
            str(pattern.pattern) if isinstance(pattern.pattern, RoutePattern) else _plain(pattern)
        )
        if isinstance(pattern, URLPattern):
            yield here
        else:
            yield from _routes(pattern.url_patterns, here)


def _plain(pattern: object) -> str:
    """A regular expression with its groups as blanks; good enough for the few that Wagtail still has."""
    text = str(pattern.pattern).lstrip("^").rstrip("$").removesuffix("\\Z")  # type: ignore[attr-defined]
    text = re.sub(r"\(\?P<(\w+)>(?:\\d\+|live\|earliest\|\\d\+|[^()]*|\([^()]*\))\)", r"<int:\1>", text)
    return re.sub(r"\\|\.\*/?", "", text) if "<" in text or "\\" in text or "*" in text else text


def _fill(kind: str, name: str, ids: list[str], slugs: list[str], uids: list[str]) -> list[str]:
    if kind == "int":
        return ids
    if kind == "uuid":
        return uids
    if "app" in name:
        return ["storybank", "people", "wagtailcore"]
    if "model" in name:
        return ["storypage", "organisation", "page"]
    return slugs


def _ids() -> list[str]:
    """The newest ids of the tables that hold secrets, stories first, and the first id of all."""
    names = (
        "storybank.StoryPage",
        "people.Person",
        "wagtailcore.Revision",
        "people.User",
        "wagtailcore.TaskState",
    )
    found: dict[str, None] = {}
    for name in names:
        newest = apps.get_model(name).objects.order_by("-pk").values_list("pk", flat=True)[:FEW]
        found |= dict.fromkeys(str(pk) for pk in newest)
    return [*found, "1"]


def _slugs() -> list[str]:
    pages = apps.get_model("wagtailcore.Page").objects.order_by("-pk").values_list("slug", flat=True)[:FEW]
    return ["page", "delete", *pages]


def _uids() -> list[str]:
    names = ("consent.ConsentFile", "people.Person", "storybank.Draft")
    return [
        str(uid) for name in names for uid in apps.get_model(name).objects.values_list("uid", flat=True)[:FEW]
    ]
