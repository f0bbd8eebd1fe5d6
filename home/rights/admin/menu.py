"""The doors to these screens in the admin's menu."""

from django.urls import reverse_lazy

from people.admin.menu import RoleMenuItem
from people.roles import ADMINISTRATOR, DPO, SAFEGUARDING


def items():
    return [
        RoleMenuItem(
            "Rights", reverse_lazy("rights:index"), roles=(DPO,), icon_name="user", order=320, name="rights"
        ),
        RoleMenuItem(
            "Keeping times",
            reverse_lazy("rights:rules"),
            roles=(DPO,),
            icon_name="time",
            order=340,
            name="rights-rules",
        ),
        RoleMenuItem(
            "To confirm",
            reverse_lazy("rights:second"),
            roles=(DPO, SAFEGUARDING, ADMINISTRATOR),
            icon_name="check",
            order=330,
            name="rights-second",
        ),
    ]
