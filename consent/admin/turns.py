"""Something has happened in somebody's life that they wanted to be asked about first, or agreed something until."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from consent.domain.acts.triggers import happened, named_by
from consent.enums import Trigger
from people.admin.access import role_required
from people.domain.caseload import handled_by
from people.roles import SUPPORTER


@role_required(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def told(request, pk: int):
    """Only what some yes of theirs names is on the page: the rest of a life is written down nowhere."""
    person = handled_by(request.user).filter(pk=pk).first()
    if person is None:
        raise Http404
    named = named_by(person)
    if request.method == "POST":
        turn = request.POST.get("turn", "")
        if turn not in named:
            messages.warning(request, "No choice of theirs names that any more. Nothing was changed.")
        else:
            _say(request, happened(person, Trigger(turn), by=request.user))
        return redirect("turns_told", person.pk)
    return render(request, "consent/admin/turns.html", {"person": person, "named": named})


def _say(request, done) -> None:
    if done.paused:
        messages.success(
            request, f"Resting from now on: {done.paused}. Ask them; only they can say that it goes on."
        )
    if done.ended:
        messages.success(request, f"Over from now on, as they agreed: {done.ended}.")
    if not done.paused and not done.ended:
        messages.info(request, "It rests or is over already. Nothing was changed.")
