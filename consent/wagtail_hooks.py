"""Registers this room's staff screens with Wagtail's admin; does nothing itself."""

from functools import partial

from django.urls import include, path
from wagtail import hooks

from consent.admin import concern_urls, rights_menu, rights_urls


@hooks.register("register_admin_urls")
def ledger_and_complaints():
    return [path("", include(rights_urls)), path("", include(concern_urls))]


@hooks.register("register_admin_menu_item")
def concerns():
    return concern_urls.menu_item()


for item in rights_menu.items():
    hooks.register("register_admin_menu_item", partial(lambda one: one, item))
