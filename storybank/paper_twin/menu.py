"""The doors in the admin's menu to sheets on paper, and to a stop slip that came by post."""

from django.urls import reverse_lazy

from people.admin.menu import RoleMenuItem
from people.roles import ADMINISTRATOR, COMMS, DPO, SAFEGUARDING, SUPPORTER

EVERYBODY = (SUPPORTER, SAFEGUARDING, COMMS, DPO, ADMINISTRATOR)


def items() -> list[RoleMenuItem]:
    return [
        RoleMenuItem(
            "Sheets on paper",
            reverse_lazy("paper:index"),
            roles=(SUPPORTER, SAFEGUARDING),
            icon_name="doc-full",
            order=136,
            name="sheets-on-paper",
        ),
        RoleMenuItem(
            "A stop slip",
            reverse_lazy("paper:slip"),
            roles=EVERYBODY,
            icon_name="cross",
            order=137,
            name="stop-slip",
        ),
    ]
