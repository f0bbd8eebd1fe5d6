"""Registers this room's staff screens with Wagtail's admin; does nothing itself."""

from functools import partial

from django.urls import include, path, reverse_lazy
from wagtail import hooks

from consent.admin import (
    concern_urls,
    notices,
    resting_urls,
    rights_menu,
    rights_urls,
    said_menu,
    taking_back,
    urls_said,
    urls_stops,
    uses_urls,
    waiting_panels,
)
from people.admin.menu import RoleMenuItem

hooks.register("construct_homepage_panels", taking_back.add_late)
hooks.register("construct_homepage_panels", waiting_panels.add_waiting)


@hooks.register("register_admin_urls")
def ledger_and_complaints():
    return [path("", include(rights_urls)), path("", include(concern_urls))]


@hooks.register("register_admin_menu_item")
def concerns():
    return concern_urls.menu_item()


@hooks.register("register_admin_urls")
def uses():
    return uses_urls.urlpatterns


@hooks.register("register_admin_menu_item")
def uses_menu_item():
    return uses_urls.menu_item()


@hooks.register("register_admin_urls")
def resting():
    return resting_urls.urlpatterns


@hooks.register("register_admin_menu_item")
def resting_menu_item():
    return resting_urls.menu_item()


@hooks.register("register_admin_urls")
def stop_urls():
    return [path("stops/", include(urls_stops))]


@hooks.register("register_admin_urls")
def what_people_said_and_are_told():
    return [path("said/", include(urls_said)), path("told/", include(notices))]


for item in [*rights_menu.items(), *said_menu.items()]:
    hooks.register("register_admin_menu_item", partial(lambda one: one, item))


@hooks.register("register_admin_menu_item")
def taking_back_menu_item():
    return RoleMenuItem(
        "Taking it back",
        reverse_lazy("stops:taking_back"),
        roles=taking_back.WHO,
        icon_name="rotate",
        order=140,
        name="taking-back",
    )
