"""The acts on one request, and fetching the copy that staff hand over on paper or a stick."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from home.models import RightsRequest
from home.rights import asking, carrying_out, copying, tasks
from home.rights.admin.forms import ExtendForm
from home.rights.admin.listing import page, visible_or_404
from people.admin.access import role_required
from people.roles import DPO

Kind = RightsRequest.Kind


@role_required(DPO)
@require_POST
def act(request, pk: int):
    row = visible_or_404(request.user, pk)
    verb = ACTS.get(request.POST.get("act", ""))
    if verb is None:
        raise Http404
    try:
        said = verb(request, row)
    except asking.CannotDo as refused:
        form = ExtendForm(request.POST if request.POST["act"] == "extend" else None)
        messages.error(request, str(refused))
        return page(request, row, form=form, status=409)
    messages.success(request, said)
    return redirect("rights:view", pk)


@role_required(DPO)
@reauthentication_required
@require_safe
def copy(request, pk: int):
    """Only after signing in afresh: it holds a whole life."""
    row = visible_or_404(request.user, pk)
    try:
        held = copying.fetch(row)
    except copying.NotThere as gone:
        messages.error(request, str(gone))
        return redirect("rights:view", pk)
    response = HttpResponse(held, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{row.code}.zip"'
    return response


def _build(request, row: RightsRequest) -> str:
    if row.kind != Kind.COPY:
        raise asking.CannotDo("There is no copy to put together here.")
    if not row.open:
        RightsRequest.objects.filter(pk=row.pk, state=RightsRequest.State.READY).update(
            state=RightsRequest.State.ASKED
        )
    tasks.build_copy.enqueue(row.pk)
    return "The copy is being put together."


def _extend(request, row: RightsRequest) -> str:
    asking.extend(row, by=request.user, why=request.POST.get("why", ""))
    return "The time is longer now, and the person is told why."


def _prepare(request, row: RightsRequest) -> str:
    carrying_out.prepare(row, by=request.user)
    return "Prepared. Somebody else confirms it once the waiting time is over."


def _take_back(request, row: RightsRequest) -> str:
    if not asking.take_back(row):
        raise asking.CannotDo("It is too late to take it back. Nothing was changed.")
    return "Taken back. Everything stays."


ACTS = {"build": _build, "extend": _extend, "prepare": _prepare, "take_back": _take_back}
