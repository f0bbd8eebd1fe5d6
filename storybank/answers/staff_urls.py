"""The staff's addresses, under /admin/answers/, and the menu item that leads there."""

from django.urls import include, path, reverse_lazy

from people.admin.menu import RoleMenuItem
from storybank.answers import checking_views, staff

answers = (
    [
        path("", staff.index, name="index"),
        path("check/", checking_views.to_check, name="to_check"),
        path("<int:page_id>/", staff.story, name="story"),
        path("<uuid:uid>/claim/", staff.claim, name="claim"),
        path("<uuid:uid>/take-away/", staff.take_away, name="take_away"),
        path("<uuid:uid>/said/", staff.said, name="said"),
    ],
    "answers",
)
urlpatterns = [path("answers/", include(answers))]


def to_check_item() -> RoleMenuItem:
    return RoleMenuItem(
        "Answers to check",
        reverse_lazy("answers:to_check"),
        icon_name="tasks",
        order=144,
        roles=checking_views.ROLES,
        name="answers-to-check",
    )


def menu_item() -> RoleMenuItem:
    return RoleMenuItem(
        "Answers",
        reverse_lazy("answers:index"),
        icon_name="openquote",
        order=143,
        roles=staff.ROLES,
        name="answers",
    )
