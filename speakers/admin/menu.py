"""The doors to these screens in the admin's menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem

from people.roles import COMMS, SUPPORTER, has_role


class RoleItem(MenuItem):
    def __init__(self, *args: Any, roles: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = roles

    def is_shown(self, request: HttpRequest) -> bool:
        return has_role(request.user, *self.roles)


def requests_item() -> RoleItem:
    url = reverse("speakers_requests:index")
    return RoleItem("Requests", url, icon_name="mail", order=210, roles=(COMMS,), name="requests")


def speakers_item() -> RoleItem:
    url = reverse("speakers_people:index")
    return RoleItem("Speakers", url, icon_name="group", order=220, roles=(COMMS, SUPPORTER), name="speakers")


def venues_item() -> RoleItem:
    url = reverse("speakers_venue_modeladmin_index")
    return RoleItem("Venues", url, icon_name="site", order=230, roles=(COMMS,), name="venues")


def outlets_item() -> RoleItem:
    url = reverse("speakers_outlet_modeladmin_index")
    return RoleItem("Outlets", url, icon_name="view", order=240, roles=(COMMS,), name="outlets")
