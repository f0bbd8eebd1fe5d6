"""The wall before the admin: only the views on a role's list, and of those only what is there for the user.

Refused, missing and not yours all look the same, to the byte, so that nobody can count stories by guessing.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse

from home.access import menus
from home.access.allowed import INSTEAD, reachable
from home.access.things import may_open
from people.roles import roles_of
from storybank.admin.refusals import why_not_this_way

OPEN = frozenset({"staff_sign_in", "wagtailadmin_logout"})
"""Wagtail's own sign-in address only leads to ours; leaving is open to everybody."""
LARGEST = 2**63 - 1
"""No row has a larger number, and asking a database for one is an error."""


class Wall:
    """Stands behind the sign-in. Asks at `process_view`, when the view's name is known and nothing has run."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.door = reverse("wagtailadmin_home")
        menus.no_search_for_pictures()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        missing = answer.status_code == HTTPStatus.NOT_FOUND and request.path_info.startswith(self.door)
        return refusal() if missing and not _signed_out(request) else answer

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if not request.path_info.startswith(self.door):
            return None
        name = getattr(request.resolver_match, "view_name", "")
        if name in OPEN:
            return None
        if _signed_out(request):
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        views = reachable(roles_of(request.user))
        if name in views:
            there = max(_numbers(kwargs), default=0) <= LARGEST
            return None if there and may_open(request.user, name, kwargs) else refusal()
        instead = INSTEAD.get(name)
        if instead in views:
            return redirect(reverse(instead, query=request.GET))
        words = why_not_this_way(request.user, name, kwargs, request.GET.getlist("id"))
        return refusal(words)


def refusal(words: str = "") -> HttpResponse:
    """The same bytes for everybody and everything; with `words`, why a story they may read does not go this road."""
    page = render_to_string("home/access/not_in_your_role.html", {"words": words})
    return HttpResponse(page, status=HTTPStatus.FORBIDDEN)


def _numbers(kwargs: dict[str, Any]) -> list[int]:
    return [value for value in kwargs.values() if isinstance(value, int)]


def _signed_out(request: HttpRequest) -> bool:
    return not request.user.is_authenticated
