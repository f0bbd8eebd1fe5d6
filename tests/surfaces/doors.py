"""Every view of the house by name, and the addresses where it may open: links that were met, and rows of its table."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.apps import apps
from django.urls import NoReverseMatch, Resolver404, URLPattern, get_resolver, resolve, reverse

ABOUT = {
    "after:pk": "people.Person.pk",
    "after:letter": "storybank.WhatHappened.uid",
    "after:uid": "storybank.CheckIn.uid",
    "caseload:pk": "people.Person.pk",
    "complaints:pk": "consent.Complaint.pk",
    "concerns:pk": "consent.Concern.pk",
    "consent:code": "consent.Receipt.code",
    "finder:uid": "storybank.Enquiry.uid",
    "helplines:pk": "storybank.Helpline.pk",
    "ledger:uid": "consent.ConsentFile.uid",
    "lists:kind": ("themes", "regions"),
    "notices:pk": "consent.Notice.pk",
    "notices:key": "consent.Notice.key",
    "people_staff:pk": "people.User.pk",
    "private_readings:uid": "storybank.PrivateReading.uid",
    "quotes:code": "storybank.Quote.code",
    "resting:pk": "consent.Hold.pk",
    "rights:pk": "home.RightsRequest.pk",
    "said:pk": "people.Person.pk",
    "said:uid": "consent.Evidence.uid",
    "speakers_people:uid": "speakers.Speaker.uid",
    "speakers_requests:uid": "speakers.SpeakerRequest.uid",
    "stops:pk": "people.Person.pk",
    "stops:uid": "consent.RecallAction.uid",
    "storybank:slug": "storybank.StoryPage.slug",
    "storybank:uid": "consent.ConsentFile.uid",
    "turns_told:pk": "people.Person.pk",
    "uses:pk": "consent.Use.pk",
    "wagtailadmin_pages:page_id": "storybank.StoryPage.pk",
    "workshops:uid": "storybank.Workshop.uid",
    "yearly:pk": "people.Person.pk",
    "elsewhere:pk": "people.Person.pk",
    "work:page_id": "storybank.StoryPage.pk",
}
"""The one blank of a room's addresses → what stands in it. What no row fills, a link or a form has to lead to."""
NOTHING_HAS = {
    "IntConverter": [10**20, 0],
    "UUIDConverter": [UUID(int=0)],
    "SlugConverter": ["k" * 300, "-"],
    "StringConverter": ["\x00", "²"],
    "PathConverter": ["\x00", "../../etc/passwd"],
}
MOST = 12


def views() -> dict[str, dict[str, Any]]:
    """Name → the blanks of its address, each with what converts it, for each view that has a name."""
    return dict(_walk(get_resolver().url_patterns))


def _walk(
    patterns: Iterable, space: str = "", blanks: dict | None = None
) -> Iterator[tuple[str, dict[str, Any]]]:
    for one in patterns:
        here = (blanks or {}) | getattr(one.pattern, "converters", {})
        if not isinstance(one, URLPattern):
            yield from _walk(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space, here)
        elif one.name:
            yield f"{space}{one.name}", here


def name_of(address: str) -> str:
    """The view that answers there; nothing where none does."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


def by_rows(name: str, blanks: Iterable[str]) -> list[str]:
    """Where the view may open, made from the newest rows of the table that its addresses are about."""
    match list(blanks):
        case []:
            filled: list[dict] = [{}]
        case [blank]:
            filled = [{blank: value} for value in _values(name, blank)]
        case _:
            filled = []
    return _written(name, filled)


def by_nonsense(name: str, blanks: dict[str, Any]) -> list[str]:
    """The view's addresses with what no row has in every blank."""
    turns = [
        {blank: _nothing(converter)[turn % len(_nothing(converter))] for blank, converter in blanks.items()}
        for turn in range(2 if blanks else 0)
    ]
    return list(dict.fromkeys(_written(name, turns)))


def _nothing(converter: Any) -> list[Any]:
    return NOTHING_HAS.get(type(converter).__name__, ["-"])


def _written(name: str, filled: list[dict]) -> list[str]:
    found = []
    for blanks in filled:
        with suppress(NoReverseMatch):
            found.append(reverse(name, kwargs=blanks))
    return found


def _values(name: str, blank: str) -> list[object]:
    about = ABOUT.get(f"{name.partition(':')[0]}:{blank}", ())
    if not isinstance(about, str):
        return list(about)
    table, _, column = about.rpartition(".")
    return list(
        apps.get_model(table)._base_manager.order_by("-pk").values_list(column, flat=True).distinct()[:MOST]
    )


def open_each(
    wanted: Iterable[str], visit: Callable[[str], Iterable[str] | None], *, begin: Iterable[str] = ()
) -> dict[str, str]:
    """Each wanted view once, at the first address that opens. Returns name → address, for those that did.

    `visit` answers with the addresses that a page leads to, or with None where it did not open.
    """
    every, ways, opened = views(), defaultdict(dict), {}
    for address in begin:
        ways[name_of(address)][address] = None
    for name in wanted:
        ways[name] |= dict.fromkeys(by_rows(name, every[name]))
    been: set[str] = set()
    while name := next((one for one in wanted if one not in opened and ways[one]), None):
        address = next(iter(ways[name]))
        del ways[name][address]
        been.add(address)
        found = visit(address)
        if found is None:
            continue
        opened[name] = address
        for way in found:
            if way not in been:
                ways[name_of(way)][way] = None
    return opened
