"""`/requests/<token>/`: the organiser's own page. Status only; nothing here says who is being asked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from people.desk.unstored import never_stored
from speakers.domain.ending import cancel_request
from speakers.domain.kinds import told
from speakers.domain.request_states import ELSEWHERE_NOW, NotPossibleNow, RequestError, may
from speakers.domain.requests import confirm_address, find_by_token
from speakers.domain.sharing import shared_with_organiser
from speakers.domain.times import say_moment, say_when
from speakers.enums import RequestState
from speakers.models import SpeakerRequest

S = RequestState
SAYS: dict[str, Any] = {
    S.DRAFT: _("Is this you? Press the button, and we start looking."),
    S.RECEIVED: _("We have your request. Somebody reads it within two working days."),
    S.TRIAGED: _("We have read your request and are getting ready to look."),
    S.NEEDS_INFO: _("We need to know a little more. Somebody will be in touch with you."),
    S.OPEN: _("We are looking for somebody."),
    S.SHORTLISTING: _("We are looking for somebody."),
    S.INVITING: _("We are asking people. Nobody is promised yet."),
    S.FILLED: _("It is agreed. Somebody will speak."),
    S.PART_FILLED: _("Part of it is agreed. We are still asking."),
    S.UNFILLED: _("We could not find anybody this time. We are sorry, and glad that you asked."),
    S.DONE: _("It has happened. Thank you."),
    S.CLOSED: _("It has happened. Thank you."),
    S.DECLINED: _("We cannot help with this one. We are sorry."),
    S.CANCELLED: _("This request has been cancelled."),
}


@never_stored
@require_http_methods(["GET", "HEAD", "POST"])
def organiser(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing; the buttons do."""
    found = find_by_token(token)
    if found is None:
        return render(request, "speakers/link_unknown.html", status=404)
    if request.method == "POST":
        return _act(request, found, token)
    return _page(request, found)


def _act(request: HttpRequest, found: SpeakerRequest, token: str) -> HttpResponse:
    try:
        if request.POST.get("act") == "confirm":
            confirm_address(found)
        elif request.POST.get("act") == "cancel":
            cancel_request(found)
    except RequestError as error:
        found.refresh_from_db()
        words = ELSEWHERE_NOW if isinstance(error, NotPossibleNow) else str(error)
        return _page(request, found, problem=gettext(words), status=409)
    return redirect("speakers:organiser", token=token)


def _page(
    request: HttpRequest, found: SpeakerRequest, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "request_row": found,
        "says": SAYS[found.state],
        "problem": problem,
        "when": say_when(found.starts_at, found.ends_at, get_language() or "en"),
        "decide_by": say_moment(found.decide_by, get_language() or "en"),
        "told": told(found.kind, found.details),
        "agreed": shared_with_organiser(found),
        "may_confirm": found.state == S.DRAFT,
        "may_cancel": may("cancel", found.state),
        "here": "speakers",
    }
    return render(request, "speakers/organiser.html", context, status=status)
