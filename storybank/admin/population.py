"""How many people there are: an administrator looks the table over, brings a sheet in, or puts in the invented one."""

import csv

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from people.admin.access import role_required
from people.models import Organisation
from people.roles import ADMINISTRATOR
from storybank.domain.identifying import population_sheet
from storybank.legacy import sheets
from storybank.models import PopulationRow

SHOWN = 100


class TableForm(forms.Form):
    sheet = forms.FileField(
        label="The sheet",
        help_text="CSV or XLSX with the columns Region, Age, Who, Year and People. It takes the place of the table.",
    )
    only_look = forms.BooleanField(label="Only look it over, change nothing", required=False, initial=True)


@role_required(ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def population(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, TableForm())
    if request.POST.get("act") == "example":
        return _example(request)
    form = TableForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    given = form.cleaned_data["sheet"]
    try:
        table = sheets.opened(given.read(sheets.BIGGEST_FILE + 1), name=given.name)
    except sheets.NotASheet as error:
        form.add_error("sheet", str(error))
        return _page(request, form, status=422)
    checked = population_sheet.check(table)
    if not checked.ready:
        return _page(request, form, status=422, checked=checked, problems=checked.problems[:SHOWN])
    if form.cleaned_data["only_look"]:
        return _page(request, TableForm(initial={"only_look": False}), checked=checked)
    messages.success(request, f"{population_sheet.bring_in(checked):,} rows stand in the table now.")
    return redirect("population")


@role_required(ADMINISTRATOR)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """The table as it stands, to change and bring in again; with its headings alone while it is empty."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="how-many-people.csv"'
    answer.write("\ufeff")
    sheet = csv.writer(answer)
    sheet.writerow(population_sheet.COLUMNS)
    for row in PopulationRow.objects.select_related("region"):
        name = row.region.name
        safe = f"'{name}" if name[:1] in "=+-@\t\r" else name
        sheet.writerow([safe, row.band, row.relation, row.year, row.people])
    return answer


def _example(request: HttpRequest) -> HttpResponse:
    if PopulationRow.objects.filter(example=False).exists():
        return _page(
            request,
            TableForm(),
            status=422,
            problem="Your own numbers stand in the table. The example would take their place, so nothing was done.",
        )
    invented = population_sheet.example_rows()
    if not invented.ready:
        return _page(request, TableForm(), status=422, problem="Add a region under Lists first.")
    population_sheet.bring_in(invented)
    messages.success(request, "The invented numbers stand in the table. They say so wherever they are used.")
    return redirect("population")


def _page(request: HttpRequest, form: TableForm, *, status: int = 200, **more: object) -> HttpResponse:
    rows = PopulationRow.objects
    context = {
        "form": form,
        "count": rows.count(),
        "example": rows.filter(example=True).exists(),
        "fewest": Organisation.load().fewest,
        **more,
    }
    return render(request, "storybank/admin/population.html", context, status=status)
