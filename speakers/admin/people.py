"""Speakers: comms see display names and topics; a supporter keeps the cards of their own caseload."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consent.domain.acts.asking import CannotAsk
from consent.domain.acts.offering import uses_on_offer
from consent.enums import Subject
from people.models import User
from people.roles import COMMS, SUPPORTER, has_role
from speakers.admin.roles import for_role
from speakers.admin.speaker_form import ChoosePerson, SpeakerForm
from speakers.domain import profiles, resting, terms
from speakers.enums import Stance, Status
from speakers.models import Speaker

SEEN_BY_COMMS = {Status.PAUSED: Status.RESTING.label}
"""A pause by support reads like a rest."""


@for_role(COMMS, SUPPORTER)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    supporter = has_role(request.user, SUPPORTER)
    mine = list(_caseload(request.user)) if supporter else []
    everyone = _everyone() if has_role(request.user, COMMS) else []
    context = {"header_title": "Speakers", "mine": mine, "everyone": everyone, "supporter": supporter}
    return TemplateResponse(request, "speakers/admin/people.html", context)


@for_role(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """First whose card, then the card itself."""
    choose = ChoosePerson(request.POST or None, user=request.user)
    if request.method == "POST" and choose.is_valid():
        person = choose.cleaned_data["person"]
        speaker, _ = Speaker.objects.get_or_create(person=person, defaults={"display_name": person.called})
        return redirect("speakers_people:edit", uid=speaker.uid)
    context = {"header_title": "Somebody would like to speak", "form": choose}
    return TemplateResponse(request, "speakers/admin/speaker_new.html", context)


@for_role(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    speaker = _own(request.user, uid)
    form = SpeakerForm(request.POST or None, instance=speaker)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Kept.")
        return redirect("speakers_people:edit", uid=uid)
    context = {
        "header_title": speaker.display_name if not form.is_bound else "Speaker",
        "speaker": speaker,
        "form": form,
        "offer": uses_on_offer(Subject.SPEAKING, file_id=speaker.speaking_file_id, person=speaker.person),
        "listing": uses_on_offer(Subject.PROFILE, file_id=speaker.profile_file_id, person=speaker.person),
        "active": speaker.status == Status.ACTIVE,
    }
    return TemplateResponse(
        request, "speakers/admin/speaker.html", context, status=422 if form.is_bound else 200
    )


@for_role(SUPPORTER)
@require_POST
def ask(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Put the card before them: at most four kinds of speaking at once."""
    speaker = _own(request.user, uid)
    return _ask(
        request,
        uid,
        lambda: terms.ask_about_speaking(speaker, uses=request.POST.getlist("uses"), by=request.user),
    )


@for_role(SUPPORTER)
@require_POST
def list_page(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask whether their page may stand in the public list."""
    speaker = _own(request.user, uid)
    return _ask(request, uid, lambda: profiles.ask_about_listing(speaker, by=request.user))


@for_role(SUPPORTER)
@require_POST
def status(request: HttpRequest, uid: UUID) -> HttpResponse:
    speaker = _own(request.user, uid)
    act = {"activate": resting.activate, "rest": resting.rest}.get(request.POST.get("act", ""))
    if act is not None:
        act(speaker)
        messages.success(request, "Kept.")
    return redirect("speakers_people:edit", uid=uid)


def _ask(request: HttpRequest, uid: UUID, do: Any) -> HttpResponse:
    try:
        do()
    except (CannotAsk, LookupError) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "They are asked. They answer on their own page, with thinking time.")
    return redirect("speakers_people:edit", uid=uid)


def _caseload(user: User) -> Any:
    return (
        Speaker.objects.filter(person__supporter=user)
        .exclude(person__conflicts=user)
        .select_related("region")
        .order_by("display_name", "pk")
    )


def _own(user: User, uid: UUID) -> Speaker:
    """One's own, or the same refusal whether there is such a speaker or not."""
    speaker = _caseload(user).filter(uid=uid).first()
    if speaker is None:
        raise PermissionDenied
    return speaker


def _everyone() -> list[dict[str, Any]]:
    rows = (
        Speaker.objects.exclude(status=Status.LEFT)
        .select_related("region")
        .prefetch_related("stances__topic")
    )
    spoken = {Stance.LEAD, Stance.WILL}
    return [
        {
            "name": row.display_name,
            "status": SEEN_BY_COMMS.get(Status(row.status), Status(row.status).label),
            "region": row.region.name if row.region else "",
            "topics": sorted(one.topic.name for one in row.stances.all() if one.stance in spoken),
        }
        for row in rows
    ]
