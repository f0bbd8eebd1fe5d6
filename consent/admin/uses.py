"""The uses people choose from, for the data-protection officer: mend one, change what it means, ask people again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consent.admin.uses_form import CHANGES, UseForm
from consent.domain.acts.new_use_version import (
    NotAllowed,
    ask_again,
    change_meaning,
    how_many_end,
    mend,
    to_ask_again,
)
from consent.enums import Subject
from consent.models import Use
from people.admin.access import role_required
from people.roles import DPO


@role_required(DPO)
@require_safe
def index(request):
    uses = Use.objects.filter(current=True)
    groups = [(kind.label, [use for use in uses if use.applies_to == kind]) for kind in Subject]
    return render(request, "consent/admin/uses.html", {"groups": groups})


@role_required(DPO)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request, pk: int):
    """Mending is saved at once. A new meaning is shown first with what it ends, and done on the second press."""
    use = get_object_or_404(Use, pk=pk)
    if not use.current:
        messages.error(request, "Somebody has changed this use meanwhile. This is how it stands now.")
        return redirect("uses:edit", _current_of(use).pk)
    form = UseForm(request.POST or None, instance=use)
    if request.method == "POST" and form.is_valid():
        answered = _save(request, form)
        if answered is not None:
            return answered
    context = {"form": form, "use": Use.objects.get(pk=pk), "waiting": len(to_ask_again(use))}
    return render(request, "consent/admin/use.html", context, status=422 if form.errors else 200)


@role_required(DPO)
@require_POST
def ask(request, pk: int):
    """Ask everybody whose answer ended with an older meaning. Twice asks nobody twice."""
    use = get_object_or_404(Use, pk=pk, current=True)
    asked, left = ask_again(use, by=request.user), len(to_ask_again(use))
    messages.success(request, f"Asked again: {asked}." if asked else "There is nobody to ask.")
    if left:
        messages.warning(
            request, f"{left} cannot be asked yet: something in their story has to be settled first."
        )
    return redirect("uses:edit", use.pk)


def _save(request, form):
    changes, stored = form.changes, Use.objects.get(pk=form.instance.pk)
    if not changes:
        messages.info(request, "Nothing was changed.")
        return redirect("uses:edit", stored.pk)
    if form.cleaned_data["meaning"] == CHANGES and "sure" not in request.POST:
        context = {"form": form, "use": stored, "ends": how_many_end(stored)}
        return render(request, "consent/admin/use_sure.html", context)
    try:
        if form.cleaned_data["meaning"] == CHANGES:
            saved = change_meaning(stored, by=request.user, **changes)
            messages.success(request, f"“{saved}” has a new meaning. What was said to the old one has ended.")
        else:
            saved = mend(stored, **changes)
            messages.success(request, f"“{saved}” is saved. Every yes stays.")
    except (NotAllowed, ValidationError) as error:
        form.add_error(None, " ".join(error.messages) if isinstance(error, ValidationError) else str(error))
        return None
    return redirect("uses:edit", saved.pk)


def _current_of(use: Use) -> Use:
    return Use.objects.get(slug=use.slug, applies_to=use.applies_to, current=True)
