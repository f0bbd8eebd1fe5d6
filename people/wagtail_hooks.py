"""Registers this room's staff screens with the admin; does nothing itself."""

from functools import partial

from django.urls import include, path, reverse
from wagtail import hooks

from people import roles
from people.admin import menu_items, panels, staff_views, urls
from people.admin.menu import RoleMenuItem

AFTER_THE_HOUSE = 200  # the house clears Wagtail's own panels first


@hooks.register("register_admin_urls")
def staff_urls():
    return [path("staff/", include(staff_views.urlpatterns)), *urls.urlpatterns]


@hooks.register("register_settings_menu_item")
def staff_menu():
    return RoleMenuItem(
        "Staff", reverse(staff_views.INDEX), icon_name="user", order=600, roles=(roles.ADMINISTRATOR,)
    )


for item in menu_items.main_items():
    hooks.register("register_admin_menu_item", partial(lambda one: one, item))
for item in menu_items.settings_items():
    hooks.register("register_settings_menu_item", partial(lambda one: one, item))

hooks.register("construct_homepage_panels", panels.add_panels, order=AFTER_THE_HOUSE)
