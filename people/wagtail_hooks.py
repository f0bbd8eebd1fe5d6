"""Registers this room's staff screens with the admin; does nothing itself."""

from django.urls import include, path, reverse
from wagtail import hooks

from people import roles
from people.admin import staff_views
from people.admin.menu import RoleMenuItem


@hooks.register("register_admin_urls")
def staff_urls():
    return [path("staff/", include(staff_views.urlpatterns))]


@hooks.register("register_settings_menu_item")
def staff_menu():
    return RoleMenuItem(
        "Staff", reverse(staff_views.INDEX), icon_name="user", order=600, roles=(roles.ADMINISTRATOR,)
    )
