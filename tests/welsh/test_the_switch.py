"""The way to the same page in the other language: in the address alone, and it takes along what was asked."""

import re

import pytest
from django.test import Client

from people.domain import codes, trusting
from storybank.models import StoryPage
from tests.factories import people, stories

pytestmark = pytest.mark.django_db
SWITCH = re.compile(r'<ul class="languages".*?</ul>', re.DOTALL)
LINK = re.compile(r'<a href="([^"]+)"\s+hreflang="(\w+)"\s+lang="(\w+)">([^<]+)</a>')

LANG = re.compile(r'<html lang="(\w+)">')
ALTERNATE = re.compile(r'<link rel="alternate"\s+hreflang="(\w+)"\s+href="([^"]+)">')


def switch(page: str) -> list[tuple[str, ...]]:
    return [link for part in SWITCH.findall(page) for link in LINK.findall(part)]


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("/", "/cy/"),
        ("/stories/", "/cy/stories/"),
        ("/stories/?kind=praise", "/cy/stories/?kind=praise"),
        ("/speakers/request/?kind=media", "/cy/speakers/request/?kind=media"),
        ("/in-a-story/?about=The+kettle", "/cy/in-a-story/?about=The+kettle"),
        ("/search/?q=t%C5%B7", "/cy/search/?q=t%C5%B7"),
        ("/search/?q=bus&amp;page=2", "/cy/search/?q=bus&amp;page=2"),
        ("/help/", "/cy/help/"),
        ("/stop/", "/cy/stop/"),
    ],
)
def test_each_page_leads_to_itself_and_what_was_asked_in_the_other_language(
    client: Client, english: str, welsh: str
):
    in_english = page(client, english.replace("&amp;", "&"))
    in_welsh = page(client, welsh.replace("&amp;", "&"))

    assert switch(in_english) == [(welsh, "cy", "cy", "Cymraeg")]
    assert switch(in_welsh) == [(english, "en", "en", "English")]
    assert '<html lang="en"' in in_english
    assert '<html lang="cy"' in in_welsh


@pytest.mark.parametrize(
    "address", ["/nowhere/", "/stories/never-was/", "/reading/a-secret/?of=you", "/check/a-secret/"]
)
def test_what_opens_nothing_leads_to_the_front_and_repeats_nothing_of_its_address(
    client: Client, address: str
):
    in_english, in_welsh = page(client, address), page(client, f"/cy{address}")

    assert switch(in_english) == [("/cy/", "cy", "cy", "Cymraeg")]
    assert switch(in_welsh) == [("/", "en", "en", "English")]
    for said in (in_english, in_welsh):
        assert (address.split("/")[-2] in said, ALTERNATE.findall(said)) == (False, [])


def test_the_list_takes_its_choices_and_its_place_along_and_nothing_else(client: Client):
    visits = people.a_theme()
    older, newer = stories.a_live_story(title="Older"), stories.a_live_story(title="Newer")
    StoryPage.objects.get(pk=older.pk).themes.add(visits)
    asked = f"?theme=visits&before={newer.slug}"

    both = switch(page(client, f"/stories/{asked}&x=%22%3E%3Cb%3E&region=nowhere&after=never-was"))
    back = switch(page(client, f"/cy/stories/{asked}"))

    assert both == [(f"/cy/stories/{asked.replace('&', '&amp;')}", "cy", "cy", "Cymraeg")]
    assert back == [(f"/stories/{asked.replace('&', '&amp;')}", "en", "en", "English")]


