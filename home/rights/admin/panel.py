"""The officer's first page: what people ask for with its clocks, complaints, and what goes next because it is old.

Whoever may confirm an erasure reads that one waits for them.
"""

from wagtail.admin.ui.components import Component

from consent.domain.care import complaints
from home.models import RightsRequest
from home.rights.admin.listing import clock_of, visible_to
from home.rights.admin.second import WHO, prepared_for
from home.rights.coming_up import coming_up
from people import clock
from people.roles import DPO, has_role

SHOWN = 5
OPEN = (RightsRequest.State.ASKED, RightsRequest.State.BUILDING)


class RightsPanel(Component):
    order = 20
    template_name = "home/rights/admin/panel.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        rows = list(visible_to(user).filter(state__in=OPEN).order_by("due_at", "pk"))
        return {
            "waiting": [(row, clock_of(row), next_step(row)) for row in rows[:SHOWN]],
            "more": len(rows[SHOWN:]),
            "complaints": _complaints(user),
            "ahead": coming_up(),
        }


class ToConfirmPanel(Component):
    order = 21
    template_name = "home/rights/admin/panel_to_confirm.html"

    def __init__(self, waiting: int) -> None:
        super().__init__()
        self.waiting = waiting

    def get_context_data(self, parent_context):
        return {"waiting": self.waiting}


def next_step(row: RightsRequest) -> str:
    """What has to happen next, and who does it."""
    if row.kind == RightsRequest.Kind.COPY:
        return "It is being put together." if row.parts_done < max(row.parts, 1) else "Hand it over."
    if row.prepared_at is None:
        return "Look at who asks, then prepare it."
    if row.not_before is not None and clock.now() < row.not_before:
        return f"They may change their mind until {row.not_before:%-d %B}."
    return "Somebody else confirms it."


def add_rights(request, panels) -> None:
    if has_role(request.user, DPO):
        panels.append(RightsPanel())
    if has_role(request.user, *WHO):
        waiting = prepared_for(request.user).count()
        if waiting:
            panels.append(ToConfirmPanel(waiting))


def _complaints(user) -> dict[str, object]:
    """Counted by what has to be done: thirty days to say that we have it, then an answer."""
    rows = complaints.list_for(user).filter(closed_at=None)
    new = rows.filter(acknowledged_at=None)
    due = sorted(new.values_list("due_at", flat=True))
    return {
        "new": len(due),
        "late": sum(moment <= clock.now() for moment in due),
        "next": due[0] if due else None,
        "looked_into": rows.exclude(acknowledged_at=None).count(),
    }
