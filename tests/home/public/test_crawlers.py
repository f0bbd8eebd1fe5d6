"""What crawlers are told: the map in parts with no day finer than agreed, whom is asked away, and whom to tell."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consent.domain.acts.narrowing import Less, narrow
from consent.domain.stop import stopping
from consent.enums import IdentityLevel, TimeDetail
from home.public import sitemap
from people import clock
from people.models import Organisation
from storybank.models import StoryPage
from tests.factories import stories
from tests.surfaces.stage import permission_of, the_stage

pytestmark = pytest.mark.django_db
ENTRY = re.compile(
    r"<(?:url|sitemap)><loc>http://testserver([^<]+)</loc>(?:<lastmod>([^<]+)</lastmod>)?<(?:/|xhtml:link)"
)
MAP = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
ON_THE_PAGE = re.compile(r'<link rel="alternate"\s+hreflang="([\w-]+)"\s+href="([^"]+)">')


def entries(client, where):
    """Address → day."""
    return dict(ENTRY.findall(client.get(where).content.decode()))


def twins(client, where):
    """Address → language → address there, of one part of the map, read as the XML it is."""
    root = ET.fromstring(client.get(where).content)  # noqa: S314  our own map
    return {
        entry.findtext("loc", namespaces=MAP): {
            link.get("hreflang"): link.get("href")
            for link in entry.findall("xhtml:link[@rel='alternate']", MAP)
        }
        for entry in root.findall("url", MAP)
    }


def of_stories(client):
    index = entries(client, "/sitemap.xml")
    return {where: day for part in index if "stories" in part for where, day in entries(client, part).items()}


def named(identity=IdentityLevel.N3, **terms):
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_shared_story(stories.an_author("Robin"))
        stories.asked(page, "website")
        stories.answered(page, identity=identity, name="Robin", **terms)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def told_to(robots: str, crawler: str) -> list[str]:
    """The rules of the group that names the crawler."""
    (group,) = (part for part in robots.split("\n\n") if f"User-agent: {crawler}\n" in part)
    return [line for line in group.splitlines() if not line.startswith("User-agent")]


def test_the_map_names_its_parts_and_they_name_pages_and_stories(client):
    pages = [named() for _ in range(3)]

    index = list(entries(client, "/sitemap.xml"))

    assert index[0] == "/sitemap-pages.xml"
    assert list(entries(client, index[0])) == ["/", "/stories/", "/help/", "/speakers/"]
    assert list(of_stories(client)) == sorted(f"/stories/{page.slug}/" for page in pages)


def test_many_stories_stand_in_many_parts_and_each_in_one(client, monkeypatch):
    monkeypatch.setattr(sitemap, "A_STRETCH", 1)
    pages = [named() for _ in range(3)]

    index = [part for part in entries(client, "/sitemap.xml") if "stories" in part]

    assert [list(entries(client, part)) for part in index] == [[f"/stories/{page.slug}/"] for page in pages]


@pytest.mark.parametrize("part", ["pages", "stories"])
def test_every_address_names_itself_its_twin_and_which_is_for_everybody_else(client, part):
    page = named()
    where = (
        f"/sitemap-{part}.xml" if part == "pages" else f"/sitemap-stories-{page.pk // sitemap.A_STRETCH}.xml"
    )

    english, welsh = twins(client, where), twins(client, f"/cy{where}")

    assert set(english) == {ways["en"] for ways in welsh.values()}
    assert (
        set(welsh)
        == {ways["cy"] for ways in english.values()}
        == {address.replace("http://testserver/", "http://testserver/cy/") for address in english}
    )
    for found in (english, welsh):
        for address, ways in found.items():
            assert address in (ways["en"], ways["cy"])
            assert ways == {"en": ways["en"], "cy": ways["cy"], "x-default": ways["en"]}


def test_the_map_and_the_pages_say_the_same_of_the_languages(client):
    named()
    parts = [part for start in ("", "/cy") for part in entries(client, f"{start}/sitemap.xml")]

    told = {address: ways for part in parts for address, ways in twins(client, part).items()}

    assert len(told) == 10
    for address, ways in told.items():
        head = client.get(address.removeprefix("http://testserver")).content.decode()
        assert dict(ON_THE_PAGE.findall(head)) == ways


def test_the_parts_of_the_map_are_no_pages_and_name_no_twins(client):
    assert "hreflang" not in client.get("/sitemap.xml").content.decode()


def test_where_there_is_one_language_the_map_names_no_other(client, settings):
    settings.LANGUAGES_OF_THE_SCREENS = ["en"]

    found = twins(client, "/sitemap-pages.xml")

    assert (len(found), set(map(len, found.values()))) == (4, {0})


def test_a_part_costs_as_much_for_three_stories_as_for_one(client, django_assert_num_queries):
    part = f"/sitemap-stories-{named().pk // sitemap.A_STRETCH}.xml"
    client.get(part)
    with CaptureQueriesContext(connection) as one:
        client.get(part)
    named(), named()

    with django_assert_num_queries(len(one)):
        assert len(twins(client, part)) == 3


def test_whoever_shows_no_name_is_not_on_the_map(client):
    shown, hidden = named(), named(identity=IdentityLevel.N2)

    assert list(of_stories(client)) == [f"/stories/{shown.slug}/"]
    assert 'content="noindex"' in client.get(f"/stories/{hidden.slug}/").content.decode()


@pytest.mark.parametrize(
    ("time", "day"),
    [
        (TimeDetail.NONE, ""),
        (TimeDetail.YEAR, "%Y"),
        (TimeDetail.MONTH, "%Y-%m"),
        (TimeDetail.DAY, "%Y-%m-%d"),
    ],
)
def test_days_on_the_map_are_as_fine_as_agreed(client, time, day):
    page = named(time=time)

    assert list(of_stories(client).values()) == [page.public_on.strftime(day)]


@pytest.mark.parametrize("where", ["/sitemap-stories-0.xml", f"/sitemap-stories-{10**30}.xml"])
def test_a_part_without_stories_is_not_there(client, where):
    assert client.get(where).status_code == 404


def test_a_stop_takes_the_story_its_part_and_its_place_in_the_index(client):
    author = stories.an_author()
    page = stories.a_live_story(author)
    part = f"/sitemap-stories-{page.pk // sitemap.A_STRETCH}.xml"
    before = part in entries(client, "/sitemap.xml"), client.get(part)

    stopping.stop(author)
    after = client.get(part, headers={"If-None-Match": before[1]["ETag"]})

    assert (before[0], before[1].status_code, after.status_code) == (True, 200, 404)
    assert list(entries(client, "/sitemap.xml")) == ["/sitemap-pages.xml"]


def test_a_name_taken_back_takes_it_off_the_map_and_leaves_it_up(client):
    stage = the_stage()
    where = f"/stories/{stage.page.slug}/"
    before = where in of_stories(client)

    narrow(permission_of(stage), Less(identity=IdentityLevel.N2), person=stage.author)

    assert (before, where in of_stories(client), client.get(where).status_code) == (True, False, 200)


def test_whoever_feeds_machines_is_asked_away_from_everything_without_a_yes(client):
    stories.a_live_story()
    robots = client.get("/robots.txt").content.decode()

    assert told_to(robots, "GPTBot") == told_to(robots, "CCBot") == ["Disallow: /"]
    assert told_to(robots, "*")[:3] == ["Disallow: /admin/", "Disallow: /my/", "Disallow: /stop/"]
    assert "\nSitemap: http://testserver/sitemap.xml\nSitemap: http://testserver/cy/sitemap.xml\n" in robots


def test_a_yes_to_machines_opens_that_one_story_to_them_and_a_stop_of_it_shuts_it(client):
    author = stories.an_author()
    page = stories.a_live_story(author, uses=("website", "machine-processing"))
    before = told_to(client.get("/robots.txt").content.decode(), "ClaudeBot")

    stopping.stop(author, use="machine-processing")
    after = told_to(client.get("/robots.txt").content.decode(), "ClaudeBot")

    assert before == [f"Allow: /api/v2/stories/{page.slug}/$", "Disallow: /"]
    assert (after, client.get(f"/stories/{page.slug}/").status_code) == (["Disallow: /"], 200)


def test_a_stop_of_the_website_shuts_it_for_machines_too(client):
    author = stories.an_author()
    page = stories.a_live_story(author, uses=("website", "machine-processing"))

    stopping.stop(author, use="website")

    assert page.slug not in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize("where", ["/llms.txt", "/llms-full.txt", "/ai.txt", "/.well-known/ai-plugin.json"])
def test_nothing_is_laid_out_for_machines(client, where):
    assert client.get(where).status_code == 404


def told(client):
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    return [tuple(line.split(": ", 1)) for line in lines]


def test_whoever_finds_a_weakness_learns_whom_to_tell(client, settings):
    settings.SECURITY_CONTACT = "mailto:safe@charity.example"
    Organisation.objects.update_or_create(pk=Organisation.load().pk, defaults={"phone": "01632 960 001"})

    said = told(client)

    assert [value for name, value in said if name == "Contact"] == [
        "mailto:safe@charity.example",
        "http://testserver/complain/",
        "tel:01632960001",
    ]
    assert dict(said)["Canonical"] == "http://testserver/.well-known/security.txt"
    assert dict(said)["Policy"] == "http://testserver/security/"
    assert dict(said)["Preferred-Languages"] == "en, cy"
    assert client.get("/security/").status_code == client.get("/complain/").status_code == 200


def test_the_address_that_mails_come_from_is_not_given_away(client):
    Organisation.objects.update_or_create(
        pk=Organisation.load().pk, defaults={"sender_email": "hello@ordinary.example"}
    )

    assert "ordinary.example" not in client.get("/.well-known/security.txt").content.decode()


@pytest.mark.parametrize("days", range(0, 400, 20))
def test_it_is_always_to_be_believed_for_some_months_and_never_for_a_year(client, days):
    with clock.at(clock.now() + timedelta(days=days)):
        until = dict(told(client))["Expires"]

        assert re.fullmatch(r"\d{4}-\d\d-01T00:00:00Z", until)
        assert 140 < (date.fromisoformat(until[:10]) - clock.today()).days < 190
