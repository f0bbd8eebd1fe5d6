"""Letters to print, calls to make, words to pass on, of one's own people. Each opening is logged for the person."""

from pathlib import Path

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from people import clock
from people import paper as making_paper
from people.admin.access import role_required
from people.domain import by_hand, contact_rules, looks, outbox, saying_rules, vault
from people.domain.events import EVENTS
from people.enums import CallOutcome, Channel
from people.paper.frame import Frame, frame_of_house
from people.roles import SUPPORTER

WHAT = {Channel.LETTER: "to write to you", Channel.PHONE: "to phone you"}
LETTER = Path(making_paper.__file__).with_name("letter.typ")


@role_required(SUPPORTER)
def to_do(request):
    waiting = [(message, EVENTS[message.event].title) for message in outbox.to_do_for(request.user)]
    context = {"waiting": waiting, "ask_again": contact_rules.to_ask_again(request.user)}
    return render(request, "people/admin/letters.html", context)


@role_required(SUPPORTER)
@require_POST
def open_one(request, pk: int):
    """What to print, to say or to pass on; the number or the address only while their rules allow it."""
    sheet = _sheet(request, pk)
    if sheet is None:
        return redirect("caseload:letters")
    context = {
        "sheet": sheet,
        "message": sheet.message,
        "hours": list(saying_rules.hours(sheet.rules)),
        "next": saying_rules.moment(sheet.at) if sheet.at and not sheet.now else "",
    }
    return render(request, "people/admin/letter.html", context)


@role_required(SUPPORTER)
@require_POST
def paper(request, pk: int):
    """The letter itself, as a tagged PDF."""
    sheet = _sheet(request, pk)
    if sheet is None or not sheet.is_letter or not sheet.address:
        return redirect("caseload:letters")
    response = HttpResponse(_letter(sheet), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="sheet.pdf"'
    return response


@role_required(SUPPORTER)
@require_POST
def done(request, pk: int):
    """What came of it; without a word it is done."""
    message = _mine_or_none(request, pk)
    outcome = request.POST.get("outcome", CallOutcome.REACHED)
    if message is not None and outcome in CallOutcome.values:
        by_hand.came_of(message, by=request.user, outcome=outcome)
        said = "it comes back." if outcome == CallOutcome.AGAIN else "done."
        messages.success(request, f"{message.person}: {said}")
    return redirect("caseload:letters")


def _mine_or_none(request, pk: int):
    """A second click or a stale tab finds nothing, and goes back to the list."""
    return outbox.to_do_for(request.user).filter(pk=pk).first()


def _sheet(request, pk: int):
    message = _mine_or_none(request, pk)
    sheet = by_hand.sheet(message) if message else None
    if message is not None and sheet is None:
        messages.success(request, f"{message.person}: nothing to do any more, it goes by itself.")
    if sheet is not None and sheet.address:
        bringing = sheet.message.event == looks.EVENT
        what = looks.BRINGING if bringing else WHAT.get(sheet.message.channel, "to reach you")
        vault.view_identity(sheet.message.person, viewer=request.user, what=what)
    return sheet


def _letter(sheet) -> bytes:
    message, plain = sheet.message, sheet.rules.plain_envelope
    with translation.override(message.language):
        warned = _("Staff of the prison may open and read this letter.") if sheet.rules.prison_mail else ""
        day = date_format(clock.today(), "j F Y")
    data = {
        "address": sheet.address,
        "day": day,
        "subject": message.subject,
        "words": message.body,
        "seen_by_others": warned,
        "plain": plain,
    }
    frame = Frame() if plain else frame_of_house()
    return making_paper.make(LETTER, data, title=message.subject, language=message.language, frame=frame)
