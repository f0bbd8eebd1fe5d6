"""Renaming a theme or a region never changes what stands beside words that were agreed."""

from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from people import roles
from people.models import Region, Theme
from storybank.domain.agreed_labels import labels_of, region_name, theme_name
from storybank.models import StoryEdition, StoryPage
from tests.factories import people, stories
from tests.surfaces.stage import the_stage

pytestmark = pytest.mark.django_db
SURFACES = ("/stories/{slug}/", "/stories/", "/stories/feed/", "/api/v2/stories/", "/api/v2/stories/{slug}/")


def read(page):
    found = [Client().get(address.format(slug=page.slug)) for address in SURFACES]
    return [answer.content.decode() for answer in found if answer.status_code == 200]


def renamed(page):
    theme, region = page.themes.get(), page.region
    Theme.objects.filter(pk=theme.pk).update(name="Xylotheme")
    Region.objects.filter(pk=region.pk).update(name="Xyloregion")
    return theme.name, region.name


def test_what_is_up_keeps_the_names_it_was_agreed_with_on_every_page():
    page = the_stage().page
    before = read(page)

    theme, region = renamed(page)
    after = read(page)

    assert len(after) == len(before) >= 4
    assert any(theme in text for text in before)
    assert any(region in text for text in before)
    story = after[0]
    assert (theme in story, region in story) == (True, True)
    assert ["Xylo" in text for text in (story, after[2], after[3])] == [False, False, False]


def test_words_frozen_after_the_rename_carry_the_new_name():
    page = the_stage().page
    _, region = renamed(page)
    words = page.get_latest_revision_as_object()
    words.title = "The kettle once more"
    words.save_revision(user=None)
    StoryPage.objects.filter(pk=page.pk).update(
        accepted_revision=StoryPage.objects.get(pk=page.pk).latest_revision
    )
    stories.asked(StoryPage.objects.get(pk=page.pk), "website")

    newest, earlier = StoryEdition.objects.filter(page=page).order_by("-pk")[:2]

    assert [region_name(version.words()) for version in (newest, earlier)] == [
        "Xyloregion",
        region,
    ]
    assert theme_name(newest.words(), Theme.objects.get()) == "Xylotheme"
    assert read(page)[0].count("Xylo") == 0


def test_whoever_renames_reads_what_happens_to_agreed_stories(client):
    page = the_stage().page
    was = page.region.name
    client.force_login(people.a_member_of_staff(roles.ADMINISTRATOR))
    change = reverse("lists:change", args=["regions", page.region_id])

    form = client.get(change).content.decode()
    saved = client.post(change, {"name": "The far north"}, follow=True).content.decode()
    again = client.post(change, {"name": "The far north"}, follow=True).content.decode()

    assert "keep its old name beside them" in form
    assert f"keep “{was}” beside them until a new version" in saved
    assert "until a new version" not in again


def test_versions_from_before_keep_the_names_of_the_day_of_the_change_forth_and_back():
    page = the_stage().page
    kept = labels_of(page)
    StoryEdition.objects.update(labels={})
    StoryPage.objects.update(agreed_labels={})

    import_module("storybank.migrations.0037_fill_labels").fill(apps, None)

    assert StoryEdition.objects.get(page=page).labels == kept != {}
    assert StoryPage.objects.get(pk=page.pk).agreed_labels == kept
