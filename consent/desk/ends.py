"""/my/ends/: what comes to its last day soon, to let go on or to let end; and what we ended ourselves, with why."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from consent.domain.acts.ending_letters import ended_by_us
from consent.domain.acts.ending_soon import Ends, ends_soon, let_it_end
from consent.domain.acts.renewing import renew
from consent.domain.record.terms import CannotAnswer
from consent.domain.told import renotifying
from people.desk.access import member_required, person_of
from people.models import Person


@member_required
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def ends(request: HttpRequest) -> HttpResponseBase:
    """One press a yes. A second press, another tab or a guessed number changes nothing and says so."""
    person = person_of(request)
    soon = ends_soon(person)
    if request.method == "POST":
        _answer(request, person, soon)
        return redirect("consent:ends")
    context = {
        "soon": soon,
        "ended": ended_by_us(person),
        "read_first": bool(soon) and bool(renotifying.to_read_again(person)),
        "supporter_name": person.supporter.first_name if person.supporter else "",
        "leave_url": reverse("people:sign_out"),
    }
    return render(request, "consent/ends.html", context)


def _answer(request: HttpRequest, person: Person, soon: list[Ends]) -> None:
    asked = request.POST.get("go_on") or request.POST.get("let_end") or ""
    row = next((one.permission for one in soon if one.permission.uid == _uid(asked)), None)
    if row is None:
        messages.error(request, _("That one does not end soon any more. Nothing was changed."))
        return
    try:
        if request.POST.get("go_on"):
            renew(row, person=person)
            messages.success(request, _("Thank you. It stays yes, just as it was."))
        else:
            let_it_end(row, person=person)
            messages.success(request, _("It ends on its last day. We do not ask again."))
    except CannotAnswer as error:
        messages.error(request, _(str(error)))


def _uid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
