"""What a frozen version is about and says: kept at freezing, by a crowd and by the migration alike; gone at erasure."""

from importlib import import_module

import pytest
from django.apps import apps

from storybank.models import StoryEdition
from tests.factories import people, press, stories
from tests.surfaces.stage import rewrite

pytestmark = pytest.mark.django_db


def kept(frozen):
    frozen = StoryEdition.objects.get(pk=frozen.pk)
    return sorted(frozen.themes.values_list("slug", flat=True)), frozen.region, frozen.said


def test_a_version_keeps_its_own_themes_region_and_words_whatever_is_written_later():
    page = press.a_story(title="The Kettle", closing="Ŵyn.", closing_kind="ask")
    frozen = StoryEdition.objects.get(page=page)
    before = kept(frozen)

    rewrite(page, title="Another", themes=[], region=None)

    themes, region, said = before
    assert (themes, region.slug) == (["visits"], "north-west")
    assert (said.startswith("the kettle\n"), said.endswith("\nŵyn.")) == (True, True)
    assert kept(frozen) == before


def test_the_migration_reads_the_same_from_the_frozen_revision():
    page = press.a_story(title="The Kettle")
    people.a_theme("another", "Another")
    frozen = StoryEdition.objects.get(page=page)
    before = kept(frozen)
    frozen.themes.clear()
    StoryEdition.objects.update(region=None, said="")
    assert kept(frozen) == ([], None, "")

    import_module("storybank.migrations.0016_what_versions_say").read_revisions(apps, None)

    assert kept(frozen) == before


def test_a_theme_that_is_gone_is_left_out_by_the_migration():
    page = press.a_story()
    page.themes.first().delete()

    import_module("storybank.migrations.0016_what_versions_say").read_revisions(apps, None)

    assert kept(StoryEdition.objects.get(page=page))[0] == []


def test_a_story_without_region_and_themes_says_its_words():
    page = stories.a_frozen_story(title="The Samovar")

    assert kept(StoryEdition.objects.get(page=page))[:2] == ([], None)
