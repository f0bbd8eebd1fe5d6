"""A form for strangers works without a cookie, in new browsers and in those too old to say where forms are from."""

import re

import pytest
from django.test import Client

from consent.models import Concern
from tests.factories import stories

pytestmark = pytest.mark.django_db
FORM, TAKEN = "/my/in/", 200
FORMS = ("/stop/", "/in-a-story/", "/complain/", "/my/in/", "/speakers/request/", "/search/")
OLD_PHONE = {"HTTP_USER_AGENT": "Old phone", "REMOTE_ADDR": "192.0.2.7"}
TOLD = {"about": "", "what": "I am the sister in it.", "words": "I am the sister in it."}


def token_of(client: Client, where: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]*)"', client.get(where).content.decode())
    return found[1] if found else ""


def send(client: Client, token: str, **headers: str) -> int:
    form = {"address": "no such thing", "csrfmiddlewaretoken": token}
    return client.post(FORM, form, headers=headers).status_code


@pytest.mark.parametrize("where", FORMS)
def test_a_page_with_a_form_leaves_nothing_in_the_browser(where):
    client = Client()

    assert client.get(where).status_code == 200
    assert dict(client.cookies) == {}


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "same-origin", "origin": "null"}, {"origin": "null"}, {}]
)
def test_a_form_sent_without_any_cookie_is_taken(headers):
    client = Client(enforce_csrf_checks=True, **OLD_PHONE)

    assert send(client, token_of(client, FORM), **headers) == TAKEN


def test_the_address_may_change_as_it_does_between_two_masts():
    token = token_of(Client(**OLD_PHONE), FORM)
    moved = Client(enforce_csrf_checks=True, HTTP_USER_AGENT="Old phone", REMOTE_ADDR="192.0.200.9")

    assert send(moved, token) == TAKEN


@pytest.mark.parametrize(
    "other",
    [
        {"HTTP_USER_AGENT": "Old phone", "REMOTE_ADDR": "203.0.113.5"},
        {"HTTP_USER_AGENT": "Another", "REMOTE_ADDR": "192.0.2.7"},
        {"HTTP_USER_AGENT": "Old phone", "REMOTE_ADDR": "2001:db8::7"},
        {"HTTP_USER_AGENT": "Old phone", "REMOTE_ADDR": "not an address"},
    ],
)
def test_a_token_that_another_site_fetched_for_itself_fits_no_visitor(other):
    token = token_of(Client(**other), FORM)
    visitor = Client(enforce_csrf_checks=True, **OLD_PHONE)

    assert send(visitor, token) == 403
    assert send(visitor, token_of(visitor, FORM)) == TAKEN


def test_a_form_of_another_site_is_refused_all_the_same():
    client = Client(enforce_csrf_checks=True, **OLD_PHONE)
    token = token_of(client, FORM)

    assert (
        send(client, token, **{"sec-fetch-site": "cross-site", "origin": "https://elsewhere.example"}) == 403
    )
    assert send(client, token, origin="https://elsewhere.example") == 403


def test_whoever_signs_in_has_a_cookie_of_their_own_and_keeps_it():
    client = Client()
    client.force_login(stories.an_author(supporter=stories.a_supporter()).user)
    client.get("/my/stories/new/")

    assert client.cookies["sessionid"].value
    assert client.get("/stop/").cookies["csrftoken"].value == client.cookies["csrftoken"].value


def test_nothing_is_kept_when_somebody_writes_to_us_about_a_story():
    client = Client(enforce_csrf_checks=True, **OLD_PHONE)
    page = client.get("/in-a-story/").content.decode()
    names = set(re.findall(r'name="(\w+)"', page))

    form = {name: TOLD.get(name, "") for name in names}
    sent = client.post("/in-a-story/", form | {"csrfmiddlewaretoken": token_of(client, "/in-a-story/")})

    assert sent.status_code in {200, 302, 422}
    assert Concern.objects.count() in {0, 1}
    assert dict(client.cookies) == {}
