"""The demo's two sheets do what they promise: one shows problems, one comes in."""

import pytest

from home.demo.lists import REGIONS, THEMES
from people.models import Region, Theme
from storybank.legacy import checking, sheets
from tests.factories.people import a_supporter

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings):
    settings.DEMO = True


def read(client, name):
    for theme in THEMES:
        Theme.objects.get_or_create(slug=theme.slug, defaults={"name": theme.name})
    for region in REGIONS:
        Region.objects.get_or_create(slug=region.slug, defaults={"name": region.name})
    data = client.get(f"/demo/sheets/{name}.csv").content
    return checking.check(sheets.read(data, name=f"{name}.csv"), by=a_supporter())


def test_the_sheet_as_it_was_shows_a_problem_in_three_rows_of_four(demo, client):
    sheet = read(client, "as-it-was")
    assert sorted({problem.row for problem in sheet.problems}) == [3, 4, 5]
    assert len(sheet.problems) >= 10


def test_the_sheet_put_right_is_ready(demo, client):
    sheet = read(client, "put-right")
    assert (sheet.problems, sheet.stories, sheet.people) == ([], 3, 3)


def test_there_is_no_other_sheet(demo, client):
    assert client.get("/demo/sheets/other.csv").status_code == 404
