"""What the page's script says and asks while a take comes in by parts: how much is there, here is more, that was all.

Answers are few words for a machine: 200 all well, 409 go on from `at`, 400 a sentence for the author.
"""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.desk.access import person_of
from people.whole_numbers import whole_number
from storybank.desk.frame import desk_page, own_draft
from storybank.desk.telling import SCREEN, make_ready, own_take
from storybank.domain import takes
from storybank.models import Take
from storybank.models.take import TakeKind

GONE = "This was shared or deleted in another window."


@desk_page
def at(request: HttpRequest, uid: UUID, take: UUID) -> HttpResponseBase:
    """How much is there. Of what was never begun: nothing."""
    draft = own_draft(person_of(request), uid)
    found = takes.take_of(draft.file_id, take) if draft else None
    return JsonResponse(_told(found) if found else {"at": 0, "state": ""})


@desk_page
def part(request: HttpRequest, uid: UUID, take: UUID) -> HttpResponseBase:
    """One part; the first one begins the take."""
    draft = own_draft(person_of(request), uid)
    if draft is None:
        return _refused(GONE)
    kind, data = request.POST.get("kind", ""), request.FILES.get("data")
    offset = whole_number(request.POST.get("offset", ""))
    if request.method != "POST" or kind not in TakeKind.values or data is None or offset is None:
        return _refused("This did not arrive. Try once more.")
    try:
        begun = takes.begin(draft, uid=take, kind=TakeKind(kind))
        if data.size > takes.most_in_a_part():
            return _refused("This is too large. Send it in two or three pieces.")
        held = takes.add_part(begun, offset=offset, data=data.read(), sha256=request.POST.get("sha256", ""))
    except takes.OutOfStep as out:
        return JsonResponse({"at": out.at}, status=409)
    except takes.CannotTake as refused:
        return _refused(str(refused))
    return JsonResponse(_told(held))


@desk_page
def done(request: HttpRequest, uid: UUID, take: UUID) -> HttpResponseBase:
    """That was all: it is made ready now. From a button without scripts: what is there is all."""
    found = own_take(request, uid, take)
    by_script = request.headers.get("Accept") == "application/json"
    screen = f"storybank:{SCREEN[TakeKind(found.kind)]}"
    if request.method != "POST":
        return redirect(screen, uid)
    try:
        found = takes.finish(found, length=whole_number(request.POST.get("length", "")))
    except takes.OutOfStep as out:
        return JsonResponse({"at": out.at}, status=409)
    except takes.CannotTake as refused:
        if by_script:
            return _refused(str(refused))
        raise Http404 from refused
    make_ready(found)
    return JsonResponse(_told(found)) if by_script else redirect(screen, uid)


def _told(take: Take) -> dict[str, object]:
    return {"at": take.held, "state": take.state, "progress": take.progress}


def _refused(sentence: str) -> JsonResponse:
    return JsonResponse({"error": _(sentence)}, status=400)
