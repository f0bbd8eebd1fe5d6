"""A sign-in reaches one browser: no copy between us carries it on, and once it is over no page begins another."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from home.public.look import tokens_url
from home.public.sheet import sheet_url
from people.models import Organisation
from tests.factories import stories

pytestmark = pytest.mark.django_db
PAGES = (
    "/",
    "/stories/",
    "/cy/stories/",
    "/stories/feed/",
    "/api/v2/stories/",
    "/help/",
    "/robots.txt",
    "/nowhere/",
)
NOT_ANY_MORE = "abcdefghijklmnopqrstuvwxyz012345"


@pytest.fixture
def author():
    client = Client()
    client.force_login(stories.an_author(supporter=stories.a_supporter()).user)
    return client


@pytest.mark.parametrize("where", PAGES)
def test_an_old_cookie_becomes_no_new_session(where):
    client = Client()
    client.cookies["sessionid"] = NOT_ANY_MORE

    answer = client.get(where)

    assert Session.objects.count() == 0
    assert (answer.cookies["sessionid"].value, answer.cookies["sessionid"]["max-age"]) == ("", 0)


def test_a_sign_in_that_stands_goes_on_while_its_person_reads(author):
    before = author.cookies["sessionid"].value

    author.get("/stories/")

    assert author.cookies["sessionid"].value == before
    assert author.get("/my/").status_code == 200


@pytest.mark.parametrize("where", PAGES)
def test_what_carries_a_cookie_is_for_one_browser(author, where):
    answer = author.get(where)

    assert set(answer.cookies) == {"sessionid"}
    assert "private" in answer["Cache-Control"]
    assert "private" not in Client().get("/stories/")["Cache-Control"]


@pytest.mark.parametrize("of", [sheet_url, tokens_url])
def test_what_everybody_may_keep_carries_no_cookie(author, of):
    answer = author.get(of(Organisation.load()))

    assert answer.status_code == 200
    assert "public" in answer["Cache-Control"]
    assert dict(answer.cookies) == {}


def test_a_network_of_copies_keeps_no_page_of_somebody_with_a_cookie(author, settings):
    settings.CDN_SECONDS = 60

    theirs, anybodys = author.get("/stories/"), Client().get("/stories/")

    assert theirs["Cache-Control"] == "no-cache, private"
    assert anybodys["Cache-Control"] == "max-age=0, s-maxage=60"


def test_the_secret_of_forms_goes_with_the_browser(author):
    made = author.get("/my/stories/new/").cookies["csrftoken"]

    assert (made["max-age"], made["expires"]) == ("", "")
