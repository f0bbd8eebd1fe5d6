"""What every page may ask of the charity and of the person signed in. Read only where a page uses it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from people import clock
from people.enums import UserKind
from people.models import Organisation, Person
from people.working_days import add_working_days


def organisation(request: HttpRequest) -> dict[str, Any]:
    """`organisation` everywhere; on a desk also `leave_url`, which ends the session, and `supporter_name`.

    `rings_by` is the day by which somebody rings back who left a message when nobody was there: the next working day.
    """
    return {
        "organisation": SimpleLazyObject(lambda: Organisation.load(request)),
        "leave_url": SimpleLazyObject(lambda: reverse("people:sign_out") if _is_member(request) else ""),
        "supporter_name": SimpleLazyObject(lambda: _supporter_name(request)),
        "rings_by": SimpleLazyObject(lambda: add_working_days(clock.now(), 1).astimezone(clock.LONDON)),
    }


def _is_member(request: HttpRequest) -> bool:
    user: Any = getattr(request, "user", None)
    return bool(user and user.is_authenticated and user.kind == UserKind.MEMBER)


def _supporter_name(request: HttpRequest) -> str:
    if not _is_member(request):
        return ""
    person = Person.objects.filter(user__id=request.user.pk or 0).select_related("supporter").first()
    return person.supporter.first_name if person and person.supporter else ""
