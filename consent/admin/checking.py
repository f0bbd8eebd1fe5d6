"""The second pair of eyes: what waits to be checked, one record beside its paper or voice, and a link for outside."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from consent.desk.papers import shown
from consent.domain.written import verifying
from consent.domain.written.verifying import CannotVerify
from consent.models import Evidence
from consent.outsider.links import invite
from consent.receipts.slips import slip, slip_lines
from people.admin.access import role_required
from people.domain.caseload import handled_by
from people.domain.from_outside import NotFromOutside
from people.roles import SAFEGUARDING, SUPPORTER

WHO = (SUPPORTER, SAFEGUARDING)


class OutsideForm(forms.Form):
    """Who checks it, and where the link goes when it is not passed on by hand."""

    for_whom = forms.CharField(max_length=120, error_messages={"required": "Write who the link is for."})
    email = forms.EmailField(
        required=False, error_messages={"invalid": "Write the address like name@charity.example."}
    )


@role_required(*WHO)
@require_safe
def waiting(request):
    rows = [(row, row.person.code) for row in verifying.waiting_for(request.user)]
    return render(request, "consent/admin/to_check.html", {"rows": rows})


@role_required(*WHO)
def check(request, uid: UUID):
    """Looking changes nothing; one of two buttons does."""
    row = _to_check(request, uid)
    answer = request.POST.get("agrees", "")
    if request.method == "POST" and answer in ("yes", "no"):
        try:
            verifying.verify(row, agrees=answer == "yes", by=request.user)
        except CannotVerify as refused:
            messages.error(request, str(refused))
        else:
            said = "It counts now." if answer == "yes" else "It does not count. Who wrote it down sees that."
            messages.success(request, said)
        return redirect("said:waiting")
    unanswered = request.method == "POST"
    context = {"row": row, "lines": slip_lines(row), "problem": unanswered}
    return render(request, "consent/admin/check.html", context, status=422 if unanswered else 200)


@role_required(*WHO)
@require_safe
def paper(request, uid: UUID):
    """The scan or the voice, for who checks it and for who wrote it down."""
    return shown(_near(request, uid))


@role_required(*WHO)
@require_safe
def slip_of(request, uid: UUID):
    answer = HttpResponse(slip(_near(request, uid)), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="slip.pdf"'
    return answer


@role_required(SUPPORTER)
@require_POST
def make_link(request, uid: UUID):
    """A one-use link for somebody outside, where nobody independent is here. Shown once, or sent straight to them."""
    row = _mine(request, uid)
    form = OutsideForm(request.POST)
    if not form.is_valid():
        problems = [error for errors in form.errors.values() for error in errors]
        messages.error(request, f"{' '.join(problems)} Nothing was made.")
        return redirect("said:person", row.person_id)
    try:
        link = invite(row, by=request.user, **form.cleaned_data)
    except NotFromOutside as refused:
        messages.error(request, str(refused))
        return redirect("said:person", row.person_id)
    if not link:
        messages.success(request, "The link is on its way to them. Only they can open it.")
        return redirect("said:person", row.person_id)
    context = {"link": link, "for_whom": form.cleaned_data["for_whom"], "row": row}
    return render(request, "consent/admin/link.html", context)


def _to_check(request, uid: UUID) -> Evidence:
    found = next((row for row in verifying.waiting_for(request.user) if row.uid == uid), None)
    if found is None:
        raise Http404
    return found


def _mine(request, uid: UUID) -> Evidence:
    """Written down for somebody in one's own caseload."""
    rows = Evidence.objects.select_related("person", "file")
    found = rows.filter(uid=uid, person__in=handled_by(request.user)).first()
    if found is None:
        raise Http404
    return found


def _near(request, uid: UUID) -> Evidence:
    try:
        return _to_check(request, uid)
    except Http404:
        return _mine(request, uid)
