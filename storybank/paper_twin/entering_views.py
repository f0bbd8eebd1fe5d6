"""Typing in what came back, beside its pages, in the order of the sheets. What was typed stays when it is refused."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from people.admin.access import role_required
from people.roles import SUPPORTER
from storybank.paper_twin import entering, seeing, standing
from storybank.paper_twin.entering import CannotEnter
from storybank.paper_twin.sheets_form import SheetsForm


@role_required(SUPPORTER)
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, code: str) -> HttpResponse:
    row = standing.settle(seeing.opened(request.user, code))
    if row.state not in entering.MAY_BE_TYPED or row.person is None:
        messages.warning(request, "There is nothing to type in here now.")
        return redirect("paper:pack", row.code)
    form = SheetsForm(request.POST if request.method == "POST" else None, pack=row)
    problems: list[str] = []
    if request.method == "POST":
        if form.is_valid():
            try:
                entering.enter(row, form.entry(), overheard=form.overheard, by=request.user)
            except CannotEnter as refused:
                problems = [str(refused)]
            else:
                messages.success(
                    request, "Typed in. It counts once a second person has compared it with the sheets."
                )
                return redirect("paper:pack", row.code)
        problems += form.gaps
    context = {"pack": row, "form": form, "problems": problems, "scans": row.scans.all()}
    return render(request, "storybank/paper/enter.html", context, status=422 if problems else 200)
