"""Stories from before: choose a sheet, read what stands against it, bring it in, write to the people, watch it come."""

import csv
from functools import partial

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from people.admin.access import role_required
from people.roles import SUPPORTER
from storybank import tasks
from storybank.legacy import asking_again, bringing_in, checking, counting, sheets
from storybank.legacy.columns import COLUMNS
from storybank.models import LegacyBatch

PROBLEMS_SHOWN = 200


class SheetForm(forms.Form):
    sheet = forms.FileField(
        label="The sheet", help_text="CSV or XLSX, at most 5 MB. Nothing is saved until every row is right."
    )


class TellForm(forms.Form):
    most = forms.IntegerField(
        label="How many people at most",
        min_value=1,
        max_value=500,
        initial=20,
        help_text="Letters take time.",
    )


@role_required(SUPPORTER)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    batches = [(batch, counting.count(batch)) for batch in _mine(request).exclude(started_at=None)]
    return _page(request, "index", form=SheetForm(), columns=COLUMNS, batches=batches)


@role_required(SUPPORTER)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """An empty sheet with our headings, for offices that start afresh."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="stories-from-before.csv"'
    answer.write("\ufeff")
    csv.writer(answer).writerow([column.name for column in COLUMNS])
    return answer


@role_required(SUPPORTER)
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """The dry run. A clean sheet is kept, sealed, for the next step; any other leaves nothing behind."""
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, "index", status=422, form=form, columns=COLUMNS, batches=[])
    given = form.cleaned_data["sheet"]
    data = given.read(sheets.BIGGEST_FILE + 1)
    try:
        table = sheets.opened(data, name=given.name)
        sheet = checking.check(sheets.lines_of(table), by=request.user)
        batch = bringing_in.keep(sheet, data=data, by=request.user) if sheet.ready else None
    except (sheets.NotASheet, bringing_in.CameBefore) as error:
        form.add_error("sheet", str(error))
        return _page(request, "index", status=422, form=form, columns=COLUMNS, batches=[])
    return _checked(request, sheet, batch, left_out=sheets.unknown_headings(table))


@role_required(SUPPORTER)
@require_POST
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    batch = get_object_or_404(_mine(request), pk=pk)
    try:
        if bringing_in.begin(batch):
            transaction.on_commit(partial(tasks.bring_in.enqueue, batch.pk))
    except bringing_in.NotClean as error:
        return _checked(request, checking.Sheet(bringing_in.lines_of(batch), error.problems), None)
    return redirect("from_before:batch", batch.pk)


@role_required(SUPPORTER)
@require_safe
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(_mine(request).exclude(started_at=None), pk=pk)
    people_left = asking_again.people_untold(one)
    return _page(
        request,
        "batch",
        batch=one,
        came=one.lines.count(),
        count=counting.count(one),
        form=TellForm(),
        left=people_left,
    )


@role_required(SUPPORTER)
@require_POST
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(_mine(request).exclude(finished_at=None), pk=pk)
    form = TellForm(request.POST)
    if form.is_valid():
        told = asking_again.tell(one, most=form.cleaned_data["most"])
        messages.success(request, f"Written to: {told}. Letters to print and calls to make are in your list.")
    else:
        messages.error(request, "Write how many people, from 1 to 500.")
    return redirect("from_before:batch", one.pk)


def _mine(request: HttpRequest):
    return LegacyBatch.objects.filter(made_by=request.user)


def _checked(
    request: HttpRequest, sheet: checking.Sheet, kept: LegacyBatch | None, *, left_out=()
) -> HttpResponse:
    return _page(
        request,
        "checked",
        status=200 if sheet.ready else 422,
        sheet=sheet,
        batch=kept,
        rows=_by_row(sheet),
        more=max(0, len(sheet.problems) - PROBLEMS_SHOWN),
        left_out=left_out,
    )


def _by_row(sheet: checking.Sheet) -> list[tuple[sheets.Line, list[tuple[checking.Problem, str]]]]:
    """Each row with problems, its cells as they were written beside what stands against them."""
    lines = {line.n: line for line in sheet.lines}
    keys = {column.name: column.key for column in COLUMNS}
    found: dict[int, list[tuple[checking.Problem, str]]] = {}
    for problem in sheet.problems[:PROBLEMS_SHOWN]:
        cell = lines[problem.row].cells.get(keys[problem.column], "")
        found.setdefault(problem.row, []).append((problem, cell[:60]))
    return [(lines[n], problems) for n, problems in found.items()]


def _page(request: HttpRequest, name: str, *, status: int = 200, **context) -> HttpResponse:
    return render(request, f"storybank/admin/from_before/{name}.html", context, status=status)


app_name = "from_before"
urlpatterns = [
    path("", index, name="index"),
    path("template.csv", template, name="template"),
    path("check/", check, name="check"),
    path("<int:pk>/bring-in/", bring_in, name="bring_in"),
    path("<int:pk>/", batch, name="batch"),
    path("<int:pk>/tell/", tell, name="tell"),
]
