"""What the menu offers comms, and who else may say that they have the phone."""

from django.urls import reverse_lazy

from people.admin.menu import RoleMenuItem
from people.roles import COMMS, SAFEGUARDING, SUPPORTER


def items() -> list[RoleMenuItem]:
    for_comms = [
        ("Finder", "finder:index", "search", 12),
        ("Enquiries", "finder:enquiries", "comment", 14),
        ("Holding replies", "finder:replies", "openquote", 16),
        ("What went out", "packs:index", "download", 18),
        ("Newsletter", "packs:newsletter", "doc-full-inverse", 20),
    ]
    made = [
        RoleMenuItem(label, reverse_lazy(name), roles=(COMMS,), icon_name=icon, order=order)
        for label, name, icon, order in for_comms
    ]
    return [
        *made,
        RoleMenuItem(
            "Who has the phone",
            reverse_lazy("finder:duty"),
            roles=(COMMS, SUPPORTER, SAFEGUARDING),
            icon_name="mobile-alt",
            order=125,
        ),
    ]
