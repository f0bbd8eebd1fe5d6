"""The list of requests with their clocks, and the wall of what is coming."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from people import clock
from people.roles import COMMS
from speakers.admin.roles import for_role
from speakers.domain import queries
from speakers.enums import Kind

A_PAGE = 25
AHEAD = timedelta(days=14)


@for_role(COMMS)
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """What is to do, the soonest answer first; with `?over=1` what is over."""
    over = request.GET.get("over") == "1"
    rows = queries.requests_over() if over else queries.requests_to_do()
    context = {
        "header_title": "Requests",
        "shown": Paginator(rows, A_PAGE).get_page(request.GET.get("p")),
        "over": over,
        "now": clock.now(),
        "kinds": Kind,
    }
    return TemplateResponse(request, "speakers/admin/requests.html", context)


@for_role(COMMS)
@require_safe
def wall(request: HttpRequest) -> HttpResponse:
    """Today and the next two weeks."""
    now = clock.now()
    rows = queries.wall(now - timedelta(hours=12), now + AHEAD)
    context = {"header_title": "Today and the next two weeks", "rows": rows, "today": clock.today()}
    return TemplateResponse(request, "speakers/admin/wall.html", context)
