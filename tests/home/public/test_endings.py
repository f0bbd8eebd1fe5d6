"""How a page ends: taken back, resting, never there, broken. Kind, in both languages, no title, kept by nobody."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.urls import get_resolver

from consent.domain.stop import stopping
from people.models import Organisation
from storybank.domain import settling
from tests.factories import stories

pytestmark = pytest.mark.django_db
TITLE, NAME = "The marmalade ferry", "Zebedee"
ROBOTS = re.compile(r'<meta name="robots"\s+content="noindex')


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def a_page():
    return stories.a_live_story(stories.an_author("Dee"), title=TITLE, name=NAME)


def a_stopped_page():
    page = a_page()
    stopping.stop(page.file.appearances.get().person)
    settling.settle(page.file_id)
    return page


def ending(client: Client, path: str) -> tuple[int, str]:
    answer = client.get(path)
    words = answer.content.decode()
    assert "noindex" in answer["X-Robots-Tag"], path
    assert ROBOTS.search(words), path
    assert "116 123" in words, path
    assert (TITLE in words, NAME in words) == (False, False), path
    assert "Set-Cookie" not in answer.headers, path
    return answer.status_code, words


@pytest.mark.parametrize(("prefix", "language"), [("", "en"), ("/cy", "cy")])
def test_each_ending_is_kind_and_leads_on(client, prefix, language):
    live = a_page()
    stopped = a_stopped_page()
    resting = a_page()
    stories.StoryPage.objects.filter(pk=resting.pk).update(title="Changed behind the gate")

    shown = client.get(f"{prefix}/stories/{live.slug}/")
    gone = ending(client, f"{prefix}/stories/{stopped.slug}/")
    rests = ending(client, f"{prefix}/stories/{resting.slug}/")
    never = ending(client, f"{prefix}/stories/never-was/")
    nowhere = ending(client, f"{prefix}/no/such/place/")

    assert shown.status_code == 200
    assert TITLE in shown.content.decode()
    assert [gone[0], rests[0], never[0], nowhere[0]] == [410, 404, 404, 404]
    for _, words in (gone, rests, never, nowhere):
        assert f'<html lang="{language}"' in words
        assert f'href="{prefix}/stories/"' in words
        assert f'href="{prefix}/help/"' in words


@pytest.mark.parametrize(
    "path",
    [
        "/stories/never-was/card.png",
        "/media/nothing.jpg",
        "/q/nothing/",
        "/api/v2/stories/never-was/",
        "/%00/",
    ],
)
def test_whatever_answers_with_an_error_is_kept_by_nobody(client, path):
    answer = client.get(path)

    assert answer.status_code >= 400
    assert "noindex" in answer["X-Robots-Tag"]


def broken(client: Client, path: str):
    def gone(*_):
        raise OperationalError("the database is gone")

    with connection.execute_wrapper(gone):
        return client.get(path)


@pytest.mark.parametrize(("prefix", "language"), [("", "en"), ("/cy", "cy")])
def test_when_the_database_is_gone_the_page_still_speaks_the_language_of_the_address(
    client, prefix, language
):
    answer = broken(client, f"{prefix}/stories/")
    words = answer.content.decode()

    assert (answer.status_code, answer["X-Robots-Tag"], answer["Cache-Control"]) == (
        500,
        "noindex, nofollow",
        "no-store",
    )
    assert f'<html lang="{language}">' in words
    assert ("116 123" in words, f'href="{prefix}/"' in words) == (True, True)


def test_programs_are_told_as_data_that_something_broke(client):
    answer = broken(client, "/api/v2/stories/")

    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert answer.json()["detail"] == "Something went wrong on our side."


def test_the_page_for_when_all_is_gone_knows_whom_to_ring_in_both_languages(client):
    Organisation.objects.update_or_create(defaults={"phone": "01632 960417"})
    client.get("/stories/")

    for path in ("/stories/", "/cy/stories/"):
        assert '<a href="tel:01632960417">01632 960417</a>' in broken(client, path).content.decode()


@pytest.mark.parametrize(("prefix", "language"), [("", "en"), ("/cy", "cy")])
def test_a_page_for_somebody_else_says_so_and_not_why(prefix, language):
    request = RequestFactory().get(f"{prefix}/my/letters/")

    answer = get_resolver(None).resolve_error_handler(403)(request, exception=PermissionDenied(TITLE))
    words = answer.content.decode()

    assert (answer.status_code, answer["X-Robots-Tag"]) == (403, "noindex, nofollow")
    assert (f'<html lang="{language}">' in words, f'href="{prefix}/my/"' in words) == (True, True)
    assert TITLE not in words
