"""The pieces together: how many people fit what a story shows, said when they are few, and what makes them more."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from people import roles
from people.models import Region
from storybank.domain.identifying import jigsaw, population_sheet
from storybank.models import PopulationRow
from tests.factories import people, stories
from tests.storybank.admin.steps import a_lead, a_team_story, at_safety, work

pytestmark = pytest.mark.django_db
PIECES = "I was 34 when it began, in 2019. My husband was inside, and I took the bus to him every week."
HEADINGS = "Region,Age,Who,Year,People\n"


@pytest.fixture
def region():
    return Region.objects.create(slug="kestlewick", name="Kestlewick")


@pytest.fixture
def table(region):
    other = Region.objects.create(slug="harrowmere", name="Harrowmere")
    rows = [
        (region, "25-34", "family", 2019, 6),
        (region, "35-44", "family", 2019, 9),
        (region, "25-34", "prison", 2019, 500),
        (region, "25-34", "family", 2020, 8),
        (other, "25-34", "family", 2019, 40),
    ]
    PopulationRow.objects.bulk_create(
        PopulationRow(region=place, band=band, relation=who, year=year, people=number)
        for place, band, who, year, number in rows
    )


def a_story_in_pieces(region, words=PIECES):
    page, supporter, _ = a_team_story(open=words)
    return stories.edited(page, by=supporter, region=region), supporter


def administrator():
    return people.a_member_of_staff(roles.ADMINISTRATOR)


def a_sheet(text, name="table.csv"):
    return SimpleUploadedFile(name, text.encode(), content_type="text/csv")


def test_few_people_are_said_in_words_with_the_number_and_what_would_make_it_wider(region, table):
    page, _ = a_story_in_pieces(region)

    found = jigsaw.jigsaw_of(page.get_latest_revision_as_object())

    assert (found.people, found.rare) == (6, True)
    assert found.shown.words == "family of somebody in prison, in Kestlewick, aged 25 to 34, in 2019"
    assert {one.words: one.people for one in found.wider} == {
        "Without the region": 46,
        "With a wider age (18 to 24 or 25 to 34 or 35 to 44)": 15,
        "Without the age": 15,
        "Without the year": 8,
        "Without how they came to it": 506,
    }


def test_it_stands_on_the_sheet_and_at_the_safety_check_only_when_they_are_few(client, region, table):
    page, supporter = a_story_in_pieces(region)
    client.force_login(supporter)
    sheet = client.get(work("story", page)).content.decode()
    PopulationRow.objects.filter(people=6).update(people=10)
    enough = client.get(work("story", page)).content.decode()
    PopulationRow.objects.filter(people=10).update(people=6)
    page = at_safety(page, supporter=supporter)
    client.force_login(a_lead())
    check = client.get(work("story", page)).content.decode()

    assert "The pieces together point to few people" in sheet
    assert "Without the region: 46" in sheet
    assert "The pieces together point to few people" not in enough
    assert "The pieces together point to few people" in check


@pytest.mark.parametrize(("limit", "rare"), [(6, False), (7, True), (1, False)])
def test_how_few_are_few_is_the_charitys_own_number_and_never_below_five(region, table, limit, rare):
    PopulationRow.objects.filter(people=6).update(people=6 if limit > 1 else 5)
    people.an_organisation(fewest=limit)
    page, _ = a_story_in_pieces(region)

    found = jigsaw.jigsaw_of(page.get_latest_revision_as_object())

    assert (found.fewest, found.rare) == (max(limit, 5), rare)


@pytest.mark.parametrize(("number", "rare"), [(9, True), (10, False)])
def test_nine_are_few_and_ten_are_not_where_nobody_has_said_otherwise(region, table, number, rare):
    PopulationRow.objects.filter(people=6).update(people=number)
    page, _ = a_story_in_pieces(region)

    found = jigsaw.jigsaw_of(page.get_latest_revision_as_object())

    assert (found.people, found.fewest, found.rare) == (number, 10, rare)


def test_where_the_table_knows_nothing_nothing_is_said(region, table):
    page, _ = a_story_in_pieces(region, PIECES.replace("2019", "2008"))
    alone, _ = a_story_in_pieces(None, "The kettle was warm in 2019.")

    assert jigsaw.jigsaw_of(page.get_latest_revision_as_object()) is None
    assert jigsaw.jigsaw_of(alone.get_latest_revision_as_object()) is None


@pytest.mark.parametrize(
    ("age", "band"),
    [
        ("34", "25-34"),
        ("thirty-four", "25-34"),
        ("seventeen", "0-17"),
        ("72-year-old", "65+"),
        ("birthday", ""),
    ],
)
def test_an_age_falls_into_its_band(age, band):
    assert jigsaw.band_of(age) == band


def test_a_sheet_is_looked_over_first_and_takes_the_place_of_the_table(client, region):
    client.force_login(administrator())
    text = (
        HEADINGS
        + 'kestlewick,25-34,family,2019,"1,200"\nKestlewick,65 or older,Somebody on probation,2020,7\n'
    )

    looked = client.post(reverse("population"), {"sheet": a_sheet(text), "only_look": "on"})
    kept = PopulationRow.objects.count()
    client.post(reverse("population"), {"sheet": a_sheet(text)})
    again = client.get(reverse("population_template")).content.decode()

    assert "Every row is right: 2" in looked.content.decode()
    assert kept == 0
    assert [(row.band, row.relation, row.people) for row in PopulationRow.objects.all()] == [
        ("25-34", "family", 1200),
        ("65+", "probation", 7),
    ]
    assert "Kestlewick,25-34,family,2019,1200" in again


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The first row must have these headings"),
        ("Region,Age\nKestlewick,25-34\n", "Who, Year, People"),
        (HEADINGS, "There are no rows under the headings"),
        (HEADINGS + "Atlantis,25-34,family,2019,5\n", "Write one of: Kestlewick"),
        (HEADINGS + "Kestlewick,young,family,2019,5\n", "Write one of: 0-17"),
        (HEADINGS + "Kestlewick,25-34,aliens,2019,5\n", "Write one of: prison"),
        (HEADINGS + "Kestlewick,25-34,family,19,5\n", "Write a year"),
        (HEADINGS + "Kestlewick,25-34,family,2019,-5\n", "Write a whole number"),
        (HEADINGS + "Kestlewick,25-34,family,2019,99999999999999\n", "Write a whole number"),
        (HEADINGS + "Kestlewick,25-34,family,2019,\u0665\n", "Write a whole number"),
        (HEADINGS + "Kestlewick,25-34,family,2019,5\n" * 2, "The same as row 2"),
        ("\x00\x00{{ 7*7 }}", "CSV"),
    ],
)
def test_a_sheet_with_anything_wrong_changes_nothing_and_says_where(client, region, text, said):
    PopulationRow.objects.create(region=region, band="65+", relation="care", year=2000, people=1)
    client.force_login(administrator())

    answer = client.post(reverse("population"), {"sheet": a_sheet(text or " ")})

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert list(PopulationRow.objects.values_list("people", flat=True)) == [1]


def test_the_example_is_marked_as_invented_and_never_takes_the_place_of_own_numbers(client, region):
    client.force_login(administrator())

    client.post(reverse("population"), {"act": "example"})
    example = client.get(reverse("population")).content.decode()
    PopulationRow.objects.update(example=False)
    refused = client.post(reverse("population"), {"act": "example"})

    assert "They are invented, as an example" in example
    assert refused.status_code == 422
    assert population_sheet.example_rows().rows[0].example


def test_only_an_administrator_opens_the_table(client):
    client.force_login(people.a_supporter())

    assert client.get(reverse("population")).status_code == 403
