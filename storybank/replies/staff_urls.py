"""The staff's addresses, under /admin/letters-from-readers/, and the menu item that leads there."""

from django.urls import include, path, reverse_lazy

from people.admin.menu import RoleMenuItem
from people.roles import SAFEGUARDING, SUPPORTER
from storybank.replies import staff, staff_person

replies = (
    [
        path("", staff.index, name="index"),
        path("<int:pk>/", staff.one, name="one"),
        path("<int:pk>/as-it-came/", staff.as_it_came, name="as_it_came"),
        path("person/<int:pk>/", staff_person.person, name="person"),
        path("person/<int:pk>/paper/", staff_person.paper, name="paper"),
    ],
    "replies",
)
urlpatterns = [path("letters-from-readers/", include(replies))]


def menu_item() -> RoleMenuItem:
    return RoleMenuItem(
        "Letters from readers",
        reverse_lazy("replies:index"),
        icon_name="mail",
        order=146,
        roles=(SUPPORTER, SAFEGUARDING),
        name="replies",
    )
