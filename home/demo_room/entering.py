"""Being somebody: one click signs a visitor in as one of the seven, with a fresh session."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from home.demo_room.cast import BY_KEY, Role, member, staff_user
from home.demo_room.gate import only_in_demo
from home.demo_room.things import begins_at
from people.desk.entering import enter


@only_in_demo
@require_POST
def be(request: HttpRequest) -> HttpResponseBase:
    """Staff land in the admin, members on their desk; a thing to try may begin somewhere further in."""
    role = BY_KEY.get(request.POST.get("who", ""))
    answer = _signed_in(request, role) if role else None
    if answer is None:
        messages.error(request, _("That person is not in the demo just now. Start the demo again."))
        return redirect("home:demo")
    begins = begins_at(request.POST.get("thing", ""))
    return HttpResponseRedirect(begins) if begins else answer


@only_in_demo
@require_POST
def be_nobody(request: HttpRequest) -> HttpResponseBase:
    logout(request)
    return redirect("home:demo")


def _signed_in(request: HttpRequest, role: Role) -> HttpResponseBase | None:
    if not role.staff:
        person = member(role)
        return enter(request, person) if person else None
    user = staff_user(role)
    if user is None:
        return None
    request.session.flush()
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("wagtailadmin_home")
