"""Pages that are read by prepared queries are the pages that the ORM would have brought, field by field."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Theme
from storybank.domain import whole_pages as prepared
from storybank.domain.whole_pages import whole_pages
from storybank.lock.closure import closure_of
from storybank.models import StoryPage
from tests.factories import stories
from tests.factories.people import a_theme
from tests.surfaces.stage import rewrite, the_stage

pytestmark = pytest.mark.django_db


def as_it_is(page):
    """Every field, and what hangs on it."""
    fields = {field.attname: getattr(page, field.attname) for field in StoryPage._meta.concrete_fields}
    written = {name: str(fields.pop(name).get_prep_value()) for name in ("body", "content_notes")}
    themes = [(theme.pk, theme.name, theme.tint_a) for theme in page.themes.all()]
    region = (page.region.slug, page.region.name) if page.region else None
    return fields, written, themes, region, closure_of(page).sha256


@pytest.fixture
def pages():
    stage = the_stage(notes=True)
    several = rewrite(
        stories.a_shared_story(), themes=[a_theme("b", "B"), a_theme("a", "a"), a_theme("c", "Ça")]
    )
    several.themes.set(Theme.objects.filter(slug__in="abc"))
    several.save()
    bare = stories.a_shared_story(title="Without theme and region")
    return [stage.page.pk, stage.other.pk, several.pk, bare.pk]


def test_they_are_what_the_orm_brings_in_two_queries(pages):
    usual = StoryPage.objects.select_related("region").prefetch_related("themes")
    expected = {page.pk: as_it_is(page) for page in usual.filter(pk__in=pages)}

    with CaptureQueriesContext(connection) as asked:
        found = {page.pk: as_it_is(page) for page in whole_pages(pages)}

    assert len(asked) == 2
    assert found == expected
    assert [len(themes) for _, _, themes, _, _ in found.values()].count(3) == 1
    assert None in [region for *_, region, _ in found.values()]


@pytest.mark.parametrize("sizes", [(1, 2), (1,), (8,)])
def test_any_number_of_them_is_found_and_what_is_not_there_is_left_out(pages, sizes, monkeypatch):
    monkeypatch.setattr(prepared, "SIZES", sizes)
    nowhere = max(pages) + 1_000

    found = sorted(page.pk for page in whole_pages([nowhere, *pages]))

    assert found == sorted(pages)
    assert list(whole_pages([])) == list(whole_pages([nowhere])) == []
