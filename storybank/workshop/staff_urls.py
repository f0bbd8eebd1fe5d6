"""Where evenings are kept, under /admin/workshops/, and the menu item that leads there."""

from django.urls import include, path, reverse_lazy

from people.admin.menu import RoleMenuItem
from people.roles import SUPPORTER
from storybank.workshop import staff

workshops = (
    [
        path("", staff.index, name="index"),
        path("<uuid:uid>/", staff.evening, name="evening"),
        path("<uuid:uid>/seat/", staff.seat, name="seat"),
        path("<uuid:uid>/packs/", staff.batch, name="batch"),
        path("<uuid:uid>/piece/", staff.piece, name="piece"),
    ],
    "workshops",
)
urlpatterns = [path("workshops/", include(workshops))]


def menu_item() -> RoleMenuItem:
    return RoleMenuItem(
        "Evenings",
        reverse_lazy("workshops:index"),
        icon_name="group",
        order=136,
        roles=(SUPPORTER,),
        name="workshops",
    )
