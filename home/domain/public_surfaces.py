"""Every list of stories that a reader can open: front page, the list to its last page, feed, map, search."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from home.domain.public_text import stories_linked

Get = Callable[[Client, str], tuple[int, str]]
LISTS = ("home:home", "storybank:feed")
A_PART = re.compile(r"<loc>([^<]+)</loc>")
SEARCHES = 200
"""Hidden stories that are searched for by their own words."""


@dataclass(frozen=True)
class Surface:
    """`whole`: part of the list that holds every story. `repeats_the_question`: shows what was searched for."""

    where: str
    status: int
    body: str
    slugs: set[str]
    whole: bool = False
    repeats_the_question: bool = False


def surfaces(client: Client, get: Get, hidden: dict[str, str]) -> Iterator[Surface]:
    for language, _ in settings.LANGUAGES:
        with override(language):
            addresses = [reverse(name) for name in LISTS]
            first, search, index = (
                reverse(name) for name in ("storybank:stories", "home:search", "home:sitemap")
            )
        for address in addresses:
            yield _surface(client, get, address)
        yield from _pages(client, get, first)
        yield from _parts(client, get, index)
    one_line_each = {slug: line for line, slug in hidden.items()}
    for line in list(one_line_each.values())[:SEARCHES]:
        yield _surface(client, get, f"{search}?{urlencode({'q': line[:80]})}", repeats_the_question=True)


def _pages(client: Client, get: Get, first: str) -> Iterator[Surface]:
    """The list from its newest page to its oldest."""
    address, been = first, set[str]()
    while address and address not in been:
        been.add(address)
        page = _surface(client, get, address, whole=True)
        yield page
        address = _older(page.body, first)


def _parts(client: Client, get: Get, index: str) -> Iterator[Surface]:
    """The map, and every part that it names."""
    page = _surface(client, get, index)
    yield page
    for part in A_PART.findall(page.body):
        yield _surface(client, get, urlsplit(unescape(part)).path)


def _older(body: str, first: str) -> str:
    for part in body.split('href="')[1:]:
        address = unescape(part.partition('"')[0])
        if address.startswith(f"{first}?") and "before=" in address:
            return address
    return ""


def _surface(
    client: Client, get: Get, address: str, *, whole: bool = False, repeats_the_question: bool = False
) -> Surface:
    status, body = get(client, address)
    return Surface(address, status, body, stories_linked(body), whole, repeats_the_question)
