"""What this room puts on the dashboard: the set-up while it is not done, and the letters and calls that wait."""

from wagtail.admin.ui.components import Component

from people.domain import outbox
from people.models import Organisation, User
from people.roles import ADMINISTRATOR, SUPPORTER, has_role


class SetUpPanel(Component):
    name = "set-up"
    template_name = "people/admin/panel_set_up.html"
    order = 1


class LettersPanel(Component):
    name = "letters"
    template_name = "people/admin/panel_letters.html"
    order = 40

    def __init__(self, user: User) -> None:
        self.user = user

    def get_context_data(self, parent_context):
        return {"count": outbox.to_do_for(self.user).count()}


def add_panels(request, panels):
    if has_role(request.user, ADMINISTRATOR) and not Organisation.load(request).set_up_done:
        panels.append(SetUpPanel())
    if has_role(request.user, SUPPORTER):
        panels.append(LettersPanel(request.user))
