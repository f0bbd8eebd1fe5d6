"""Going to every address of the house as somebody, and noting which markers are met where."""

import re
from collections.abc import Iterable, Iterator
from types import ModuleType

from django.test import Client
from django.urls import Resolver404, resolve

from home.access.allowed import reachable
from people import roles
from people.models import User
from tests.surfaces.addresses import every_address

LEAVES = re.compile(r"logout|sign-out|/out/|failwhale|/demo/")
"""Addresses that end the crawl's own sign-in, and Wagtail's page that breaks on purpose."""


def markers_of(module: ModuleType) -> re.Pattern[str]:
    """Every marker that the module names, the longest first."""
    found = (
        value for value in vars(module).values() if isinstance(value, str) and value.startswith("canary")
    )
    return re.compile("|".join(sorted(set(found), key=len, reverse=True)))


def meets(
    user: User | None, markers: re.Pattern[str], *, whole: bool = False, below: Iterable[str] = ()
) -> dict[str, set[str]]:
    """Marker → the addresses where it was met: in the body, in a header, in where it leads.

    A view of the admin that is not on the role's list refuses by its name alone, before any id is looked at: it is
    asked once, with the newest story's id. `whole` asks it with every id all the same (`make deep`). `below`: only
    these beginnings of addresses.
    """
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    met: dict[str, set[str]] = {}
    chosen = [address for start in below for address in every_address(prefix=start)]
    for address in chosen or (every_address() if whole else once_at_closed_doors(user)):
        if LEAVES.search(address):
            continue
        answer = client.get(address)
        assert answer.status_code < 500, address
        for marker in markers.findall(all_of(answer)):
            met.setdefault(marker, set()).add(address)
    return met


def once_at_closed_doors(user: User | None) -> Iterator[str]:
    """Every address, but only the first of each view that the user's role cannot reach."""
    views = reachable(roles.roles_of(user)) if user else frozenset()
    been: set[str] = set()
    for address in every_address():
        name = _closed_door(address)
        if name is None or name in views or name not in been:
            yield address
        if name is not None:
            been.add(name)


def _closed_door(address: str) -> str | None:
    """The name of the admin's view there; None elsewhere, and where nothing answers."""
    if not address.startswith("/admin/"):
        return None
    try:
        return resolve(address).view_name
    except Resolver404:
        return None


def all_of(answer: object) -> str:
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return f"{answer.headers}{body.decode(errors='replace')}".lower()  # type: ignore[attr-defined]
