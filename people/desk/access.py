"""Who may open a desk page: a signed-in member, on pages that no cache and no other site ever sees."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from people.desk.nothing_lost import signed_out
from people.desk.unstored import unstored
from people.enums import UserKind
from people.models import Person

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def person_of(request: HttpRequest) -> Person:
    """The person whose desk this is. Raises PermissionDenied for everyone else."""
    person = _member(request)
    if person is None:
        raise PermissionDenied("this is a member's own page")
    return person


def member_required(view: View[P]) -> View[P]:
    """Strangers go to the sign-in page and lose no typed word; staff are refused; no answer is stored anywhere."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return unstored(signed_out(request) or redirect("people:sign_in"))
        if _member(request) is None:
            return unstored(not_in_your_role(request))
        return unstored(view(request, *args, **kwargs))

    return guarded


def not_in_your_role(request: HttpRequest) -> HttpResponse:
    """The same plain page whether the thing exists or not; so it names no address, not even its own."""
    return render(request, "people/not_in_your_role.html", {"languages": []}, status=403)


def _member(request: HttpRequest) -> Person | None:
    """Looked up once a request."""
    user: Any = request.user
    if not user.is_authenticated or user.kind != UserKind.MEMBER:
        return None
    known: Any = request
    if not hasattr(known, "_person"):
        people = Person.objects.select_related("user", "supporter", "team")
        known._person = people.filter(user=user).first()
    found: Person | None = known._person
    return found
