"""The yearly talks, under /admin/yearly/, and the menu item that leads there."""

from django.urls import include, path, reverse_lazy

from people.admin.menu import RoleMenuItem
from people.roles import SUPPORTER
from storybank.yearly import staff

yearly = (
    [
        path("", staff.index, name="index"),
        path("<int:pk>/", staff.talk, name="talk"),
        path("<int:pk>/letter/", staff.letter, name="letter"),
        path("<int:pk>/not-this-year/", staff.not_this_year, name="not_this_year"),
    ],
    "yearly",
)
urlpatterns = [path("yearly/", include(yearly))]


def menu_item() -> RoleMenuItem:
    return RoleMenuItem(
        "Yearly talks",
        reverse_lazy("yearly:index"),
        icon_name="date",
        order=144,
        roles=(SUPPORTER,),
        name="yearly",
    )
