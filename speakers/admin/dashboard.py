"""What waits for comms, on the staff's first page."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from people.roles import COMMS, has_role
from speakers.domain.queries import requests_to_do


class RequestsPanel(Component):
    name = "requests"
    order = 90
    template_name = "speakers/admin/dashboard.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {"waiting": requests_to_do().count()}


def add_requests(request: HttpRequest, panels: list[Any]) -> None:
    if has_role(request.user, COMMS):
        panels.append(RequestsPanel())
