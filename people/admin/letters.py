"""Letters to print and calls to make, for one's own people. Opening one opens the vault, and is logged so."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from people.admin.access import role_required
from people.domain import outbox, vault
from people.domain.events import EVENTS
from people.enums import Channel
from people.roles import SUPPORTER

WHAT = {Channel.LETTER: "to write to you", Channel.PHONE: "to phone you"}


@role_required(SUPPORTER)
def to_do(request):
    waiting = [(message, EVENTS[message.event].title) for message in outbox.to_do_for(request.user)]
    return render(request, "people/admin/letters.html", {"waiting": waiting})


@role_required(SUPPORTER)
@require_POST
def open_one(request, pk: int):
    """A sheet to print, or what to say and which number to ring."""
    message = _mine_or_none(request, pk)
    if message is None:
        return redirect("caseload:letters")
    vault.view_identity(message.person, viewer=request.user, what=WHAT.get(message.channel, "to reach you"))
    address = message.address or vault.contact_address(message.person)
    context = {"message": message, "address": address, "is_letter": message.channel == Channel.LETTER}
    return render(request, "people/admin/letter.html", context)


@role_required(SUPPORTER)
@require_POST
def done(request, pk: int):
    message = _mine_or_none(request, pk)
    if message is not None:
        outbox.done(message)
        messages.success(request, f"{message.person}: done.")
    return redirect("caseload:letters")


def _mine_or_none(request, pk: int):
    """A second click or a stale tab finds nothing, and goes back to the list."""
    return outbox.to_do_for(request.user).filter(pk=pk).first()
