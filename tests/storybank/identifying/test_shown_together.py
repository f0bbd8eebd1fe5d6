"""The pieces together as each use would really show them: as chosen for it, and before that the most there is."""

import pytest

from consent.domain.acts import answering, asking
from consent.domain.record.shown import Shown
from consent.enums import Answer, IdentityLevel, PlaceDetail, TimeDetail
from people import roles
from people.models import Region
from storybank.domain import outside
from storybank.domain.identifying import leaving
from storybank.domain.identifying.shown_together import notes_of
from storybank.models import PopulationRow, StoryPage
from tests.factories import people, stories
from tests.storybank.admin.steps import a_lead, a_team_story, at_safety, work

pytestmark = pytest.mark.django_db
WITH_YEAR = "I was 34 when it began, in 2019. My husband was inside, and I took the bus to him every week."
WITHOUT = (
    "I was 34 when it began, {when}, {place}. My husband was inside, and I took the bus to him every week."
)
ALL_OF_IT = "family of somebody in prison, in Kestlewick, aged 25 to 34, in 2019"
NO_REGION = "family of somebody in prison, aged 25 to 34, in 2019"


@pytest.fixture
def region():
    made = Region.objects.create(slug="kestlewick", name="Kestlewick")
    other = Region.objects.create(slug="harrowmere", name="Harrowmere")
    rows = [(made, 2019, 6), (made, 2020, 60), (other, 2019, 3)]
    PopulationRow.objects.bulk_create(
        PopulationRow(region=place, band="25-34", relation="family", year=year, people=number)
        for place, year, number in rows
    )
    return made


def asked_for(region, *uses: str, words: str = WITH_YEAR) -> StoryPage:
    page, supporter, _ = a_team_story(open=words)
    page = stories.edited(page, by=supporter, region=region)
    StoryPage.objects.filter(pk=page.pk).update(accepted_revision=page.latest_revision)
    stories.asked(StoryPage.objects.get(pk=page.pk), *uses)
    return StoryPage.objects.get(pk=page.pk)


def chosen(page: StoryPage, **terms) -> None:
    """The author answers what is asked: `website=PlaceDetail.REGION`, or None for a no."""
    person = page.file.appearances.get(relation="author").person
    stories.told(page, person)
    for ask in asking.open_asks(person.pk, page.file_id):
        place, when, identity = terms[ask.use.slug.replace("-", "_")] or (0, 0, 0)
        answering.answer(
            ask,
            person=person,
            answer=Answer.YES if identity else Answer.NO,
            identity=identity or IdentityLevel.N0,
            shown=Shown(
                place="Kestlewick" if place == PlaceDetail.REGION else "", when="in 2019" if when else ""
            ),
            place=place,
            time=when,
        )


def said(page: StoryPage) -> list[tuple[str, str, int]]:
    return [(note.where, note.jigsaw.shown.words, note.jigsaw.people) for note in notes_of(page)]


def test_before_anybody_chose_it_is_the_most_that_could_be_shown(region):
    page, supporter, _ = a_team_story(open=WITH_YEAR)
    page = stories.edited(page, by=supporter, region=region)

    assert said(page) == [("", ALL_OF_IT, 6)]
    assert said(asked_for(region, "website")) == [("", ALL_OF_IT, 6)]


def test_each_use_is_read_with_what_was_chosen_for_it(region):
    page = asked_for(region, "website", "newspapers", "printed")

    chosen(
        page,
        website=(PlaceDetail.REGION, TimeDetail.DAY, IdentityLevel.N2),
        newspapers=(PlaceDetail.NATION, TimeDetail.DAY, IdentityLevel.N2),
        printed=None,
    )

    assert said(page) == [
        ("Our website", ALL_OF_IT, 6),
        ("Newspapers and online news", NO_REGION, 9),
    ]


def test_a_place_and_a_year_that_fill_the_words_count_as_the_words_do(region):
    page = asked_for(region, "website", "newspapers", words=WITHOUT)

    chosen(
        page,
        website=(PlaceDetail.REGION, TimeDetail.YEAR, IdentityLevel.N2),
        newspapers=(PlaceDetail.NONE, TimeDetail.NONE, IdentityLevel.N2),
    )

    assert said(page) == [
        ("Our website", ALL_OF_IT, 6),
        ("Newspapers and online news", "family of somebody in prison, aged 25 to 34", 60),
    ]


def test_whose_full_name_is_shown_is_known_anyway_and_where_no_word_is_shown_no_piece_is(region):
    page = asked_for(region, "website", "newspapers")

    chosen(
        page,
        website=(PlaceDetail.REGION, TimeDetail.DAY, IdentityLevel.N5),
        newspapers=(PlaceDetail.REGION, TimeDetail.DAY, IdentityLevel.N1),
    )

    assert said(page) == []


def test_words_written_since_are_read_again_as_if_all_of_them_were_shown(region):
    page = asked_for(region, "website")
    chosen(page, website=(PlaceDetail.NONE, TimeDetail.NONE, IdentityLevel.N2))

    page = stories.edited(page, body=[f"{WITH_YEAR} It was cold."])

    assert said(page) == [("", ALL_OF_IT, 6), ("Our website", NO_REGION, 9)]


def test_the_sheet_says_for_which_use_and_which_pieces_are_few(client, region):
    page = asked_for(region, "website")
    chosen(page, website=(PlaceDetail.NATION, TimeDetail.NONE, IdentityLevel.N2))
    client.force_login(people.a_member_of_staff(roles.SAFEGUARDING))

    sheet = client.get(work("story", page)).content.decode()

    assert f"As chosen for “Our website”, readers are shown {NO_REGION}" in " ".join(sheet.split())
    assert "Without the age" not in sheet
    assert "Kestlewick" not in sheet.split("The pieces together")[1].split("</section>")[0]


def test_a_region_named_in_the_words_is_shown_whatever_was_chosen(region):
    page = asked_for(region, "website", words=f"{WITH_YEAR} That was in Kestlewick.")

    chosen(page, website=(PlaceDetail.NONE, TimeDetail.NONE, IdentityLevel.N2))

    assert said(page) == [("Our website", ALL_OF_IT, 6)]


def test_who_checks_from_outside_reads_it_too_and_what_was_looked_at_here(client, region):
    page, supporter, _ = a_team_story(open=WITH_YEAR)
    page = at_safety(stories.edited(page, by=supporter, region=region), supporter=supporter)
    found, lead = leaving.for_staff(page.get_latest_revision_as_object()), a_lead()
    leaving.leave(found, file_id=page.file_id, mark=found[0].clues[0].mark, by=lead)

    screen = client.get(outside.invite(page, by=lead, for_whom="Ann")).content.decode()

    assert f"readers are shown {ALL_OF_IT}" in " ".join(screen.split())
    assert "We looked at these, and they may stay" in screen
    assert "Moss" not in screen
