"""Programs read what readers read: the same words, the same gate, in the shape that the document promises."""

import gzip

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from consent.domain.stop import stopping
from storybank.domain.reading import reading
from storybank.models import StoryPage
from tests.factories import stories
from tests.surfaces.stage import CANARY, the_stage

pytestmark = pytest.mark.django_db


def problems(client, body, schema: str) -> list[str]:
    """Where an answer differs from what the document promises of it."""
    document = client.get("/api/v2/").json()
    promised = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
    return [
        error.message
        for error in Draft202012Validator(promised, format_checker=FormatChecker()).iter_errors(body)
    ]


def listed(client, **query):
    return client.get("/api/v2/stories/", query).json()


def test_the_list_says_what_the_readers_list_says(client):
    stage = the_stage()

    body = listed(client)

    [row] = [row for row in body["stories"] if row["slug"] == stage.page.slug]
    shown = reading(stage.again())
    assert f'href="{shown.url}" lang="en">{shown.title}</a>' in client.get("/stories/").content.decode()
    assert problems(client, body, "Page") == []
    assert (row["title"], row["byline"], row["first_sentence"], row["region"], row["published"]) == (
        shown.title,
        shown.byline,
        shown.first_sentence,
        shown.region_name or None,
        shown.published or None,
    )
    assert row["machines_may_process"] is False


def test_one_story_has_every_word_of_its_page_and_the_pictures_address(client):
    stage = the_stage()

    body = client.get(f"/api/v2/stories/{stage.page.slug}/").json()

    shown = reading(stage.again())
    assert problems(client, body, "Story") == []
    assert [block.get("text", "") for block in body["body"]] == [block.text for block in shown.body]
    assert [block["url"] for block in body["body"] if "url" in block] == [
        f"http://testserver{block.url}" for block in shown.body if block.url
    ]
    assert CANARY in body["title"]


def test_a_yes_to_machines_is_said_and_ends_with_a_stop_of_that_use(client):
    author = stories.an_author()
    page = stories.a_live_story(author, uses=("website", "machine-processing"))

    before = [row["machines_may_process"] for row in listed(client)["stories"]]
    stopping.stop(author, use="machine-processing")
    after = [row["machines_may_process"] for row in listed(client)["stories"]]

    assert StoryPage.objects.get(pk=page.pk).live
    assert (before, after) == ([True], [False])


def test_stopped_answers_410_and_what_never_was_public_404_in_words_that_name_nothing(client):
    author = stories.an_author()
    live, private = stories.a_live_story(author), stories.a_shared_story(title="Never shown")
    stopping.stop(author)

    gone, never, unknown = (
        client.get(f"/api/v2/stories/{slug}/") for slug in (live.slug, private.slug, "no-such-story")
    )

    assert (gone.status_code, never.status_code, unknown.status_code) == (410, 404, 404)
    assert gone.json() == {
        "title": "Taken down",
        "status": 410,
        "detail": "The person took this story down. Please delete every copy of it.",
    }
    assert never.json() == unknown.json()
    assert never.json()["detail"] == "There is no story at this address."
    assert [answer["Content-Type"] for answer in (gone, never)] == ["application/problem+json"] * 2
    assert problems(client, gone.json(), "Problem") == []


def test_going_on_meets_every_story_once(client, monkeypatch):
    monkeypatch.setattr("storybank.public.keyset.A_PAGE", 2)
    author = stories.an_author()
    for number in range(5):
        stories.a_live_story(author, title=f"Story number {number}")

    titles, body = [], listed(client)
    while body["older"]:
        titles += [row["title"] for row in body["stories"]]
        body = client.get(body["older"]).json()
    titles += [row["title"] for row in body["stories"]]

    assert sorted(titles) == [f"Story number {number}" for number in range(5)]
    assert client.get(body["newer"]).json()["stories"][-1]["title"] == titles[3]


@pytest.mark.parametrize(
    ("query", "parameter", "detail"),
    [
        (
            {"kind": "no-such"},
            "kind",
            "There is no kind called so. There are: praise, concern, idea, journey.",
        ),
        ({"theme": "\x00"}, "theme", "There is no theme called so. There are: visits-test."),
        ({"language": "fr"}, "language", "There is no language called so. There are: en, cy."),
        ({"author": "Dee"}, "author", "There is no such parameter. There are: "),
        ({"language": ["en", "cy"]}, "language", "Ask for one value at a time."),
        ({"cursor": "2026-01-01.ab"}, "cursor", "This cursor is not one of ours, or no longer."),
        ({"cursor": "\x00"}, "cursor", "This cursor is not one of ours, or no longer."),
        ({"cursor": "é" * 9}, "cursor", "This cursor is not one of ours, or no longer."),
        ({"cursor": "a" * 5000}, "cursor", "This cursor is not one of ours, or no longer."),
        ({"{{ 7 * 7 }}" * 900: ""}, ("{{ 7 * 7 }}" * 6)[:60], "There is no such parameter."),
    ],
)
def test_what_cannot_be_answered_is_said_with_the_way_to_ask(client, query, parameter, detail):
    the_stage()

    answer = client.get("/api/v2/stories/", query)

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert problems(client, answer.json(), "Problem") == []
    assert answer.json()["parameter"] == parameter
    assert answer.json()["detail"].startswith(detail)


def test_two_choices_that_could_point_at_somebody_are_not_taken_together(client):
    the_stage()

    body = listed(client, theme="visits-test", language="en")

    assert (body["chosen"], body["not_taken"]) == ({"theme": "visits-test"}, ["language"])


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    answer = getattr(client, method)("/api/v2/stories/")

    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.json()["detail"] == "Stories can be read here, and nothing can be written."


def test_answers_are_asked_anew_each_time_and_leave_no_cookie(client):
    stories.a_live_story()

    answer = client.get("/api/v2/stories/")

    assert answer["Cache-Control"] == "no-cache"
    assert answer["X-Robots-Tag"] == "noindex, noarchive, noai, noimageai"
    assert not answer.cookies


@pytest.mark.parametrize("address", ["/api/v2/stories/", "/api/v2/stories/{slug}/", "/api/v2/"])
def test_answers_travel_small_to_whoever_can_unpack_them_and_are_never_kept_by_others(
    client, settings, address
):
    settings.CDN_SECONDS = 60
    author = stories.an_author()
    long = " ".join([stories.KETTLE] * 20)
    pages = [stories.a_live_story(author, title=f"Story {number}", happened=long) for number in range(4)]
    where = address.format(slug=pages[0].slug)

    plain, small = client.get(where), client.get(where, headers={"Accept-Encoding": "gzip"})
    as_it_is = client.get(where, headers={"If-None-Match": small["ETag"]})

    assert (small.get("Content-Encoding"), plain.get("Content-Encoding")) == ("gzip", None)
    assert gzip.decompress(small.content) == plain.content
    assert "Accept-Encoding" in plain["Vary"]
    assert plain["Cache-Control"] == small["Cache-Control"] == "no-cache"
    assert as_it_is.status_code == 304
