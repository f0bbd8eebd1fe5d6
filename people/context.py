"""What every page may ask of the charity and of the person signed in. Read only where a page uses it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from people.enums import UserKind
from people.models import Organisation, Person


def organisation(request: HttpRequest) -> dict[str, Any]:
    """`organisation` everywhere; on a desk also `leave_url`, which ends the session, and `supporter_name`."""
    return {
        "organisation": SimpleLazyObject(lambda: Organisation.load(request)),
        "leave_url": SimpleLazyObject(lambda: reverse("people:sign_out") if _is_member(request) else ""),
        "supporter_name": SimpleLazyObject(lambda: _supporter_name(request)),
    }


def _is_member(request: HttpRequest) -> bool:
    user: Any = getattr(request, "user", None)
    return bool(user and user.is_authenticated and user.kind == UserKind.MEMBER)


def _supporter_name(request: HttpRequest) -> str:
    if not _is_member(request):
        return ""
    person = Person.objects.filter(user__id=request.user.pk or 0).select_related("supporter").first()
    return person.supporter.first_name if person and person.supporter else ""
