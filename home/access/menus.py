"""Menus offer only what the wall lets through: nobody meets a door that is not theirs."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from wagtail.admin.search import admin_search_areas

from home.access.allowed import reachable
from people.roles import roles_of


def keep_reachable(request: HttpRequest, items: list[Any]) -> None:
    """Drop, in place, every item whose address the wall would refuse; addresses elsewhere go too."""
    views = reachable(roles_of(request.user))
    items[:] = [item for item in items if _leads_somewhere(str(item.url), views)]


def _leads_somewhere(url: str, views: frozenset[str]) -> bool:
    if url == "#":  # a submenu: it hides itself when all its items are gone
        return True
    try:
        return resolve(urlsplit(url).path).view_name in views and not urlsplit(url).netloc
    except Resolver404:
        return False


def no_search_for_pictures() -> None:
    """Who may add a picture is offered a search whose page the wall refuses; no hook of Wagtail's leaves it out."""
    kept = [area for area in admin_search_areas.registered_search_areas if area.name != "images"]
    admin_search_areas.registered_search_areas = kept


def clear(_request: HttpRequest, items: list[Any]) -> None:
    """Wagtail's dashboard shows titles, counts and who edited what; its help leaves the house."""
    items.clear()
