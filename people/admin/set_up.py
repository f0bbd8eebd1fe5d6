"""The first run: five short steps, each of which may be skipped. All of it can be changed later in the settings."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from people.admin.access import role_required
from people.admin.set_up_forms import STEPS
from people.models import Organisation
from people.roles import ADMINISTRATOR


@role_required(ADMINISTRATOR)
def set_up(request, step: int = 1):
    """Saving goes on to the next step; after the last one, or "Not now" there, the set-up is done."""
    if not 1 <= step <= len(STEPS):
        raise Http404
    kind = STEPS[step - 1]
    organisation = Organisation.load()
    form = kind(request.POST or None, request.FILES or None, instance=organisation)
    if request.method == "POST":
        if "skip" in request.POST:
            return _onward(step)
        if form.is_valid():
            form.save()
            return _onward(step)
    steps = [(number, one.title, number == step) for number, one in enumerate(STEPS, start=1)]
    context = {"form": form, "step": step, "steps": steps, "title": kind.title, "lead": kind.lead}
    return render(request, "people/admin/set_up.html", context)


def _onward(step: int):
    if step < len(STEPS):
        return redirect("set_up:step", step + 1)
    organisation = Organisation.load()
    organisation.set_up_done = True
    organisation.save(update_fields=["set_up_done"])
    return redirect(reverse("wagtailadmin_home"))
