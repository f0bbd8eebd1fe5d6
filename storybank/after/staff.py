"""What staff owe people afterwards: who would like a call, whose day has come, written down as they say it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from consent.domain.clearance import naming
from people.admin.access import role_required
from people.domain.caseload import handled_by
from people.domain.saying_rules import ways_of
from people.roles import SUPPORTER
from storybank.after import answering, happened
from storybank.models import CheckIn
from storybank.models.check_in import AskedHow, HowItIs

MOST = 50


@role_required(SUPPORTER)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    calls = list(answering.calls_wanted(request.user)[:MOST])
    due = list(answering.due_for(request.user)[:MOST])
    codes = naming.codes_of({row.file_id for row in [*calls, *due]})
    reached = ways_of(row.person for row in due)
    context = {
        "calls": [(row, codes.get(row.file_id, "")) for row in calls],
        "due": [(row, codes.get(row.file_id, ""), reached[row.person_id]) for row in due],
        "ways": [choice for choice in AskedHow.choices if choice[0] != AskedHow.SCREEN],
        "answers": HowItIs.choices,
        "letters": happened.due_for(request.user)[:MOST],
    }
    return render(request, "storybank/admin/after/index.html", context)


@role_required(SUPPORTER)
@require_POST
def said(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What they said on the phone or on paper. A stop is at once, and needs nobody else."""
    row = _row(request, uid)
    how = request.POST.get("how", "")
    if how not in AskedHow.values or how == AskedHow.SCREEN:
        messages.error(request, "Say how they told you. Nothing was written down.")
        return redirect("after:index")
    try:
        done = answering.say(row, said=request.POST.get("said", ""), how=how, by=request.user)
    except answering.NotAnAnswer as refused:
        messages.error(request, str(refused))
        return redirect("after:index")
    if done is not None:
        messages.success(request, f"It is stopped. Their number for it is {done.code}. Tell them.")
    else:
        messages.success(request, "It is written down.")
    return redirect("after:index")


@role_required(SUPPORTER)
@require_POST
def rung(request: HttpRequest, uid: UUID) -> HttpResponse:
    answering.rung(_row(request, uid), by=request.user)
    messages.success(request, "The call is made. Thank you.")
    return redirect("after:index")


def _row(request: HttpRequest, uid: UUID) -> CheckIn:
    rows = CheckIn.objects.filter(person__in=handled_by(request.user)).select_related("person", "file")
    row = rows.filter(uid=uid).first()
    if row is None:
        raise Http404
    return row
