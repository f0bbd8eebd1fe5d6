"""Venues and outlets: plain lists with a spreadsheet, kept by comms."""

from typing import Any

from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from people.roles import COMMS, has_role
from speakers.models import Outlet, Venue

ASKED = frozenset({"q", "p", "o", "export"})
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CommsOnly(PermissionHelper):
    """The role decides, not a Django permission."""

    def user_can_list(self, user: Any) -> bool:
        return has_role(user, COMMS)

    def user_can_create(self, user: Any) -> bool:
        return has_role(user, COMMS)

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        return has_role(user, COMMS)

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return has_role(user, COMMS)

    def user_can_inspect_obj(self, user: Any, obj: Any) -> bool:
        return False


class SafeList(IndexView):
    """Answers only what the list itself asks, and no cell of its spreadsheet is a formula, whatever was typed."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """modeladmin would take every other name in the address for a question to the database."""
        known = ASKED | {f"{name}__exact" for name in self.model_admin.list_filter}
        given = request.GET.copy()
        for name in request.GET:
            if name not in known or "\x00" in given[name]:
                del given[name]
        request.GET = given
        return super().dispatch(request, *args, **kwargs)

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        written = super().preprocess_field_value(field, value, export_format)
        return f"'{written}" if isinstance(written, str) and written.startswith(STARTS_A_FORMULA) else written


class Table(ModelAdmin):
    permission_helper_class = CommsOnly
    index_view_class = SafeList
    history_view_enabled = False
    add_to_settings_menu = False
    add_to_admin_menu = False


class VenueTable(Table):
    model = Venue
    menu_label = "Venues"
    menu_icon = "site"
    list_display = ("name", "town", "access")
    search_fields = ("name", "town")
    export_filename = "venues"
    list_export = (
        "name",
        "town",
        "latitude",
        "longitude",
        "step_free",
        "hearing_loop",
        "quiet_room",
        "how_to_get_there",
    )

    def access(self, venue: Venue) -> str:
        """In words: modeladmin's yes and no pictures belong to a Django admin that is not here."""
        return ", ".join(need.replace("-", " ") for need in venue.access_offered) or "Not known"


class OutletTable(Table):
    model = Outlet
    menu_label = "Outlets"
    menu_icon = "mail"
    list_display = ("name", "kind", "reach", "checked_on")
    list_filter = ("kind",)
    search_fields = ("name",)
    export_filename = "outlets"
    list_export = ("name", "kind", "reach", "code_followed", "checked_on", "note")