def test_a_story_and_the_front_lead_to_themselves_without_what_was_added_to_their_address(client: Client):
    story = f"/stories/{stories.a_live_story().slug}/"

    found = {path: switch(page(client, f"{path}?from=%22%3Eletter&theme=visits")) for path in ("/", story)}

    assert found == {path: [(f"/cy{path}", "cy", "cy", "Cymraeg")] for path in ("/", story)}


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("/help/?theme=visits&x=%22%3E%3Cb%3Eme", "/help/"),
        ("/complain/?about=Robin", "/complain/"),
        ("/speakers/?x=1", "/speakers/"),
        ("/speakers/request/?x=1&kind=event&kind=media&kind=", "/speakers/request/?kind="),
        ("/speakers/request/?x=1&kind=media", "/speakers/request/?kind=media"),
        ("/in-a-story/?x=1&about=The+kettle", "/in-a-story/?about=The+kettle"),
    ],
)
def test_a_page_takes_along_the_questions_it_knows_and_repeats_no_other(
    client: Client, asked: str, kept: str
):
    in_english, in_welsh = page(client, asked), page(client, f"/cy{asked}")

    assert switch(in_english) == [(f"/cy{kept}", "cy", "cy", "Cymraeg")]
    assert switch(in_welsh) == [(kept, "en", "en", "English")]
    for said in (in_english, in_welsh):
        told = {address for _, address in ALTERNATE.findall(said)}
        assert told in (set(), {f"http://testserver{kept}", f"http://testserver/cy{kept}"})


def test_what_a_desk_was_asked_for_goes_along_too(client: Client):
    author = stories.an_author()
    story = stories.a_live_story(author)
    client.force_login(author.user)
    where = f"/my/stories/{story.file.uid}/preview/"

    assert switch(page(client, f"{where}?of=up&x=1")) == [(f"/cy{where}?of=up", "cy", "cy", "Cymraeg")]


def test_a_page_that_stands_in_english_alone_leads_to_no_other_language(client: Client):
    assert switch(page(client, "/staff/login/?next=/admin/")) == []
    assert ALTERNATE.findall(page(client, "/staff/login/")) == []


@pytest.mark.parametrize(("trusted", "end"), [(False, "done"), (True, "said")])
def test_after_a_stop_it_leads_to_what_was_done_and_not_to_an_empty_form(client: Client, trusted, end):
    author = stories.an_author()
    stories.a_live_story(author)
    code = trusting.trust(author, called="Nan") if trusted else codes.issue_code(author, by=None)[0]

    at_once = client.post("/stop/", {"code": code})
    in_welsh = client.get(f"/cy/stop/{end}/")

    assert switch(at_once.content.decode()) == [(f"/cy/stop/{end}/", "cy", "cy", "Cymraeg")]
    assert switch(in_welsh.content.decode()) == [(f"/stop/{end}/", "en", "en", "English")]


def test_search_engines_are_told_of_both(client: Client):
    told = ALTERNATE.findall(page(client, "/help/"))

    assert told == [("en", "http://testserver/help/"), ("cy", "http://testserver/cy/help/")]


@pytest.mark.parametrize("address", ["/help/", "/cy/help/", "/stories/", "/cy/stories/", "/cy/"])
def test_search_engines_are_told_what_anybody_else_may_be_shown(client: Client, address: str):
    """The English one, where a reader's language is neither."""
    told = re.findall(r'hreflang="x-default"\s+href="([^"]+)"', page(client, address))

    assert told == [f"http://testserver{address.removeprefix('/cy')}"]


def test_the_head_and_the_language_of_the_page_agree_on_every_readers_page(client: Client):
    """Each page is among its own ways, in the language it says of itself, and its twin says the same of both."""
    story = f"/stories/{stories.a_live_story().slug}/"
    pages = ("/", "/stories/", story, "/search/", "/help/", "/speakers/", "/speakers/request/", "/security/")

    for address in pages:
        heads = set()
        for here, where in (("en", address), ("cy", f"/cy{address}")):
            said = page(client, where)
            ways = dict(ALTERNATE.findall(said))
            assert (where, LANG.findall(said), ways[here]) == (where, [here], f"http://testserver{where}")
            heads.add(tuple(sorted(ways.items())))
        assert (address, len(heads)) == (address, 1)


def test_a_language_is_offered_only_when_its_words_are_here(client: Client, settings):
    settings.LANGUAGES_OF_THE_SCREENS = ["en"]

    assert switch(page(client, "/help/")) == []
    assert ALTERNATE.findall(page(client, "/help/")) == []


def test_reading_in_welsh_leaves_no_cookie(client: Client):
    assert client.get("/cy/stories/").cookies == {}
    assert client.get("/stories/").cookies == {}


def test_what_was_typed_into_a_form_goes_into_no_link(client: Client):
    answer = client.post("/stop/?from=card", {"code": "4471 0926 3358 1204"})

    assert "4471" not in "".join(link[0] for link in switch(answer.content.decode()))
