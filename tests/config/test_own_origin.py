"""Our pages send no referrer, so browsers name no origin on our forms. Forms of other sites stay refused."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.test import Client

pytestmark = pytest.mark.django_db
DOOR = "/staff/login/code/"


@pytest.fixture
def visitor():
    """A client that is held to the checks against forged forms, with a page of ours open."""
    user = get_user_model().objects.create_user("priya", "priya@charity.example", None)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client = Client(enforce_csrf_checks=True)
    client.get(DOOR)
    return client


def send_form(visitor, *, token: str | None = None, secure: bool = False, **headers: str) -> int:
    known = visitor.cookies["csrftoken"].value
    form = {"email": "priya@charity.example", "csrfmiddlewaretoken": known if token is None else token}
    return visitor.post(DOOR, form, headers=headers, secure=secure).status_code


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "null", "sec-fetch-site": "same-origin"},
        {"origin": "http://testserver", "sec-fetch-site": "same-origin"},
        {"origin": "null"},
        {},
    ],
)
@pytest.mark.parametrize("secure", [False, True])
def test_our_own_form_passes(visitor, headers, secure):
    if secure and "testserver" in headers.get("origin", ""):
        headers = headers | {"origin": "https://testserver"}

    assert send_form(visitor, secure=secure, **headers) == 302


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "null", "sec-fetch-site": "same-site"},
        {"origin": "null", "sec-fetch-site": "none"},
    ],
)
def test_a_form_of_another_site_is_refused_even_with_the_right_token(visitor, headers):
    assert send_form(visitor, **headers) == 403


@pytest.mark.parametrize("headers", [{"origin": "null"}, {}])
def test_without_the_browsers_word_only_the_right_token_passes(visitor, headers):
    assert send_form(visitor, token="x" * 64, **headers) == 403
    assert send_form(visitor, **headers) == 302


def test_a_page_of_ours_that_is_older_than_its_token_passes_on_the_browsers_word(visitor):
    ours = {"origin": "null", "sec-fetch-site": "same-origin"}

    assert send_form(visitor, token="x" * 64, **ours) == 302
    assert send_form(visitor, token="x" * 64, **ours | {"sec-fetch-site": "cross-site"}) == 403
