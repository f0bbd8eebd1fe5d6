"""The two sheets of older stories, to save and then bring in as a supporter."""

import csv

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from home.demo.old_sheet import HEADINGS, SHEETS
from home.demo_room.gate import only_in_demo


@only_in_demo
@require_safe
def sheet(request: HttpRequest, name: str) -> HttpResponseBase:
    if name not in SHEETS:
        raise Http404
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="older-stories-{name}.csv"'
    csv.writer(answer).writerows([HEADINGS, *SHEETS[name]])
    return answer
