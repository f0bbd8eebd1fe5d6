"""Inviting at a table, in under a minute, and the card that is printed there and then."""

import secrets

from django.core.cache import cache
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from people.admin import cards
from people.admin.access import role_required
from people.admin.forms import InviteForm
from people.admin.listing import handled_or_404
from people.domain import codes, contact_rules, inviting
from people.models import Organisation
from people.roles import SUPPORTER

A_WHILE = 600


@role_required(SUPPORTER)
def invite(request):
    form = InviteForm(request.POST or None, user=request.user, initial=_beginning(request))
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        if not cache.add(f"invited:{request.user.pk}:{given.pop('once')}", 1, timeout=A_WHILE):
            return redirect("caseload:people")  # the second of two clicks
        invitation = inviting.invite(by=request.user, **given)
        cards.lay_out(request, invitation.person, code16=invitation.code16, token=invitation.card_token)
        return redirect("caseload:card", invitation.person.pk)
    return render(request, "people/admin/invite.html", {"form": form})


@role_required(SUPPORTER)
@require_POST
def new_card(request, pk: int):
    """The old card ends at once."""
    person = handled_or_404(request, pk)
    code16, token = codes.issue_code(person, by=request.user)
    cards.lay_out(request, person, code16=code16, token=token)
    return redirect("caseload:card", person.pk)


@role_required(SUPPORTER)
@require_POST
def end_card(request, pk: int):
    """The card is lost: nothing opens with it any more."""
    person = handled_or_404(request, pk)
    codes.end_codes(person)
    return redirect("caseload:person", person.pk)


@role_required(SUPPORTER)
def card(request, pk: int):
    """Shown to the one who made it, for ten minutes; after that there is only a new card."""
    person = handled_or_404(request, pk)
    context = {
        "person": person,
        "card": cards.of(request, person),
        "through": contact_rules.rules_of(person).via,
    }
    return render(request, "people/admin/card.html", context)


def _beginning(request) -> dict[str, str]:
    sender = request.user.first_name or Organisation.load(request).sender_name
    return {"once": secrets.token_hex(8), "sender_name": sender}
