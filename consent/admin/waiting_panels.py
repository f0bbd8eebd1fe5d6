"""What waits, on the first page of whoever must see to it: concerns, for the leads."""

from datetime import datetime

from wagtail.admin.ui.components import Component

from consent.models import Concern
from people import clock
from people.roles import SAFEGUARDING, has_role


class WaitingPanel(Component):
    """`due`: the moments by which each of them must be seen to."""

    order = 25
    template_name = "consent/admin/panel_waiting.html"

    def __init__(self, *, key: str, title: str, address: str, due: list[datetime]) -> None:
        super().__init__()
        self.said = {"key": key, "title": title, "address": address}
        self.due = due

    def get_context_data(self, parent_context):
        late = sum(moment <= clock.now() for moment in self.due)
        return self.said | {"waiting": len(self.due), "late": late, "next": min(self.due, default=None)}


def add_waiting(request, panels) -> None:
    if has_role(request.user, SAFEGUARDING):
        open_ones = Concern.objects.filter(decided_at=None).values_list("decide_by", flat=True)
        panels.append(
            WaitingPanel(key="concerns", title="Concerns", address="concerns:index", due=list(open_ones))
        )
