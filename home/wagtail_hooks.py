"""Registers the walls with Wagtail's admin; the rules stand in `home.access`."""

from functools import partial

from django.conf import settings
from django.templatetags.static import static
from django.urls import include, path
from django.utils.html import format_html_join
from wagtail import hooks

from home.access import choosers, front_page, menus
from home.access.front_page_editor import FrontPageViewSet
from home.aloud import screens as aloud
from home.components import screens as components
from home.demo_room.menu import add_the_way_back
from home.rights.admin import panel, urls
from home.rights.admin.menu import items as menu_items

for menu in ("construct_main_menu", "construct_settings_menu", "construct_reports_menu", "construct_search"):
    hooks.register(menu, menus.keep_reachable, order=1000)

if settings.DEMO:
    hooks.register("construct_main_menu", add_the_way_back, order=2000)  # after the doors were sorted out

hooks.register("construct_help_menu", menus.clear, order=1000)
hooks.register("construct_homepage_summary_items", menus.clear, order=1000)
hooks.register("construct_homepage_panels", menus.clear, order=-1000)
hooks.register("construct_homepage_panels", panel.add_rights)
hooks.register("construct_page_chooser_queryset", choosers.only_public_pages)


@hooks.register("insert_global_admin_css")
def staff_css():
    return format_html_join(
        "",
        '<link rel="stylesheet" href="{}">',
        ((static(f"css/{name}.css"),) for name in ("staff", "rights-admin", "sheets")),
    )


@hooks.register("register_admin_urls")
def staff_urls():
    return [
        path("rights/", include(urls)),
        path("read-aloud/", include(aloud)),
        path("components/", include(components)),
    ]


@hooks.register("register_admin_viewset")
def front_page_in_the_editor():
    return FrontPageViewSet()


@hooks.register("register_admin_menu_item")
def front_page_menu_item():
    return front_page.menu_item()


@hooks.register("register_settings_menu_item")
def read_aloud_menu_item():
    return aloud.menu_item()


@hooks.register("register_admin_menu_item")
def components_menu_item():
    return components.menu_item()


for item in menu_items():
    hooks.register("register_admin_menu_item", partial(lambda one: one, item))
