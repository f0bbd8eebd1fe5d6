"""No page under /cy/ lets our English stand as Welsh, neither the public ones nor anybody's desk."""

import pytest
from django.test import Client

from speakers.models import Topic
from storybank.config import catalogue
from tests.factories import stories
from tests.storybank.desk.test_no_page_is_forgotten import Looker, people_at_their_desks
from tests.surfaces import doors
from tests.surfaces.crawling import LEAVES
from tests.surfaces.fuzzing import Page
from tests.surfaces.test_listening import below_my
from tests.welsh.tongues import english_left

PUBLIC = (
    *("/", "/stories/", "/stories/?kind=praise", "/search/", "/search/?q=nothing-of-the-kind", "/help/"),
    *("/speakers/", "/speakers/request/", "/speakers/request/?kind=event", "/speakers/request/?kind=media"),
    *(
        "/speakers/request/?kind=ministerial",
        "/stop/",
        "/complain/",
        "/in-a-story/",
        "/my/sign-in/",
        "/nowhere/",
    ),
)


class WelshLooker(Looker):
    """The same walk, with every address under /cy/."""

    def visit(self, where: str) -> list[str] | None:
        if LEAVES.search(where):
            return None
        where = where.removeprefix("/cy")
        answer = self.client.get(f"/cy{where}")
        if answer.status_code != 200 or answer.streaming or "text/html" not in answer["Content-Type"]:
            return None
        html = answer.content.decode()
        if english_left(html):  # a thank-you for a press on an English page is said once, in English
            html = self.client.get(f"/cy{where}").content.decode()
        if left := english_left(html):
            self.faults[doors.name_of(where) or where] = left
        return [link.removeprefix("/cy") for link in Page(html).links]


def test_every_sentence_of_the_screens_is_in_welsh():
    written = {
        (one.id[0] if isinstance(one.id, tuple) else one.id, one.context)
        for one in catalogue.written()
        if one.id and any(one.string or "")
    }

    missing = {
        f"{words} ({name})"
        for words, context, name in catalogue.said()
        if ((words[0] if isinstance(words, tuple) else words), context) not in written
    }

    assert missing == set()


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_says_nothing_of_ours_in_english(client: Client, address: str):
    stories.a_live_story(title="The kettle")

    assert english_left(client.get(f"/cy{address}").content.decode()) == []


@pytest.mark.django_db
def test_a_topic_is_named_in_welsh_or_says_that_it_is_english(client: Client):
    Topic.objects.create(slug="housing", name="Housing")
    Topic.objects.create(slug="kettles", name="Kettles & <b>cups</b>")

    form = client.get("/cy/speakers/request/?kind=event").content.decode()
    english = client.get("/speakers/request/?kind=event").content.decode()

    assert english_left(form) == []
    assert ("Tai" in form, "Housing" in form) == (True, False)
    assert '<span lang="en">Kettles &amp; &lt;b&gt;cups&lt;/b&gt;</span>' in form
    assert ("Housing" in english, 'lang="en">Kettles' in english) == (True, False)


@pytest.mark.django_db
def test_an_english_story_says_that_it_is_english_and_all_round_it_is_welsh(client: Client):
    page = stories.a_live_story(title="The kettle")

    html = client.get(f"/cy/stories/{page.slug}/").content.decode()

    assert english_left(html) == []
    assert '<html lang="cy"' in html
    assert '<h1 lang="en">The kettle</h1>' in html


@pytest.mark.django_db
def test_what_is_no_welsh_would_be_seen(client: Client):
    in_english = client.get("/help/").content.decode().replace('<html lang="en">', '<html lang="cy">')

    assert "Reach us" in english_left(in_english)


@pytest.mark.django_db
def test_no_page_of_a_desk_says_anything_of_ours_in_english():
    looker = WelshLooker(below_my())

    for client, begin in people_at_their_desks():
        looker.walk(client, begin)

    assert looker.faults == {}
