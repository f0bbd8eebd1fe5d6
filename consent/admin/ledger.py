"""The ledger, for the data-protection officer: search, one record whole, why and why not, lists to take away."""

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consent import records
from consent.admin.drawing import lanes_of
from consent.domain.clearance import naming
from consent.domain.record.event_words import what, who
from consent.domain.rights import taking_away
from consent.domain.rights.finding_records import LONGEST, Wanted, events_for, file_for
from consent.enums import EventKind
from people import clock
from people.admin.access import role_required
from people.day_input import DayInput
from people.roles import DPO

PER_PAGE = 50
FORMS = {
    "csv": ("text/csv; charset=utf-8", taking_away.as_csv),
    "json": ("application/json", taking_away.as_json),
}
A_DAY = DayInput()


class FindForm(forms.Form):
    number = forms.CharField(label="A number", required=False, max_length=LONGEST)
    kind = forms.ChoiceField(
        label="What happened", required=False, choices=[("", "Anything"), *EventKind.choices]
    )
    since = forms.DateField(label="From", required=False, widget=A_DAY)
    until = forms.DateField(label="To", required=False, widget=A_DAY)

    def wanted(self) -> Wanted:
        """What can be read of it; what cannot is left out and said beside its field."""
        given = self.cleaned_data
        return Wanted(given.get("number", ""), given.get("kind", ""), given.get("since"), given.get("until"))


@role_required(DPO)
@require_safe
def index(request):
    form = FindForm(request.GET)
    form.is_valid()
    wanted = form.wanted()
    found = events_for(request.user, wanted)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    names = naming.codes_of({event.file_id for event in shown})
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "form": form,
        "shown": shown,
        "rows": [
            (event, names.get(event.file_id, str(event.file)), what(event), who(event)) for event in shown
        ],
        "query": query.urlencode(),
        "searched": any((wanted.number, wanted.kind, wanted.since, wanted.until)),
    }
    return render(request, "consent/admin/ledger.html", context, status=422 if form.errors else 200)


@role_required(DPO)
@require_safe
def record(request, uid):
    file = file_for(request.user, uid)
    if file is None:
        raise Http404
    opened = records.open_record(file, viewer=request.user)
    context = {"record": opened, "drawing": lanes_of(opened), "now": clock.now()}
    return render(request, "consent/admin/record.html", context)


@role_required(DPO)
@require_safe
def take(request, form: str):
    """The list as searched, streamed, and written down."""
    if form not in FORMS:
        raise Http404
    find = FindForm(request.GET)
    if not find.is_valid():
        raise Http404
    content_type, write = FORMS[form]
    response = StreamingHttpResponse(write(request.user, find.wanted()), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="ledger-{clock.today():%Y-%m-%d}.{form}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@role_required(DPO)
@require_safe
def reads(request):
    shown = Paginator(records.reads(viewer=request.user), PER_PAGE).get_page(request.GET.get("p"))
    names = naming.codes_of({row.file_id for row in shown if row.file_id})
    rows = [(row, names.get(row.file_id, str(row.file)) if row.file_id else "") for row in shown]
    return render(request, "consent/admin/ledger_reads.html", {"rows": rows, "shown": shown})
