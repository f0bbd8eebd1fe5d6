"""Registers the screens of this room with Wagtail's admin; the screens stand in `speakers.admin`."""

from django.urls import include, path
from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from speakers.admin import dashboard, menu, tables, urls_people, urls_requests

modeladmin_register(tables.VenueTable)
modeladmin_register(tables.OutletTable)

for item in (menu.requests_item, menu.speakers_item, menu.venues_item, menu.outlets_item):
    hooks.register("register_admin_menu_item", item)

hooks.register("construct_homepage_panels", dashboard.add_requests)


@hooks.register("register_admin_urls")
def admin_addresses():
    return [
        path("speakers/requests/", include(urls_requests)),
        path("speakers/people/", include(urls_people)),
    ]
