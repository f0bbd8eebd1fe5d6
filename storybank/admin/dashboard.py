"""What waits, as numbers on the staff's first page."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from people.roles import SAFEGUARDING, SUPPORTER, has_role
from storybank.domain import queue


class QueuePanel(Component):
    name = "work_queue"
    order = 100
    template_name = "storybank/admin/dashboard.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        return {
            "mine": queue.my_stories(user).count() if has_role(user, SUPPORTER) else None,
            "safety": queue.waiting_for_safety(user).count() if has_role(user, SAFEGUARDING) else None,
        }


def add_queue(request: HttpRequest, panels: list[Any]) -> None:
    if has_role(request.user, SUPPORTER, SAFEGUARDING):
        panels.append(QueuePanel())
