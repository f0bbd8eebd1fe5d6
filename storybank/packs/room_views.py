"""Read in a room: plan it, print the card, write down how it went."""

from uuid import UUID

from django.contrib import messages as flash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST

from people import clock
from people.admin.access import role_required
from people.roles import COMMS
from storybank.finder.ways import uses_in_a_room
from storybank.models import RoomCard
from storybank.packs import room_cards
from storybank.packs.forms import CardForm, WroteUpForm
from storybank.packs.handing_over import CannotHandOver, ready
from storybank.packs.room_cards import Planned, Went
from storybank.packs.views import UNPROCESSABLE, refusal, shown


@role_required(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, edition_id: int, use: str) -> HttpResponse:
    labels = uses_in_a_room()
    if use not in labels:
        raise Http404
    form = CardForm(request.POST or None, initial={"on": clock.today()})
    try:
        what = ready(edition_id, use=use, by=request.user)
        if request.method == "POST" and form.is_valid():
            card = room_cards.plan(
                Planned(edition_id=edition_id, use=use, **form.cleaned_data), by=request.user
            )
            return redirect("packs:card", card.uid)
    except CannotHandOver as refused:
        return refusal(request, str(refused))
    context = {
        "header_title": f"Read story {what.code} in a room",
        "form": form,
        "use_label": labels[use],
        "act": "Make the card",
        "lead": "The words are read as they stand, by one person, to the people in one room.",
        **shown(what),
    }
    status = UNPROCESSABLE if form.errors else 200
    return TemplateResponse(request, "storybank/press/handover_new.html", context, status=status)


@role_required(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    card = _card(uid)
    form = WroteUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        room_cards.write_up(card, Went(**form.cleaned_data), by=request.user)
        flash.success(request, "Written down. Thank you.")
        return redirect("packs:card", uid)
    context = {
        "header_title": f"Card {card.code}",
        "card": card,
        "reader": room_cards.reader_of(card),
        "form": form,
        "use_label": uses_in_a_room().get(card.use_slug, card.use_slug),
        "over": card.on < clock.today(),
        "early": card.on > clock.today(),
    }
    status = UNPROCESSABLE if form.errors else 200
    return TemplateResponse(request, "storybank/press/card.html", context, status=status)


@role_required(COMMS)
@require_POST
def fetch(request: HttpRequest, uid: UUID) -> HttpResponse:
    card = _card(uid)
    try:
        content = room_cards.card_of(card, by=request.user)
    except CannotHandOver as refused:
        return refusal(request, str(refused))
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{card.code}.pdf"'
    return answer


def _card(uid: UUID) -> RoomCard:
    found: RoomCard = get_object_or_404(RoomCard.objects.select_related("file", "outing", "made_by"), uid=uid)
    return found
