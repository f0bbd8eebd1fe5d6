"""Every road on which Wagtail could put words on line, walked with a story that may not go up: refused in words.

The wall before the admin is taken away and the right to publish given, which nobody holds: what is left is the lock.
"""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions import action_registry
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import Locale, Page

from consent.domain.acts import answering
from consent.domain.care import files, holding
from consent.enums import HoldReason
from storybank.domain import settling
from storybank.models import StoryPage
from tests.factories import stories
from tests.storybank.admin.steps import a_team_story
from tests.storybank.admin.test_publication_roads import editor_fields, may_publish

pytestmark = pytest.mark.django_db
NEW = "A sentence that nobody has agreed to."


# --- The states -------------------------------------------------------------------------------------------
def not_cleared(page, supporter):
    return page


def cleared_for_other_words(page, supporter):
    return stories.edited(agreed(page), by=supporter, body=[NEW])


def stopped(page, supporter):
    page = agreed(page)
    stories.stopping.stop(files.author_of(page.file_id))
    return followed(page)


def resting(page, supporter):
    page = agreed(page)
    author = files.author_of(page.file_id)
    answering.pause(page.file.permissions.get(), person=author)
    return followed(page)


def held(page, supporter):
    page = agreed(page)
    holding.hold(page.file, reason=HoldReason.SAFETY, by=supporter)
    return followed(page)


def agreed(page):
    with stories.clock.at(stories.clock.now() - stories.LONG_AGO):
        stories.asked(page, "website")
        stories.answered(page)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def followed(page):
    settling.settle(page.file_id)
    return StoryPage.objects.get(pk=page.pk)


STATES = {
    not_cleared: "Dee has not said yes to these exact words yet.",
    cleared_for_other_words: "The words have changed, and Dee has not said yes to the new ones.",
    stopped: "Dee has stopped this.",
    resting: "Dee is letting this rest.",
    held: "It is resting while something is being checked.",
}


# --- The roads that would publish ---------------------------------------------------------------------------
def the_editors_button(page, client):
    words = page.get_latest_revision_as_object().body[0].value
    fields = editor_fields(page, **{"body-0-value": str(words), "action-publish": "1"})
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), fields, follow=True)


def the_history(page, client):
    """Going back to an earlier version and publishing it: what the editor sends from "review this version"."""
    fields = editor_fields(page, revision=str(page.latest_revision_id), **{"action-publish": "1"})
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), fields, follow=True)


def many_at_once(page, client):
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{bulk}?id={page.pk}", follow=True)


def publishing_a_version(page, client):
    page.get_latest_revision().publish(user=None, skip_permission_checks=True)


def publishing_as_a_page(page, client):
    PublishPageRevisionAction(page.get_latest_revision()).execute(skip_permission_checks=True)


def publishing_as_any_other_thing(page, client):
    PublishRevisionAction(page.get_latest_revision()).execute(skip_permission_checks=True)


def the_registered_action(page, client):
    action = action_registry.get_action_class(StoryPage, "edit")
    words = page.get_latest_revision_as_object()
    action(words, publish=True).execute(skip_permission_checks=True)


