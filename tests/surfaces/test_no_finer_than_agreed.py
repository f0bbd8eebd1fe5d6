"""Place, time and days as fine as the yes for the website goes, and no finer, wherever a reader meets the story."""

import pytest
from django.urls import reverse

from consent.domain.record.shown import Shown
from consent.enums import IdentityLevel, PlaceDetail, TimeDetail
from home.public.sitemap import A_STRETCH
from people import clock
from people.models import Region, Theme
from storybank.models import StoryPage
from tests.factories import stories
from tests.surfaces.stage import rewrite

pytestmark = pytest.mark.django_db

TITLE = "The kettle in {place}"
BODY = [("paragraph", "{when} I came to {place}, where the Zwitscherling sang."), ("quote", "It was {when}.")]
NOTHING = {"identity": IdentityLevel.N3, "place": PlaceDetail.NONE, "time": TimeDetail.NONE}
SOME = NOTHING | {"place": PlaceDetail.REGION, "time": TimeDetail.YEAR}
MUCH = NOTHING | {"place": PlaceDetail.TOWN, "time": TimeDetail.DAY}
AS_TYPED = {
    0: Shown(name="Robin", place="Eastmere", when="on 14 March 2019"),  # typed all the same: it is not agreed
    PlaceDetail.REGION: Shown(name="Robin", place="The North", when="in 2019"),
    PlaceDetail.TOWN: Shown(name="Robin", place="Eastmere", when="on 14 March 2019"),
}
WHERE = (
    "/stories/{slug}/",
    "/stories/",
    "/stories/feed/",
    "/api/v2/stories/",
    "/api/v2/stories/{slug}/",
    "/search/?q=Zwitscherling",
    "/",
    "/cy/stories/{slug}/",
    "/sitemap-stories-{part}.xml",
)


def live(terms) -> StoryPage:
    region, _ = Region.objects.get_or_create(slug="north-test", defaults={"name": "The North"})
    theme, _ = Theme.objects.get_or_create(slug="visits-test", defaults={"name": "Visits"})
    with clock.at(clock.now() - stories.LONG_AGO):
        page = rewrite(stories.a_shared_story(), title=TITLE, body=BODY, region=region, themes=[theme])
        stories.asked(page, "website")
        stories.answered(page, **terms, shown=AS_TYPED[terms["place"]])
    with clock.at(clock.now() - stories.LONG_AGO / 2):
        stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def everything_said(client, page) -> str:
    """All that readers get of it, on every surface with words."""
    return "\n".join(
        client.get(path.format(slug=page.slug, part=page.pk // A_STRETCH)).content.decode() for path in WHERE
    )


def day_of(page) -> str:
    return f"{page.public_on.day} {page.public_on:%B} {page.public_on.year}"


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (
            NOTHING,
            {
                "Eastmere": False,
                "The North": False,
                "March 2019": False,
                "2019": False,
                "{place": False,
                "{when": False,
            },
        ),
        (SOME, {"Eastmere": False, "The North": True, "March 2019": False, "in 2019": True}),
        (MUCH, {"Eastmere": True, "The North": True, "14 March 2019": True}),
    ],
    ids=["nothing", "region and year", "town and day"],
)
def test_every_surface_says_as_much_as_agreed_and_no_more(client, terms, said):
    page = live(terms)

    words = everything_said(client, page)

    assert {word: word in words for word in said} == said
    assert "Zwitscherling" in words
    assert (day_of(page) in words, str(page.public_on) in words) == ((terms == MUCH),) * 2


def test_the_sentence_stays_whole_where_nothing_may_be_known(client):
    page = live(NOTHING)

    words = client.get(f"/stories/{page.slug}/").content.decode()

    assert "One day I came to a place, where the Zwitscherling sang." in words
    assert '<h1 lang="en">The kettle in a place</h1>' in words
    assert 'og:title" content="The kettle in a place"' in words


def test_nobody_finds_a_story_by_a_region_that_may_not_be_known(client):
    hidden, shown = live(NOTHING), live(SOME)

    listed = client.get(reverse("storybank:stories"), {"region": "north-test"}).content.decode()

    assert (hidden.slug in listed, shown.slug in listed) == (False, True)


def test_with_only_hidden_regions_the_region_is_no_way_to_choose(client):
    hidden = live(NOTHING)

    everything = client.get(reverse("storybank:stories")).content.decode()

    assert ("The North" in everything, hidden.slug in everything) == (False, True)


def test_the_address_of_the_picture_for_links_answers_for_each(client):
    for terms in (NOTHING, SOME):
        page = live(terms)
        assert client.get(f"/stories/{page.slug}/card.png").status_code == 200
