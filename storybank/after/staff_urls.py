"""The staff's addresses, under /admin/after/, and the menu item that leads there."""

from django.urls import include, path, reverse_lazy

from people.admin.menu import RoleMenuItem
from people.roles import SUPPORTER
from storybank.after import happened_staff, skills_staff, staff

after = (
    [
        path("", staff.index, name="index"),
        path("<uuid:uid>/said/", staff.said, name="said"),
        path("<uuid:uid>/rung/", staff.rung, name="rung"),
        path("letters/<int:pk>/", happened_staff.letter, name="letter"),
        path("letters/<uuid:letter>/paper/", happened_staff.letter_paper, name="letter_paper"),
        path("skills/<int:pk>/", skills_staff.skills, name="skills"),
        path("skills/<int:pk>/said/", skills_staff.said, name="skill_said"),
        path("skills/<int:pk>/paper/", skills_staff.paper, name="skills_paper"),
    ],
    "after",
)
urlpatterns = [path("after/", include(after))]


def menu_item() -> RoleMenuItem:
    return RoleMenuItem(
        "After", reverse_lazy("after:index"), icon_name="history", order=142, roles=(SUPPORTER,), name="after"
    )
