"""The list of people: one's own and one's teams'. Safeguarding and data protection find everyone by code."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from people.admin.access import role_required
from people.admin.forms import FindForm
from people.domain.caseload import handled_by, seen_by
from people.domain.saying_rules import ways_of
from people.models import Person
from people.roles import DPO, SAFEGUARDING, SUPPORTER, has_role

PER_PAGE = 50


@role_required(SUPPORTER, SAFEGUARDING, DPO)
def people(request):
    """What we call somebody is shown only to those who work with them."""
    found = seen_by(request.user).select_related("supporter", "team").order_by("-met_at", "-id")
    sought = request.GET.get("code", "").strip()[:8].upper()
    if sought:
        found = found.filter(code=sought.replace("\x00", ""))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    handled = set(
        handled_by(request.user).filter(pk__in=[person.pk for person in page]).values_list("pk", flat=True)
    )
    ways = ways_of(page)
    rows = [(person, person.pk in handled, ways[person.pk]) for person in page]
    context = {
        "page": page,
        "rows": rows,
        "named": bool(handled),
        "sought": sought,
        "find": FindForm(request.GET or None),
        "may_invite": has_role(request.user, SUPPORTER),
    }
    return render(request, "people/admin/people.html", context)


def handled_or_404(request, pk: int) -> Person:
    person = handled_by(request.user).select_related("supporter", "team").filter(pk=pk).first()
    if person is None:
        raise Http404
    return person


def seen_or_404(request, pk: int) -> Person:
    person = seen_by(request.user).select_related("supporter", "team").filter(pk=pk).first()
    if person is None:
        raise Http404
    return person
