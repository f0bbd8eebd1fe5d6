"""One person, for those who stand beside them: how to reach them, what was sent, who must not handle them."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render

from people.admin.access import role_required
from people.admin.forms import ChangeForm, ConflictsForm, IdentityForm, ReasonForm
from people.admin.listing import handled_or_404, seen_or_404
from people.domain import contact_rules, fitting, saying_rules, setting_rules, vault
from people.domain.caseload import handled_by
from people.domain.events import EVENTS
from people.models import Person, User
from people.roles import DPO, SAFEGUARDING, SUPPORTER

LABELS = {
    "legal_name": "Legal name",
    "born": "Born on",
    "address": "Postal address",
    "phone": "Phone",
    "email": "E-mail",
    "prison_number": "Prison number",
}

HOW_REACHED = ("channel", "sender_name", "contact_notes")
CHANGED = ("called", "language", "notice_format", *HOW_REACHED)


@role_required(SUPPORTER, SAFEGUARDING, DPO)
def person(request, pk: int):
    return _page(request, seen_or_404(request, pk), form=ReasonForm())


@role_required(SUPPORTER, SAFEGUARDING, DPO)
def contact(request, pk: int):
    """Open the vault. In one's own caseload at a click; elsewhere with a reason in words. Logged either way."""
    someone = seen_or_404(request, pk)
    if request.method != "POST":
        return redirect("caseload:person", pk)
    mine = someone.supporter_id == request.user.pk
    form = ReasonForm(request.POST)
    if not mine and not form.is_valid():
        return _page(request, someone, form=form, status=403)
    reason = "" if mine else form.cleaned_data["reason"]
    try:
        known = vault.view_identity(someone, viewer=request.user, reason=reason)
    except vault.ReasonNeeded as error:
        form.add_error("reason", str(error))
        return _page(request, someone, form=form, status=403)
    details = [(LABELS[name], known[name]) for name in LABELS if name in known]
    return _page(request, someone, form=ReasonForm(), details=details, opened=True)


@role_required(SUPPORTER)
def change(request, pk: int):
    """An empty address or detail leaves what the vault holds."""
    someone = handled_or_404(request, pk)
    form = ChangeForm(request.POST or None, initial={name: getattr(someone, name) for name in CHANGED})
    identity = IdentityForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and identity.is_valid():
        _save(someone, form.cleaned_data, identity.cleaned_data, by=request.user)
        messages.success(request, f"{someone} is changed.")
        return redirect("caseload:person", pk)
    return render(
        request, "people/admin/change.html", {"person": someone, "form": form, "identity": identity}
    )


@role_required(SUPPORTER)
def conflicts(request, pk: int):
    someone = handled_or_404(request, pk)
    form = ConflictsForm(request.POST or None, initial={"conflicts": someone.conflicts.all()})
    if request.method == "POST" and form.is_valid():
        barred = form.cleaned_data["conflicts"]
        if someone.supporter in barred:
            form.add_error(
                "conflicts", "They are the one who supports this person. Hand the person over first."
            )
        else:
            someone.conflicts.set(barred)
            messages.success(request, f"Conflicts with {someone} are declared.")
            return redirect("caseload:people")
    return render(request, "people/admin/conflicts.html", {"person": someone, "form": form})


@transaction.atomic
def _save(someone: Person, given: dict, identity: dict, *, by: User) -> None:
    before = Person.objects.get(pk=someone.pk)
    another = bool(given["address"]) or any(given[name] != getattr(before, name) for name in HOW_REACHED)
    for name in CHANGED:
        setattr(someone, name, given[name])
    someone.save()
    details = {name: str(value) for name, value in identity.items() if value}
    if given["address"]:
        details[vault.FIELD_OF_CHANNEL[given["channel"]]] = given["address"]
    if details:
        vault.set_identity(someone, **details)
    if another:
        setting_rules.say_again(someone, by=by)
    fitting.fit_all(someone)


def _page(request, someone: Person, *, form, details=None, opened=False, status=200):
    sent = someone.messages.order_by("-written_at", "-id")[:10]
    rules = contact_rules.rules_of(someone)
    context = {
        "person": someone,
        "handled": handled_by(request.user).filter(pk=someone.pk).exists(),
        "mine": someone.supporter_id == request.user.pk,
        "messages_sent": [
            (message, EVENTS[message.event].title) for message in sent if message.event in EVENTS
        ],
        "has_card": someone.access_codes.filter(ended_at=None).exists(),
        "rules": list(saying_rules.sentences(rules)),
        "through": rules.via,
        "form": form,
        "details": details,
        "opened": opened,
    }
    return render(request, "people/admin/person.html", context, status=status)
