"""A menu item that only the roles it is for can see. The wall itself is the allow-list; this keeps the menu honest."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem

from people.roles import has_role


class RoleMenuItem(MenuItem):  # type: ignore[misc]  # Wagtail ships no types
    """`roles`: names from `people.roles`."""

    def __init__(self, *args: Any, roles: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = roles

    def is_shown(self, request: HttpRequest) -> bool:
        return has_role(request.user, *self.roles)
