"""The addresses of concerns, under /admin/concerns/, and their door in the menu."""

from django.urls import include, path, reverse_lazy

from consent.admin import concerns
from people.admin.menu import RoleMenuItem
from people.roles import SAFEGUARDING

concern_urls = (
    [
        path("", concerns.index, name="index"),
        path("<int:pk>/", concerns.one, name="view"),
        path("<int:pk>/act/", concerns.act, name="act"),
    ],
    "concerns",
)
urlpatterns = [path("concerns/", include(concern_urls))]


def menu_item() -> RoleMenuItem:
    return RoleMenuItem(
        "Concerns",
        reverse_lazy("concerns:index"),
        roles=(SAFEGUARDING,),
        icon_name="warning",
        order=20,
        name="concerns",
    )
