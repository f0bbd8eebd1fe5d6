"""Concerns from outside, for safeguarding leads: the one that is due next on top, its clocks drawn, one sheet each."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from consent.admin.concern_forms import DecideForm, FindForm
from consent.domain.acts import concern_decisions
from consent.domain.care import concerns
from consent.domain.care.concern_clock import Clock, clocks_of
from consent.domain.care.files import conflicted
from consent.domain.clearance.things import things
from consent.models import Concern
from people import clock
from people.admin.access import role_required
from people.roles import SAFEGUARDING

A_PAGE = 100


@role_required(SAFEGUARDING)
def index(request):
    rows = Concern.objects.select_related("hold", "appeal_of").order_by("decide_by", "id")
    now = clock.now()
    context = {
        "waiting": [_row(row, now) for row in rows.filter(decided_at=None)],
        "over": [_row(row, now) for row in rows.exclude(decided_at=None).order_by("-decided_at")[:A_PAGE]],
    }
    return render(request, "consent/admin/concerns.html", context)


@role_required(SAFEGUARDING)
def one(request, pk: int):
    return _sheet(request, _found(request, pk))


@role_required(SAFEGUARDING)
@require_POST
def act(request, pk: int):
    row = _found(request, pk)
    name = request.POST.get("act", "")
    if name == "contact":
        return _sheet(request, row, contact=concern_decisions.look_at_contact(row, by=request.user))
    if name == "decide":
        return _decide(request, row)
    verb = ACTS.get(name)
    if verb is None:
        raise Http404
    try:
        said = verb(request, row)
    except concern_decisions.CannotDecide as refused:
        return _sheet(request, row, problem=str(refused), find=FindForm(request.POST))
    messages.success(request, said)
    return redirect("concerns:view", pk)


def _decide(request, row: Concern):
    form = DecideForm(request.POST, ours=row.file_id is not None)
    if not form.is_valid():
        return _sheet(
            request, row, problem="Something needs another look. What you wrote is still here.", form=form
        )
    try:
        concern_decisions.decide(row, by=request.user, **form.as_decision())
    except concern_decisions.CannotDecide as refused:
        return _sheet(request, row, problem=str(refused), form=form)
    messages.success(request, "It is decided, and both sides hear of it in your words.")
    return redirect("concerns:view", row.pk)


def _sheet(request, row: Concern, *, problem: str = "", contact: str | None = None, form=None, find=None):
    now = clock.now()
    said = concerns.said(row)
    context = {
        "row": row,
        "code": concerns.short(row),
        "clocks": clocks_of(row, now),
        "said": said,
        "has_contact": bool(said.contact),
        "can_be_sent": bool(concern_decisions.can_be_sent_to(said.contact)),
        "contact": contact,
        "thing": things().named(row.file_id) if row.file_id else None,
        "resting": row.hold is not None and row.hold.released_at is None,
        "reasons": concern_decisions.reasons(row),
        "looks": row.looks.select_related("viewer"),
        "form": form or DecideForm(ours=row.file_id is not None),
        "find_form": find or FindForm(),
        "problem": problem,
        "appeal": Concern.objects.filter(appeal_of=row).first(),
    }
    return render(request, "consent/admin/concern.html", context, status=422 if problem else 200)


def _found(request, pk: int) -> Concern:
    """Whoever is too close to somebody in it does not meet what was said about it."""
    row = (
        Concern.objects.select_related("hold", "appeal_of", "acknowledged_by", "decided_by")
        .filter(pk=pk)
        .first()
    )
    if row is None or (row.file_id is not None and conflicted(request.user, row.file_id)):
        raise Http404
    return row


def _row(row: Concern, now) -> dict[str, object]:
    found: dict[str, Clock] = clocks_of(row, now)
    return {"row": row, "code": concerns.short(row), "clocks": found}


def _look(request, row: Concern) -> str:
    concern_decisions.acknowledge(row, by=request.user)
    return "Written down. They hear that we look, if they left an address that a message can reach."


def _find(request, row: Concern) -> str:
    concern_decisions.find_story(row, code=request.POST.get("code", "").replace("\x00", ""), by=request.user)
    return "It rests from now on."


def _rest(request, row: Concern) -> str:
    concern_decisions.let_rest(row, by=request.user)
    return "It rests from now on."


def _tell(request, row: Concern) -> str:
    concern_decisions.tell_author(row, by=request.user)
    return "The author hears that it rests, and not who has asked."


def _again(request, row: Concern) -> str:
    concern_decisions.look_again(row, text=request.POST.get("text", ""), by_author=True)
    return "Another lead looks at it again."


ACTS: dict[str, Callable[..., str]] = {
    "look": _look,
    "find": _find,
    "rest": _rest,
    "tell": _tell,
    "again": _again,
}
