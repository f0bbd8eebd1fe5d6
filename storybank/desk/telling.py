"""Telling by voice or by a photo of handwriting: the two screens, and what came in on them."""

import uuid
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consent.domain.care import files
from people.desk.access import person_of
from storybank import tasks
from storybank.desk.frame import desk_page, own_draft, own_page, show
from storybank.domain import takes, takes_anew
from storybank.models import Draft, Take
from storybank.models.take import TakeKind, TakeState
from storybank.playing import answer_in_pieces

SCREEN = {TakeKind.VOICE: "say", TakeKind.HANDWRITING: "photo"}
MICROPHONE = "microphone=(self)"
UNPROCESSABLE = 422


@desk_page
@csp_replace({"media-src": [SELF, "blob:"]})
def say(request: HttpRequest, uid: uuid.UUID) -> HttpResponseBase:
    """Record here, or send a recording. The only page that may use the microphone, and play what is not sent yet."""
    response = _screen(request, uid, TakeKind.VOICE)
    response["Permissions-Policy"] = MICROPHONE
    return response


@desk_page
def photo(request: HttpRequest, uid: uuid.UUID) -> HttpResponseBase:
    """Photos of handwriting, a page each."""
    return _screen(request, uid, TakeKind.HANDWRITING)


@desk_page
def take_bytes(request: HttpRequest, uid: uuid.UUID, take: uuid.UUID) -> HttpResponseBase:
    """A take of my own, to hear or to look at: nobody else's, and only once it was made anew."""
    found = own_take(request, uid, take)
    if found.state != TakeState.READY:
        raise Http404
    return answer_in_pieces(request, found)


@desk_page
def throw_take_away(request: HttpRequest, uid: uuid.UUID, take: uuid.UUID) -> HttpResponseBase:
    """Two taps: the link here, and the button."""
    found = own_take(request, uid, take)
    back = _back_to(request, uid, found)
    if request.method != "POST":
        return show(request, "throw_take_away", take=found, back=back, uid=uid)
    takes.throw_away(found)
    return back


@desk_page
def move_take(request: HttpRequest, uid: uuid.UUID, take: uuid.UUID) -> HttpResponseBase:
    """One place earlier or later."""
    found = own_take(request, uid, take)
    if request.method == "POST" and request.POST.get("to") in ("earlier", "later"):
        takes.move(found, earlier=request.POST["to"] == "earlier")
    return _back_to(request, uid, found)


def own_take(request: HttpRequest, uid: uuid.UUID, take: uuid.UUID) -> Take:
    """The take of one's own story, shared or not; the same 404 for all else.

    Who writes a piece together with its author reads the words. The author's voice and hand are for the author alone.
    """
    person = person_of(request)
    draft = own_draft(person, uid)
    file_id = draft.file_id if draft else own_page(person, uid).file_id
    found = takes.take_of(file_id, take)
    if found is None or not files.holds_the_pen(person, file_id):
        raise Http404
    return found


def make_ready(take: Take) -> None:
    """Hand it to the worker. Handed over twice it is made once."""
    if take.state == TakeState.WHOLE:
        tasks.make_take_anew.enqueue(take.pk)


def _screen(request: HttpRequest, uid: uuid.UUID, kind: TakeKind) -> HttpResponse:
    draft = own_draft(person_of(request), uid)
    if draft is None:
        return redirect("storybank:my_story", uid)
    if request.method != "POST":
        return _shown(request, draft, kind)
    files = request.FILES.getlist("file")
    if not files:
        return _shown(request, draft, kind, problem=_("Choose a file first."))
    try:
        for file in files:
            make_ready(takes.take_in(draft, uid=uuid.uuid4(), kind=kind, pieces=file.chunks()))
    except takes.CannotTake as refused:
        return _shown(request, draft, kind, problem=_(str(refused)))
    return redirect(f"storybank:{SCREEN[kind]}", uid)


def _shown(request: HttpRequest, draft: Draft, kind: TakeKind, *, problem: str = "") -> HttpResponse:
    mine = takes.numbered(takes.takes_of(draft.file_id).filter(kind=kind))
    context: dict[str, Any] = {
        "draft": draft,
        "takes": mine,
        "being_made": any(take.state == TakeState.WHOLE for take in mine),
        "problem": problem,
        "longest": settings.TAKE_LONGEST_SECONDS,
        "longest_minutes": settings.TAKE_LONGEST_SECONDS // 60,
        "largest": settings.TAKE_LARGEST,
        "widest": takes_anew.WIDEST,
    }
    return show(request, f"tell_{SCREEN[kind]}", status=UNPROCESSABLE if problem else 200, **context)


def _back_to(request: HttpRequest, uid: uuid.UUID, take: Take) -> HttpResponse:
    still_private = own_draft(person_of(request), uid) is not None
    return redirect(f"storybank:{SCREEN[TakeKind(take.kind)] if still_private else 'my_story'}", uid)
