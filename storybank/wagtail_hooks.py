"""Registers this room with Wagtail's admin."""

from django.urls import include, path, reverse
from modelcluster.fields import ParentalManyToManyField
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.menu import MenuItem

from people.admin.menu import RoleMenuItem
from people.choice_fields import Several
from people.roles import ADMINISTRATOR, SUPPORTER
from storybank.admin import (
    beside,
    dashboard,
    editing,
    found,
    from_before,
    helplines_panel,
    never_know,
    population,
    press_menu,
    press_panel,
    quiet,
    refusals,
    talking,
    thanks,
    urls,
)
from storybank.admin.helplines import HelplineViewSet
from storybank.after import staff_urls as after_urls
from storybank.answers import staff_urls as answers_urls
from storybank.elsewhere import staff as elsewhere
from storybank.paper_twin import menu as paper_menu
from storybank.paper_twin import panel as paper_panel
from storybank.replies import staff_urls as replies_urls
from storybank.workshop import staff_urls as workshop_urls
from storybank.yearly import staff_urls as yearly_urls

quiet.silence()
register_form_field_override(ParentalManyToManyField, override={"form_class": Several})

hooks.register("story_panel", beside.standing, order=10)
hooks.register("story_panel", beside.consent, order=20)
hooks.register("story_panel", beside.who_is_in_it, order=30)
hooks.register("story_panel", found.panel, order=40)
hooks.register("story_panel", talking.panel, order=40)
hooks.register("story_panel", never_know.panel, order=48)
hooks.register("story_panel", beside.safety, order=50)
hooks.register("story_panel", beside.whose_words, order=60)
hooks.register("story_panel", thanks.panel, order=70)
hooks.register("story_panel", paper_panel.panel, order=80)
hooks.register("construct_homepage_panels", dashboard.add_queue)
hooks.register("construct_homepage_panels", press_panel.add_panel)
hooks.register("construct_homepage_panels", helplines_panel.add_helplines)
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
def population_urls():
    return [
        path("people-table/", population.population, name="population"),
        path("people-table/sheet.csv", population.template, name="population_template"),
    ]


@hooks.register("register_admin_urls")
def press_urls():
    return [
        path("finder/", include("storybank.finder.urls")),
        path("packs/", include("storybank.packs.urls")),
        path("quotes/", include("storybank.quotes.urls")),
        path("private-readings/", include("storybank.private_reading.staff_urls")),
        path("", include("storybank.after.staff_urls")),
        path("", include("storybank.answers.staff_urls")),
        path("", include("storybank.workshop.staff_urls")),
        path("paper/", include("storybank.paper_twin.urls")),
        path("", include("storybank.yearly.staff_urls")),
        path("", include("storybank.replies.staff_urls")),
        path("from-elsewhere/", include(elsewhere.urlpatterns)),
    ]


for press_item in [*press_menu.items(), *paper_menu.items()]:
    hooks.register("register_admin_menu_item", lambda item=press_item: item)


@hooks.register("register_admin_menu_item")
def work_menu_item():
    return MenuItem("Work queue", reverse("work:queue"), icon_name="list-ul", order=10)


@hooks.register("register_admin_menu_item")
def note_readings_menu_item():
    return MenuItem("Readings of notes", reverse("work:note_readings"), icon_name="lock", order=400)


@hooks.register("register_settings_menu_item")
def population_menu_item():
    return RoleMenuItem(
        "How many people", reverse("population"), icon_name="group", order=640, roles=(ADMINISTRATOR,)
    )


@hooks.register("register_admin_menu_item")
def from_before_menu_item():
    return RoleMenuItem(
        "From before", reverse("from_before:index"), icon_name="history", order=140, roles=(SUPPORTER,)
    )


@hooks.register("register_admin_menu_item")
def after_menu_item():
    return after_urls.menu_item()


@hooks.register("register_admin_menu_item")
def answers_menu_item():
    return answers_urls.menu_item()


@hooks.register("register_admin_menu_item")
def answers_to_check_menu_item():
    return answers_urls.to_check_item()


@hooks.register("register_admin_menu_item")
def workshop_menu_item():
    return workshop_urls.menu_item()


@hooks.register("register_admin_menu_item")
def yearly_menu_item():
    return yearly_urls.menu_item()


@hooks.register("register_admin_menu_item")
def replies_menu_item():
    return replies_urls.menu_item()
