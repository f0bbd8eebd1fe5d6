"""The front page in Wagtail's editor: which views, and the library of pictures beside it, for those who edit it."""

from typing import Any, Final

from django.apps import apps
from django.db import connections
from django.urls import reverse

from home.models import HomePage
from people.admin.menu import RoleMenuItem
from people.roles import ADMINISTRATOR, COMMS

EDITORS: Final = (COMMS, ADMINISTRATOR)
LIBRARY: Final = ("add_image", "choose_image")


class FrontPageItem(RoleMenuItem):
    """Leads to the one page there is, wherever it stands in the tree."""

    @property
    def url(self) -> str:
        page = HomePage.objects.order_by("pk").values_list("pk", flat=True).first()
        return reverse("wagtailadmin_pages:edit", args=[page or 0])

    @url.setter
    def url(self, _value: str) -> None:
        """Asked anew each time."""


def menu_item() -> RoleMenuItem:
    return FrontPageItem("Front page", "", icon_name="home", order=20, roles=EDITORS, name="front-page")


def is_front_page(page_id: Any) -> bool:
    return str(page_id).isdecimal() and HomePage.objects.filter(pk=page_id).exists()


def open_library(using: str = "default", **_: Any) -> None:
    """After every migrate: who edits the front page may add pictures to the charity's library. Safe to repeat."""
    if "wagtailcore_groupcollectionpermission" not in connections[using].introspection.table_names():
        return
    root = apps.get_model("wagtailcore", "Collection").objects.using(using).filter(depth=1).first()
    rights = apps.get_model("auth", "Permission").objects.using(using)
    rights = rights.filter(content_type__app_label="wagtailimages", codename__in=LIBRARY)
    held = apps.get_model("wagtailcore", "GroupCollectionPermission").objects.using(using)
    groups = apps.get_model("auth", "Group").objects.using(using).filter(name__in=EDITORS)
    if root is None:
        return
    for group in groups:
        for right in rights:
            held.get_or_create(group=group, collection=root, permission=right)
