"""No road leads a story on line without its yes: each of Wagtail's roads tried, the right given or taken."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import GroupPagePermission, Page

from people.models import User
from storybank.domain.freezing import NotReady
from storybank.domain.queries import public_stories
from storybank.lock.live import NotAgreed, NotAStoryRoad
from storybank.models import StoryPage
from tests.factories.stories import a_live_story, edited
from tests.storybank.admin.steps import a_team_story, at_safety

pytestmark = pytest.mark.django_db


def may_publish(user, page):
    """The right that nobody holds, given all the same."""
    right = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    group = user.groups.get(name__startswith="Team")
    GroupPagePermission.objects.create(group=group, page=page.get_parent(), permission=right)
    return User.objects.get(pk=user.pk)


def editor_fields(page, **changes):
    """What Wagtail's editor sends for a story with one paragraph."""
    words = page.get_latest_revision_as_object()
    block = words.body[0]
    return {
        "title": words.title,
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "paragraph",
        "body-0-id": str(block.id),
        "body-0-value": str(block.value),
        "closing_kind": words.closing_kind,
        "closing": words.closing,
        "content_notes-count": "0",
        "kind": words.kind,
        "language": words.language,
        "region": "",
    } | changes


def dark(page):
    return not StoryPage.objects.get(pk=page.pk).live and not public_stories().filter(pk=page.pk).exists()


def test_the_editors_publish_button_with_the_right_given_is_refused_in_words_and_keeps_the_text(client):
    page, supporter, _ = a_team_story()
    client.force_login(may_publish(supporter, page))
    fields = editor_fields(page, **{"body-0-value": "A new sentence.", "action-publish": "1"})

    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), fields, follow=True)

    said = " ".join(str(message) for message in answer.context["messages"])
    assert "Dee has not said yes to these exact words yet." in said
    assert "kept as suggestions" in said
    assert dark(page)
    assert (
        StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object().body[0].value == "A new sentence."
    )


def test_without_the_right_the_button_is_not_there_and_pressing_it_only_saves(client):
    page, supporter, _ = a_team_story()
    client.force_login(supporter)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])

    shown = client.get(edit).content
    client.post(edit, editor_fields(page, **{"action-publish": "1"}))

    assert b"action-publish" not in shown
    assert b"action-submit" not in shown
    assert b"Where this stands" in shown
    assert dark(page)


def test_changing_a_comma_of_a_live_story_keeps_the_agreed_version_up_and_says_whose_yes_is_missing(client):
    page, supporter, author = a_team_story()
    page.delete()
    page = a_live_story(author, happened="I kept the kettle on, always.")
    client.force_login(may_publish(supporter, page))
    changed = {"body-0-value": "I kept the kettle on always.", "action-publish": "1"}

    answer = client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), editor_fields(page, **changed), follow=True
    )

    said = " ".join(str(message) for message in answer.context["messages"])
    now = StoryPage.objects.get(pk=page.pk)
    assert "The words have changed, and Dee has not said yes to the new ones." in said
    assert (now.live, str(now.body[0].value)) == (True, "I kept the kettle on, always.")
    assert str(now.get_latest_revision_as_object().body[0].value) == "I kept the kettle on always."
    assert b"on, always." in Client().get(f"/stories/{page.slug}/").content


def test_saving_the_comma_without_the_right_says_it_on_the_sheet(client):
    page, supporter, author = a_team_story()
    page.delete()
    page = edited(a_live_story(author), by=supporter, title="The kettle, on Sundays")
    client.force_login(supporter)

    sheet = client.get(reverse("work:story", args=[page.pk])).content.decode()

    assert "The agreed version is up." in sheet
    assert "There are suggestions Dee has not seen." in sheet


def test_the_walls_hold_the_other_roads_shut(client):
    page, supporter, _ = a_team_story()
    client.force_login(may_publish(supporter, page))
    roads = [
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}",
        *(
            reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
            for name in ("copy", "move", "delete", "unpublish")
        ),
        reverse("wagtailadmin_pages:set_privacy", args=[page.pk]),
    ]

    answers = {client.post(road).status_code for road in roads}

    assert answers == {403}
    assert dark(page)


@pytest.fixture
def without_the_wall(settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "home.access" not in name]


@pytest.mark.usefixtures("without_the_wall")
def test_behind_the_wall_bulk_publishing_is_refused_in_words(client):
    page, supporter, _ = a_team_story()
    client.force_login(may_publish(supporter, page))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"

    answer = client.post(bulk, follow=True)

    assert "cannot go up from here" in answer.content.decode()
    assert dark(page)


@pytest.mark.usefixtures("without_the_wall")
@pytest.mark.parametrize("road", ["copy", "move", "delete", "unpublish"])
def test_behind_the_wall_every_other_road_is_refused_too(client, road):
    page, supporter, _ = a_team_story()
    client.force_login(may_publish(supporter, page))

    client.post(reverse(f"wagtailadmin_pages:{road}", args=[page.pk]), {"new_title": "x", "new_slug": "x"})

    assert dark(page)
    assert StoryPage.objects.count() == 1


def test_publishing_a_revision_in_code_is_refused_by_the_write_lock():
    page, supporter, _ = a_team_story()

    with pytest.raises(NotAgreed, match="cannot go up"):
        page.get_latest_revision().publish(user=None, skip_permission_checks=True)
    with pytest.raises(NotAgreed):
        PublishPageRevisionAction(page.get_latest_revision(), user=supporter).execute(
            skip_permission_checks=True
        )

    assert dark(page)


def test_a_workflow_that_ends_never_publishes():
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)

    with pytest.raises(NotReady, match="safety check of exactly these words"):
        page.current_workflow_task_state.approve(user=None)

    assert dark(page)


def test_a_scheduled_story_is_refused_when_its_hour_comes():
    page, _, _ = a_team_story()
    words = page.get_latest_revision_as_object()
    words.go_live_at = timezone.now() - timedelta(minutes=2)
    words.save_revision(user=None, approved_go_live_at=timezone.now() - timedelta(minutes=1))

    with pytest.raises(NotAgreed):
        call_command("publish_scheduled")

    assert dark(page)


def test_copies_and_twins_of_a_live_story_never_shine():
    page = a_live_story()

    for twin in (
        CreatePageAliasAction(page, update_slug="twin"),
        CopyPageAction(page, keep_live=True, update_attrs={"slug": "copy"}),
        CopyPageAction(page, keep_live=False, update_attrs={"slug": "copy"}),
    ):
        with pytest.raises(NotAStoryRoad), transaction.atomic():
            twin.execute(skip_permission_checks=True)

    assert list(StoryPage.objects.all()) == list(public_stories()) == [page]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_an_update_behind_every_models_back_is_refused_by_the_database():
    page, _, _ = a_team_story()
    if connection.vendor != "postgresql":
        Page.objects.filter(pk=page.pk).update(live=True)
        assert not public_stories().filter(pk=page.pk).exists()
        return

    with pytest.raises(IntegrityError), transaction.atomic():
        Page.objects.filter(pk=page.pk).update(live=True)

    assert dark(page)
