"""The doors to what waits to be checked, and to what people are told, in the admin's menu."""

from django.urls import reverse_lazy

from people.admin.menu import RoleMenuItem
from people.roles import DPO, SAFEGUARDING, SUPPORTER


def items():
    return [
        RoleMenuItem(
            "To check",
            reverse_lazy("said:waiting"),
            roles=(SUPPORTER, SAFEGUARDING),
            icon_name="tasks",
            order=135,
            name="to-check",
        ),
        RoleMenuItem(
            "Notices",
            reverse_lazy("notices:index"),
            roles=(DPO,),
            icon_name="openquote",
            order=320,
            name="notices",
        ),
    ]
