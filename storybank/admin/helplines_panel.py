"""Which helplines somebody should ring and check, on the first page of whoever looks after them."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from people import clock
from people.roles import ADMINISTRATOR, SUPPORTER, has_role
from storybank.helplines.choosing import STALE
from storybank.models import Helpline


class HelplinesPanel(Component):
    name = "helplines"
    order = 150
    template_name = "storybank/admin/helplines_panel.html"

    def __init__(self, lines: list[Helpline]) -> None:
        self.lines = lines

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {"lines": self.lines}


def to_check() -> list[Helpline]:
    """Oldest first. What is no longer shown stays here until it is checked or taken away."""
    return list(Helpline.objects.filter(checked_on__lt=clock.today() - STALE).order_by("checked_on", "name"))


def add_helplines(request: HttpRequest, panels: list[Any]) -> None:
    if has_role(request.user, SUPPORTER, ADMINISTRATOR) and (lines := to_check()):
        panels.append(HelplinesPanel(lines))
