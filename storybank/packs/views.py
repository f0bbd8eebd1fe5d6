"""Packs in three clicks: this story, for this person, there it is."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages as flash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people import clock
from people.admin.access import role_required
from people.roles import COMMS
from storybank.domain.reading_shapes import Block
from storybank.finder.press_words import TERMS, words_of
from storybank.finder.ways import uses_by_pack
from storybank.models import NewsletterIssue, Pack, PrivateReading, RoomCard
from storybank.packs import making
from storybank.packs.documents import how_named
from storybank.packs.enclosed import picture_in
from storybank.packs.forms import PackForm
from storybank.packs.handing_over import CannotHandOver, Ready, ready
from storybank.packs.making import Wanted

UNPROCESSABLE, CONFLICT = 422, 409


@role_required(COMMS)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What went out lately, and what has still to be written up. Names of recipients stand on each thing's own page."""
    context = {
        "header_title": "What went out",
        "packs": list(Pack.objects.select_related("made_by", "outing")[:20]),
        "readings": list(PrivateReading.objects.select_related("made_by", "outing")[:20]),
        "cards": list(RoomCard.objects.select_related("made_by").order_by("-on", "-id")[:20]),
        "issues": list(NewsletterIssue.objects.all()[:10]),
        "uses": uses_by_pack(),
        "now": clock.now(),
    }
    return TemplateResponse(request, "storybank/press/went_out.html", context)


@role_required(COMMS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, edition_id: int, use: str) -> HttpResponse:
    """Who it is for. Nothing goes out from here."""
    labels = uses_by_pack()
    if use not in labels:
        raise Http404
    form = PackForm(request.POST or None, initial={"outlet": request.GET.get("outlet", "")[:80]})
    try:
        what = ready(edition_id, use=use, by=request.user)
        if request.method == "POST" and form.is_valid():
            pack = making.make_pack(
                Wanted(edition_id=edition_id, use=use, **form.cleaned_data), by=request.user
            )
            return redirect("packs:pack", pack.uid)
    except CannotHandOver as refused:
        return refusal(request, str(refused))
    context = {
        "header_title": f"A pack of story {what.code}",
        "form": form,
        "terms": words_of(TERMS).filled(),
        "use_label": labels[use],
        **shown(what),
    }
    status = UNPROCESSABLE if form.errors else 200
    return TemplateResponse(request, "storybank/press/pack_new.html", context, status=status)


@role_required(COMMS)
@require_safe
def one(request: HttpRequest, uid: UUID) -> HttpResponse:
    pack = _pack(uid)
    context = {
        "header_title": f"Pack {pack.code}",
        "pack": pack,
        "recipient": making.recipient_of(pack),
        "contact": making.contact_of(pack),
        "use_label": uses_by_pack().get(pack.use_slug, pack.use_slug),
        "over": clock.now() >= pack.link_until,
    }
    return TemplateResponse(request, "storybank/press/pack.html", context)


@role_required(COMMS)
@require_POST
def fetch(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The bytes. Asking is an act, so it is never a link."""
    pack = _pack(uid)
    try:
        content = making.fetch(pack, by=request.user)
    except CannotHandOver as refused:
        return refusal(request, str(refused))
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{pack.code}.zip"'
    return answer


def refusal(request: HttpRequest, sentence: str) -> HttpResponse:
    """No, in one sentence, and where to go from here."""
    flash.error(request, sentence)
    context = {"header_title": "Nothing went out", "sentence": sentence}
    return TemplateResponse(request, "storybank/press/refused.html", context, status=CONFLICT)


def shown(what: Ready) -> dict[str, object]:
    """What the recipient would see, for whoever is about to hand it over."""
    reading = replace(what.reading, body=tuple(_addressed(block, what) for block in what.reading.body))
    return {"what": what, "reading": reading, "named": how_named(what)}


def _addressed(block: Block, what: Ready) -> Block:
    if block.type != "picture":
        return block
    return replace(block, url=reverse("packs:media", args=[what.edition_id, what.use, UUID(block.media)]))


@role_required(COMMS)
@require_safe
def media(request: HttpRequest, edition_id: int, use: str, uid: UUID) -> HttpResponse:
    """A picture as it would go out for this use, for whoever is about to hand it over."""
    try:
        got = picture_in(ready(edition_id, use=use, by=request.user), uid)
    except CannotHandOver:
        got = None
    if got is None:
        raise Http404
    return HttpResponse(got[0], content_type=got[1])


def _pack(uid: UUID) -> Pack:
    found: Pack = get_object_or_404(Pack.objects.select_related("file", "outing", "made_by"), uid=uid)
    return found
