"""The second pair of eyes: erasures that somebody else has prepared, and the act that cannot be taken back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from home.models import RightsRequest
from home.rights import asking, carrying_out
from home.rights.admin.listing import visible_or_404, visible_to
from people.admin.access import role_required
from people.roles import ADMINISTRATOR, DPO, SAFEGUARDING

WHO = (DPO, SAFEGUARDING, ADMINISTRATOR)


def prepared_for(user):
    """Prepared by somebody else, and not done."""
    rows = visible_to(user).filter(
        kind=RightsRequest.Kind.ERASURE, state=RightsRequest.State.ASKED, prepared_by__isnull=False
    )
    return rows.exclude(prepared_by=user)


@role_required(*WHO)
def waiting(request):
    rows = [(row, carrying_out.why_not_confirm(row, by=request.user)) for row in prepared_for(request.user)]
    return render(request, "home/rights/admin/second.html", {"rows": rows})


@role_required(*WHO)
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, pk: int):
    row = visible_or_404(request.user, pk)
    problem = ""
    if request.method == "POST":
        try:
            carrying_out.confirm(row, by=request.user, told=bool(request.POST.get("told")))
        except asking.CannotDo as refused:
            problem = str(refused)
        else:
            messages.success(request, f"{row.code} is done. Everything about {row.person} is gone.")
            return redirect("rights:second")
    context = {
        "row": row,
        "why_not": carrying_out.why_not_confirm(row, by=request.user),
        "goes": carrying_out.what_goes(row),
        "by_hand": row.person.channel not in carrying_out.BY_MESSAGE,
        "problem": problem,
    }
    return render(request, "home/rights/admin/confirm.html", context, status=409 if problem else 200)
