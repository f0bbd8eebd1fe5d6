"""The feed is valid Atom, says no more than the list, and no day finer than agreed."""

import re
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from consent.domain.stop import stopping
from consent.enums import IdentityLevel, TimeDetail
from people import clock
from storybank.domain.reading import reading
from storybank.models import StoryPage
from storybank.public import feed
from tests.factories import stories
from tests.surfaces.stage import the_stage

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
A_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAMELESS = "Somebody who keeps their name"


def fetched(client, where="/stories/feed/"):
    return ET.fromstring(client.get(where).content)  # noqa: S314  # our own feed


def texts(element, path):
    return [found.text for found in element.findall("/".join(f"{ATOM}{part}" for part in path.split("/")))]


def only(element, path):
    (text,) = texts(element, path)
    return text


def told(*, title="The kettle", **terms):
    """A live story on these terms, agreed on 5 May and up on 12 May of 2026."""
    with clock.at(clock.now().replace(year=2026, month=4, day=1)):
        page = stories.a_shared_story(stories.an_author("Robin"), title=title)
        stories.asked(page, "website")
        stories.answered(page, **terms)
    with clock.at(clock.now().replace(year=2026, month=5, day=5)):
        stories.confirmed(page)
    StoryPage.objects.update(public_on="2026-05-12")
    return page


def test_it_holds_what_the_standard_of_atom_asks_for(client):
    the_stage()
    for where in ("/stories/feed/", "/cy/stories/feed/"):
        found = fetched(client, where)
        entries = found.findall(f"{ATOM}entry")

        assert found.tag == f"{ATOM}feed"
        assert [len(texts(found, part)) for part in ("id", "title", "updated", "author/name")] == [1, 1, 1, 1]
        assert [link.attrib["rel"] for link in found.findall(f"{ATOM}link")] == ["alternate", "self"]
        assert found.findall(f"{ATOM}link")[1].attrib["href"] == f"http://testserver{where}"
        assert len(entries) == len({only(entry, "id") for entry in entries}) == 2
        for entry in entries:
            assert all(only(entry, part) for part in ("id", "title", "updated", "author/name", "summary"))
            assert A_MOMENT.fullmatch(only(entry, "updated"))
            assert entry.find(f"{ATOM}link").attrib["href"].startswith("http://testserver/")


def test_a_story_has_the_same_number_in_both_languages_and_its_own_language_on_it(client):
    stage = the_stage()

    english, welsh = (fetched(client, where) for where in ("/stories/feed/", "/cy/stories/feed/"))

    spoken = {only(one, "title"): one.attrib[f"{XML}lang"] for one in english.findall(f"{ATOM}entry")}
    assert texts(english, "id") + texts(english, "entry/id") == texts(welsh, "id") + texts(welsh, "entry/id")
    assert spoken == {stage.page.title: "en", "Y tegell": "cy"}


@pytest.mark.parametrize(
    ("time", "updated", "published"),
    [
        (TimeDetail.NONE, "2000-01-01T00:00:00Z", []),
        (TimeDetail.DECADE, "2000-01-01T00:00:00Z", []),
        (TimeDetail.YEAR, "2026-01-01T00:00:00Z", []),
        (TimeDetail.SEASON, "2026-01-01T00:00:00Z", []),
        (TimeDetail.MONTH, "2026-05-01T00:00:00Z", []),
        (TimeDetail.DAY, "2026-05-12T00:00:00Z", ["2026-05-12T00:00:00Z"]),
    ],
)
def test_the_days_in_it_are_as_fine_as_agreed(client, time, updated, published):
    told(time=time)

    found = fetched(client)

    assert only(found, "entry/updated") == only(found, "updated") == updated
    assert texts(found, "entry/published") == published
    assert ("2026-05-12" in client.get("/stories/feed/").content.decode()) is (time == TimeDetail.DAY)


@pytest.mark.parametrize(("identity", "name"), [(IdentityLevel.N2, NAMELESS), (IdentityLevel.N4, "Robin")])
def test_a_story_without_a_name_is_not_put_under_the_charitys(client, identity, name):
    told(identity=identity, name="Robin")

    assert only(fetched(client), "entry/author/name") == name


def test_words_are_words_and_no_markup_and_no_sign_can_break_it(client, monkeypatch):
    told(title="Tea <b>&amp; I <3 you")
    assert only(fetched(client), "entry/title") == "Tea <b>&amp; I <3 you"

    monkeypatch.setattr(feed, "nameless", lambda: "a\x00b\x0bc\ufffed\te")
    StoryPage.objects.update(live=False)
    told(identity=IdentityLevel.N2)
    assert only(fetched(client), "entry/author/name") == "abcd\te"


def test_nothing_in_it_moves_with_the_clock_and_an_unchanged_one_is_not_sent_again(client):
    the_stage()
    first = client.get("/stories/feed/")
    mark = {"If-None-Match": first["ETag"]}

    with clock.at(clock.now() + timedelta(hours=30)):
        again = client.get("/stories/feed/", headers=mark)

    assert (first["Cache-Control"], "Last-Modified" in first) == ("no-cache", False)
    assert (again.status_code, again.content) == (304, b"")


def test_after_a_stop_the_mark_of_before_is_worth_nothing(client):
    stage = the_stage()
    before = client.get("/stories/feed/")
    stopping.stop(stage.author)

    after = client.get("/stories/feed/", headers={"If-None-Match": before["ETag"]})

    assert stage.page.slug in before.content.decode()
    assert (after.status_code, stage.page.slug in after.content.decode()) == (200, False)


def test_an_empty_feed_is_a_feed(client):
    found = fetched(client)

    assert (only(found, "updated"), texts(found, "entry/id")) == ("2000-01-01T00:00:00Z", [])


def test_other_sites_may_fetch_it_from_their_readers_and_nobody_may_learn_from_it(client):
    answer = client.get("/stories/feed/", headers={"Origin": "https://paper.example"})

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert answer["X-Robots-Tag"] == "noindex, noarchive, noai, noimageai"


def test_every_page_for_readers_says_where_the_feed_is(client):
    for where, feed_at in (("/", "/stories/feed/"), ("/cy/stories/", "/cy/stories/feed/")):
        page = client.get(where).content.decode()

        assert f'type="application/atom+xml" href="{feed_at}"' in " ".join(page.split())


@pytest.mark.parametrize(
    ("where", "language", "first"),
    [("/stories/feed/", "en", "Speaks about: "), ("/cy/stories/feed/", "cy", "Yn sôn am: ")],
)
def test_what_a_reader_may_want_to_know_first_stands_in_place_of_the_first_words(
    client, where, language, first
):
    page = the_stage(notes=True).page

    told_of = {only(entry, "title"): entry for entry in fetched(client, where).findall(f"{ATOM}entry")}
    noted, plain = told_of.pop(reading(page).title), next(iter(told_of.values()))

    assert only(noted, "summary").startswith(first)
    assert noted.find(f"{ATOM}summary").attrib[LANG] == language
    assert reading(page).first_sentence not in client.get(where).content.decode()
    assert (only(plain, "summary") != "", LANG in plain.find(f"{ATOM}summary").attrib) == (True, False)
