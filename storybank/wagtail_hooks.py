"""Registers this room with Wagtail's admin."""

from django.urls import include, path, reverse
from modelcluster.fields import ParentalManyToManyField
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.menu import MenuItem

from people.admin.menu import RoleMenuItem
from people.choice_fields import Several
from people.roles import SUPPORTER
from storybank.admin import dashboard, editing, from_before, press_menu, press_panel, quiet, refusals, urls
from storybank.admin.helplines import HelplineViewSet

quiet.silence()
register_form_field_override(ParentalManyToManyField, override={"form_class": Several})

hooks.register("construct_homepage_panels", dashboard.add_queue)
hooks.register("construct_homepage_panels", press_panel.add_panel)
hooks.register("construct_page_action_menu", editing.only_saving)
hooks.register("before_copy_page", refusals.refusal("copy"))
hooks.register("before_create_alias_page", refusals.refusal("alias"))
hooks.register("before_move_page", refusals.refusal("move"))
hooks.register("before_delete_page", refusals.refusal("delete"))
hooks.register("before_unpublish_page", refusals.refusal("unpublish"))
hooks.register("before_create_page", refusals.refuse_creation)
hooks.register("before_bulk_action", refusals.refuse_bulk)


@hooks.register("register_admin_viewset")
def stories():
    return editing.StoryViewSet()


@hooks.register("register_admin_viewset")
def helplines():
    return HelplineViewSet()


@hooks.register("register_admin_urls")
def work_urls():
    return [path("work/", include(urls)), path("from-before/", include(from_before))]


@hooks.register("register_admin_urls")
def press_urls():
    return [
        path("finder/", include("storybank.finder.urls")),
        path("packs/", include("storybank.packs.urls")),
        path("quotes/", include("storybank.quotes.urls")),
        path("private-readings/", include("storybank.private_reading.staff_urls")),
    ]


for press_item in press_menu.items():
    hooks.register("register_admin_menu_item", lambda item=press_item: item)


@hooks.register("register_admin_menu_item")
def work_menu_item():
    return MenuItem("Work queue", reverse("work:queue"), icon_name="list-ul", order=10)


@hooks.register("register_admin_menu_item")
def note_readings_menu_item():
    return MenuItem("Readings of notes", reverse("work:note_readings"), icon_name="lock", order=400)


@hooks.register("register_admin_menu_item")
def from_before_menu_item():
    return RoleMenuItem(
        "From before", reverse("from_before:index"), icon_name="history", order=140, roles=(SUPPORTER,)
    )
