"""On comms' first page: the finder's line, what is late, and what nobody has written up."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from people import clock
from people.roles import COMMS, has_role
from storybank.finder.enquiries import open_enquiries, overdue
from storybank.packs.room_cards import to_write_up


class OnThePhonePanel(Component):
    name = "on-the-phone"
    order = 5
    template_name = "storybank/press/panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        now = clock.now()
        return {
            "late": list(overdue(now)[:5]),
            "waiting": open_enquiries().filter(deadline__gte=now).count(),
            "write_up": to_write_up().count(),
        }


def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    if has_role(request.user, COMMS):
        panels.append(OnThePhonePanel())
