"""The document is OpenAPI, cursors say nothing, other sites may read and not write, and errors are told."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from consent.domain.stop import stopping
from people import clock
from storybank.api import views
from storybank.models import StoryPage
from tests.factories import stories
from tests.surfaces.stage import the_stage

pytestmark = pytest.mark.django_db
STANDARD = json.loads(Path(__file__).with_name("openapi-3.1.json").read_text())
"""The OpenAPI Initiative's own schema of 2022-10-07 (Apache 2.0)."""


@pytest.fixture
def two_a_page(monkeypatch):
    monkeypatch.setattr("storybank.public.keyset.A_PAGE", 2)
    author = stories.an_author()
    return [stories.a_live_story(author, title=f"Story number {number}") for number in range(5)]


def listed(client, where="/api/v2/stories/"):
    return client.get(where).json()


def broken(*_):
    raise RuntimeError("the gate cannot be asked")


def test_the_document_is_valid_openapi(client):
    document = client.get("/api/v2/").json()
    without_a_title = document | {"info": {"version": "2"}}

    assert list(Draft202012Validator(STANDARD).iter_errors(document)) == []
    assert len(list(Draft202012Validator(STANDARD).iter_errors(without_a_title))) == 1
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_reference_in_the_document_leads_somewhere(client):
    answer = client.get("/api/v2/")

    named = set(re.findall(r'"#/components/schemas/(\w+)"', answer.content.decode()))
    assert named == set(answer.json()["components"]["schemas"])
    assert answer.json()["servers"] == [{"url": "http://testserver"}]


def test_the_list_leads_to_the_document(client):
    assert client.get("/api/v2/stories/")["Link"] == '</api/v2/>; rel="service-desc"'


def test_a_cursor_says_neither_day_nor_address_and_is_the_same_each_time(client, two_a_page):
    first, again = listed(client)["older"], listed(client)["older"]
    cursor = first.partition("cursor=")[2]

    assert first == again
    assert re.fullmatch(r"[\w-]{20,200}", cursor)
    assert not [page.slug for page in two_a_page if page.slug in first]
    assert str(clock.today().year) not in cursor


def test_a_changed_cursor_is_refused(client, two_a_page):
    older = listed(client)["older"]
    other = "A" if older[-2] != "A" else "B"

    assert client.get(older).status_code == 200
    assert client.get(older[:-2] + other + older[-1]).status_code == 400


def test_a_cursor_goes_on_after_its_story_was_stopped_and_says_so_when_it_is_erased(client, two_a_page):
    body = listed(client)
    last = body["stories"][-1]["slug"]
    StoryPage.objects.filter(slug=last).update(live=False)

    stopped = client.get(body["older"])
    StoryPage.objects.filter(slug=last).update(slug="gone")
    erased = client.get(body["older"])

    assert (stopped.status_code, len(stopped.json()["stories"])) == (200, 2)
    assert (erased.status_code, erased.json()["parameter"]) == (400, "cursor")


def test_other_sites_may_read_without_anybodys_cookies(client):
    stories.a_live_story()
    client.cookies["sessionid"] = "somebody"

    answer = client.get("/api/v2/stories/", headers={"Origin": "https://paper.example"})
    asked = client.options("/api/v2/stories/", headers={"Access-Control-Request-Method": "GET"})

    assert answer["Access-Control-Allow-Origin"] == asked["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert (asked.status_code, asked["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")


def test_pages_for_readers_are_not_lent_to_other_sites(client):
    page = stories.a_live_story()

    answer = client.get(f"/stories/{page.slug}/", headers={"Origin": "https://paper.example"})

    assert "Access-Control-Allow-Origin" not in answer
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_head_says_the_same_without_words(client):
    page = stories.a_live_story()
    for where in ("/api/v2/", "/api/v2/stories/", f"/api/v2/stories/{page.slug}/"):
        answer = client.head(where)

        assert (answer.status_code, answer.content) == (200, b"")
        assert answer["Content-Type"] == client.get(where)["Content-Type"]


@pytest.mark.parametrize("where", ["/api/v2/", "/api/v2/stories/", "/api/v2/stories/{slug}/"])
def test_what_has_not_changed_is_not_sent_again_and_a_stop_changes_it(client, where):
    stage = the_stage()
    where = where.format(slug=stage.page.slug)
    mark = {"If-None-Match": client.get(where)["ETag"]}
    unchanged = client.get(where, headers=mark).status_code

    stopping.stop(stage.author)
    after = client.get(where, headers=mark).status_code

    assert unchanged == 304
    assert after == {"/api/v2/": 304, "/api/v2/stories/": 200}.get(where, 410)


def asked_of_machines(answer):
    return answer["X-Robots-Tag"], answer["TDM-Reservation"]


def test_only_a_yes_to_machines_takes_the_request_not_to_learn_away(client):
    author = stories.an_author()
    free = stories.a_live_story(author, uses=("website", "machine-processing"))
    kept = stories.a_live_story()
    before, other = (asked_of_machines(client.get(f"/api/v2/stories/{page.slug}/")) for page in (free, kept))

    stopping.stop(author, use="machine-processing")
    after = asked_of_machines(client.get(f"/api/v2/stories/{free.slug}/"))

    assert before == ("noindex, noarchive", "0")
    assert other == after == ("noindex, noarchive, noai, noimageai", "1")


def test_a_page_with_words_of_several_people_is_for_no_machine_to_learn_from(client):
    page = stories.a_live_story(uses=("website", "machine-processing"))

    for where in (f"/stories/{page.slug}/", "/stories/", "/", "/api/v2/stories/", "/stories/feed/"):
        said, reserved = asked_of_machines(client.get(where))
        assert ("noai, noimageai" in said, reserved) == (True, "1")


def test_any_other_address_says_where_to_look(client):
    answer = client.get("/api/v2/authors/")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["detail"] == "What can be asked stands at http://testserver/api/v2/."
    assert client.get("/api/v2/stories?kind=praise").url == "/api/v2/stories/?kind=praise"


def test_when_something_breaks_programs_are_told_in_their_way_and_learn_nothing(client, monkeypatch):
    page = stories.a_live_story()
    monkeypatch.setattr(views, "pieces_of", broken)

    answers = [client.get(where) for where in ("/api/v2/stories/", f"/api/v2/stories/{page.slug}/")]

    assert [answer.status_code for answer in answers] == [500, 500]
    assert {answer.json()["detail"] for answer in answers} == {"Something went wrong on our side."}
