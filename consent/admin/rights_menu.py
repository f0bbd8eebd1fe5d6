"""The doors to the ledger and to complaints in the admin's menu."""

from django.urls import reverse_lazy

from people.admin.menu import RoleMenuItem
from people.roles import DPO


def items():
    return [
        RoleMenuItem(
            "Ledger",
            reverse_lazy("ledger:index"),
            roles=(DPO,),
            icon_name="history",
            order=300,
            name="ledger",
        ),
        RoleMenuItem(
            "Complaints",
            reverse_lazy("complaints:index"),
            roles=(DPO,),
            icon_name="warning",
            order=310,
            name="complaints",
        ),
    ]
