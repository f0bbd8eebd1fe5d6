"""Where the uses are kept, and the menu item that leads there."""

from django.urls import include, path, reverse_lazy

from consent.admin import uses
from people.admin.menu import RoleMenuItem
from people.roles import DPO

urlpatterns = [
    path(
        "uses/",
        include(
            (
                [
                    path("", uses.index, name="index"),
                    path("<int:pk>/", uses.edit, name="edit"),
                    path("<int:pk>/ask/", uses.ask, name="ask"),
                ],
                "uses",
            )
        ),
    )
]


def menu_item():
    return RoleMenuItem(
        "Uses", reverse_lazy("uses:index"), roles=(DPO,), icon_name="list-ul", order=155, name="uses"
    )
