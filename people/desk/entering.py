"""Stepping in: the one place where a member's session begins."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect

from people.enums import Language
from people.models import Person, User


def enter(request: HttpRequest, person: Person) -> HttpResponseBase:
    """Sign `person` in and send them to their own first page, in their language."""
    if person.user is None:
        person.user = User.objects.create_member()
        person.save(update_fields=["user"])
    request.session.flush()
    login(request, person.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return HttpResponseRedirect("/cy/my/" if person.language == Language.WELSH else "/my/")


def may_enter(person: Person | None) -> bool:
    """A sign-in that was switched off is as unknown as none."""
    return person is not None and (person.user is None or person.user.is_active)
