"""What was asked, the one that is due next on top; one request whole; recording a new one."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render

from home.models import RightsRequest
from home.rights import asking, carrying_out
from home.rights.admin.forms import ExtendForm, NewForm
from home.rights.clocks import days_left
from people import clock
from people.admin.access import role_required
from people.roles import DPO

PER_PAGE = 50
LATE, SOON = "late", "soon"
SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class Clock:
    """For drawing: how much of the time is used (0 to 100), the days left, and how urgent that is."""

    used: int
    left: int
    mood: str

    @property
    def since(self) -> int:
        """Days it has been late."""
        return -self.left


def clock_of(row: RightsRequest) -> Clock:
    left = days_left(row.due_at, now=clock.now())
    whole = max((row.due_at - row.received_at).total_seconds(), 1)
    gone = (clock.now() - row.received_at).total_seconds()
    mood = LATE if left < 0 else SOON if left <= SOON_DAYS else ""
    return Clock(used=max(0, min(100, round(100 * gone / whole))), left=left, mood=mood)


def visible_to(user):
    """Never about oneself, nor about somebody one is too close to."""
    rows = RightsRequest.objects.select_related("person", "prepared_by", "confirmed_by")
    return rows.exclude(person__conflicts=user).exclude(person__user=user)


def visible_or_404(user, pk: int) -> RightsRequest:
    found = visible_to(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@role_required(DPO)
def index(request):
    rows = visible_to(request.user)
    open_states = [RightsRequest.State.ASKED, RightsRequest.State.BUILDING]
    shown = Paginator(rows.exclude(state__in=open_states).order_by("-received_at"), PER_PAGE)
    context = {
        "waiting": [(row, clock_of(row)) for row in rows.filter(state__in=open_states)],
        "over": shown.get_page(request.GET.get("p")),
    }
    return render(request, "home/rights/admin/index.html", context)


@role_required(DPO)
def new(request):
    form = NewForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        ask = asking.ask_for_copy if given["kind"] == RightsRequest.Kind.COPY else asking.ask_to_be_erased
        made = ask(given["code"], by=request.user, route=given["route"], note=given["note"])
        messages.success(request, f"{made} is written down.")
        return redirect("rights:view", made.pk)
    status = 422 if form.errors else 200
    return render(request, "home/rights/admin/new.html", {"form": form}, status=status)


@role_required(DPO)
def one(request, pk: int):
    return page(request, visible_or_404(request.user, pk), form=ExtendForm())


def page(request, row: RightsRequest, *, form, status: int = 200):
    erasure = row.kind == RightsRequest.Kind.ERASURE
    context = {
        "row": row,
        "clock": clock_of(row),
        "form": form,
        "erasure": erasure,
        "goes": carrying_out.what_goes(row) if erasure and row.open else None,
        "why_not": carrying_out.why_not_confirm(row, by=request.user) if erasure and row.open else "",
    }
    return render(request, "home/rights/admin/one.html", context, status=status)
