"""One press, one act: each is a POST, leads back to the request, and says what happened or why it did not."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from people.roles import COMMS
from speakers.admin.roles import for_role
from speakers.domain import requests, shortlisting
from speakers.domain.booking import carrying_out
from speakers.domain.booking.errors import CannotMove
from speakers.domain.confirming import confirm
from speakers.domain.ending import cancel_booking, cancel_request
from speakers.domain.request_states import RequestError
from speakers.models import Booking, SpeakerRequest

REQUEST_VERBS: dict[str, Callable[..., Any]] = {
    "triage": requests.triage,
    "open": requests.open_up,
    "ask for more": requests.ask_for_more,
    "decline": requests.decline,
    "give up": requests.give_up,
    "finish": requests.finish,
    "close": requests.close,
    "cancel": cancel_request,
}
BOOKING_VERBS: dict[str, Callable[..., Any]] = {
    "confirm": confirm,
    "brief": carrying_out.brief,
    "start": carrying_out.start,
    "deliver": carrying_out.deliver,
    "debrief": carrying_out.debrief,
    "close": carrying_out.close,
    "resume": carrying_out.resume,
    "not held": carrying_out.not_held,
    "cancel": cancel_booking,
}


@for_role(COMMS)
@require_POST
def shortlist(request: HttpRequest, uid: UUID) -> HttpResponse:
    row = get_object_or_404(SpeakerRequest, uid=uid)
    return _try(request, row, lambda: shortlisting.shortlist(row, by=request.user), "The shortlist is made.")


@for_role(COMMS)
@require_POST
def act(request: HttpRequest, uid: UUID) -> HttpResponse:
    row = get_object_or_404(SpeakerRequest, uid=uid)
    verb = REQUEST_VERBS.get(request.POST.get("act", ""))
    if verb is None:
        return redirect("speakers_requests:view", uid=uid)
    return _try(request, row, lambda: verb(row, by=request.user), "Done.")


@for_role(COMMS)
@require_POST
def booking(request: HttpRequest, uid: UUID, booking: UUID) -> HttpResponse:
    row = get_object_or_404(SpeakerRequest, uid=uid)
    found = get_object_or_404(
        Booking.objects.select_related("speaker__person", "request"), uid=booking, request=row
    )
    verb = BOOKING_VERBS.get(request.POST.get("act", ""))
    if verb is None:
        return redirect("speakers_requests:view", uid=uid)
    return _try(request, row, lambda: verb(found, by=request.user), "Done. Both sides see it.")


def _try(request: HttpRequest, row: SpeakerRequest, do: Callable[[], Any], said: str) -> HttpResponse:
    try:
        do()
    except (CannotMove, RequestError) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said)
    return redirect("speakers_requests:view", uid=row.uid)
