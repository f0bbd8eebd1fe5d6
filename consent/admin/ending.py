"""For the data-protection officer, from a record: we end a yes, or a yes did not count. Never undone, always told."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from consent import records
from consent.admin.ending_forms import EVERYTHING, DidNotCountForm, EndForm
from consent.domain.acts.ending import NothingToEnd, did_not_count, we_end
from consent.domain.acts.invalidating import AlreadyOver, Found
from consent.domain.acts.what_would_end import can_be_found_not_to_count, standing_in
from consent.domain.rights.finding_records import file_for
from consent.models import ConsentFile
from people.admin.access import role_required
from people.roles import DPO


@role_required(DPO)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request, uid: UUID):
    """One page: what stands and what is out, what happens, a reason, one press."""
    file = _file(request, uid)
    standing = standing_in(file)
    form = EndForm(request.POST if request.method == "POST" else None, standing=standing)
    status = 200
    if request.method == "POST" and not form.is_valid():
        status = 422
    elif request.method == "POST":
        chosen = form.cleaned_data["use"]
        try:
            we_end(
                file,
                by=request.user,
                use="" if chosen == EVERYTHING else chosen,
                reason=form.cleaned_data["reason"],
            )
        except NothingToEnd as over:
            form.add_error(None, str(over))
            status = 409
        else:
            messages.success(
                request, "It has ended, at once. A letter says so to everybody whose yes it was."
            )
            return redirect("ledger:record", file.uid)
    context = {"name": records.name_of(file), "file": file, "standing": standing, "form": form}
    return render(request, "consent/admin/end.html", context, status=status)


@role_required(DPO)
@require_http_methods(["GET", "HEAD", "POST"])
def not_counting(request, uid: UUID, choice: UUID):
    """One yes of one person. What has ended meanwhile, in another tab or by a stop, is said and left alone."""
    file = _file(request, uid)
    row = next((row for row in can_be_found_not_to_count(file) if row.uid == choice), None)
    if row is None:
        messages.warning(request, "That yes stands no longer. Nothing was changed.")
        return redirect("ledger:record", file.uid)
    form = DidNotCountForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            did_not_count(
                row,
                found=Found(form.cleaned_data["found"]),
                by=request.user,
                reason=form.cleaned_data["reason"],
            )
        except AlreadyOver as over:
            messages.warning(request, str(over))
        else:
            messages.success(request, "It does not count, and never did. A letter says so to them.")
        return redirect("ledger:record", file.uid)
    context = {"name": records.name_of(file), "file": file, "row": row, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "consent/admin/did_not_count.html", context, status=status)


def _file(request, uid: UUID) -> ConsentFile:
    file = file_for(request.user, uid)
    if file is None:
        raise Http404
    return file
