"""What rests because staff, a court or somebody's stop said so: let something rest at once, and end a rest."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from consent.admin.resting_forms import RestForm
from consent.domain.care.letting_rest import CannotRest, end_rest, let_rest, may_end, open_rests
from consent.domain.clearance import naming
from consent.enums import HoldReason
from people.admin.access import role_required
from people.roles import DPO, SAFEGUARDING, SUPPORTER

WHO = (SUPPORTER, SAFEGUARDING, DPO)


@role_required(*WHO)
@require_http_methods(["GET", "HEAD", "POST"])
def index(request):
    form = RestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = let_rest(
                given["code"], reason=HoldReason(given["reason"]), by=request.user, use=given["use"]
            )
        except CannotRest as refused:
            form.add_error("code", str(refused))
        else:
            messages.success(request, f"It rests from now on ({len(made)}). The next reader finds nothing.")
            return redirect("resting:index")
    context = {"form": form, "rows": _rows(request.user)}
    return render(request, "consent/admin/resting.html", context, status=422 if form.errors else 200)


@role_required(*WHO)
@require_POST
def end(request, pk: int):
    found = open_rests(request.user).filter(pk=pk).first()
    if found is None:
        messages.warning(request, "Somebody has ended this rest already, or it is not yours to see.")
        return redirect("resting:index")
    try:
        end_rest(found, by=request.user)
    except CannotRest as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The rest is over. What people had said yes to counts again.")
    return redirect("resting:index")


def _rows(user):
    rows = list(open_rests(user))
    codes = naming.codes_of(row.file_id for row in rows)
    return [(row, codes.get(row.file_id, row.file.get_kind_display()), may_end(row, user)) for row in rows]
