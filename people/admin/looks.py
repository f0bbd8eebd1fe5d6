"""Every look at what is locked away, for the data-protection officer: who, when, why, and whether it was day's work."""

from django.core.paginator import Paginator
from django.shortcuts import render

from people.admin.access import role_required
from people.domain.looks import every_look
from people.roles import DPO

A_PAGE = 50
UNUSUAL = "unusual"


@role_required(DPO)
def looks(request):
    only = request.GET.get("only") == UNUSUAL
    rows = every_look(viewer=request.user)
    shown = Paginator(rows.filter(by_itself=False) if only else rows, A_PAGE).get_page(request.GET.get("p"))
    return render(request, "people/admin/looks.html", {"shown": shown, "only": only})
