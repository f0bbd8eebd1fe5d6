"""Where resting is kept, with what happens in a life, and the menu item that leads there."""

from django.urls import include, path, reverse_lazy

from consent.admin import resting, turns
from people.admin.menu import RoleMenuItem

resting_urls = (
    [path("", resting.index, name="index"), path("<int:pk>/end/", resting.end, name="end")],
    "resting",
)
urlpatterns = [
    path("resting/", include(resting_urls)),
    path("turns/<int:pk>/", turns.told, name="turns_told"),
]


def menu_item():
    return RoleMenuItem(
        "Resting",
        reverse_lazy("resting:index"),
        roles=resting.WHO,
        icon_name="lock",
        order=138,
        name="resting",
    )