def a_schedule(page, client):
    words = page.get_latest_revision_as_object()
    words.go_live_at = timezone.now() - timedelta(minutes=2)
    words.save_revision(user=None, approved_go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")


def saving_it_live(page, client):
    words = page.get_latest_revision_as_object()
    words.live = True
    words.save()


def bringing_back_an_older_version(page, client):
    RevertToPageRevisionAction(page, page.get_latest_revision()).execute(skip_permission_checks=True)
    fresh = StoryPage.objects.get(pk=page.pk)
    fresh.get_latest_revision().publish(user=None, skip_permission_checks=True)


def down_and_up_again(page, client):
    page.unpublish(user=None)
    fresh = StoryPage.objects.get(pk=page.pk)
    fresh.get_latest_revision().publish(user=None, skip_permission_checks=True)


def reading_it_from_a_file(page, client):
    """As `loaddata` and page transfers do: a page object made of stored words, saved."""
    words = page.get_latest_revision_as_object().serializable_data() | {"live": True}
    read = StoryPage.from_serializable_data(words, check_fks=False)
    for name in ("file_id", "edition_id", "accepted_revision_id", "latest_revision_id", "path", "depth"):
        setattr(read, name, getattr(page, name))
    read.save()


PUBLISHING = [
    the_editors_button,
    the_history,
    many_at_once,
    publishing_a_version,
    publishing_as_a_page,
    publishing_as_any_other_thing,
    the_registered_action,
    a_schedule,
    saving_it_live,
    bringing_back_an_older_version,
    down_and_up_again,
    reading_it_from_a_file,
]


# --- The roads no story goes, agreed or not -------------------------------------------------------------------
def a_copy(page, client):
    CopyPageAction(page, keep_live=True, update_attrs={"slug": "copy"}).execute(skip_permission_checks=True)


def a_copy_kept_dark(page, client):
    CopyPageAction(page, keep_live=False, update_attrs={"slug": "copy"}).execute(skip_permission_checks=True)


def a_twin(page, client):
    CreatePageAliasAction(page, update_slug="twin").execute(skip_permission_checks=True)


def a_translation(page, client):
    welsh, _ = Locale.objects.get_or_create(language_code="cy")
    CopyPageForTranslationAction(page, welsh, copy_parents=True).execute(skip_permission_checks=True)


TWINS = [a_copy, a_copy_kept_dark, a_twin, a_translation]
ONE_PAGE = "every reader must meet the one agreed page"


@pytest.fixture
def staff(settings):
    """A story, its supporter holding the right that nobody holds, and no wall."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "home.access" not in name]
    page, supporter, _ = a_team_story(happened="I kept the kettle on.")
    client = Client()
    client.force_login(may_publish(supporter, page))
    return page, supporter, client


def walked(road, page, client):
    """What whoever goes this road is told, what a reader is shown then, and whether the page is live."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                told = said_in(road(StoryPage.objects.get(pk=page.pk), client))
        except PermissionDenied as refused:
            told = str(refused)
        found = (told, shown(page), StoryPage.objects.get(pk=page.pk).live)
        transaction.set_rollback(True)
    return found


def said_in(answer):
    said = answer.context["messages"] if answer is not None and answer.context else []
    return " ".join(str(message) for message in said)


def shown(page):
    """What a reader gets of the story's own address: nothing, or the first words."""
    answer = Client().get(f"/stories/{page.slug}/")
    if answer.status_code != 200:
        return None
    return "new" if NEW in answer.content.decode() else "agreed"


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_story_that_is_not_agreed_is_refused_on_every_road_in_words_that_name_whose_yes(staff, state):
    page, supporter, client = staff
    page = state(page, supporter)
    up = state is cleared_for_other_words
    stands = ("agreed" if up else None, up)

    found = {road.__name__: walked(road, page, client) for road in PUBLISHING}

    said = {name: told for name, (told, *_) in found.items()}
    other = said.pop("many_at_once")
    assert {name: told for name, told in said.items() if STATES[state] not in told} == {}
    assert ("Dee has said yes to other words than these." if up else STATES[state]) in other
    assert {name: after for name, (_, *after) in found.items() if tuple(after) != stands} == {}


def test_exactly_the_agreed_words_pass_on_the_same_roads(staff):
    page, _, client = staff
    page = agreed(page)
    Page.objects.filter(pk=page.pk).update(live=False)
    roads = [road for road in PUBLISHING if road is not many_at_once]

    found = {road.__name__: walked(road, page, client)[1:] for road in roads}

    assert found == {road.__name__: ("agreed", True) for road in roads}


@pytest.mark.parametrize(
    "state", [not_cleared, lambda page, _: agreed(page), stopped], ids=["no", "yes", "stop"]
)
def test_no_story_is_ever_doubled_whatever_was_agreed(staff, state):
    page, supporter, client = staff
    page = state(page, supporter)

    found = {road.__name__: walked(road, page, client)[0] for road in TWINS}

    assert {name: told for name, told in found.items() if ONE_PAGE not in told} == {}
    assert StoryPage.objects.count() == 1


@pytest.mark.parametrize("road", TWINS, ids=lambda road: road.__name__)
def test_any_other_page_is_doubled_on_these_roads(road):
    front = Page.get_first_root_node().add_child(instance=Page(title="Front", slug="front"))
    before = Page.objects.count()

    road(front, None)

    assert Page.objects.count() > before
