"""The staff's sign-in pages: readable, calm, and every step of a second factor reachable without a mouse."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from people import roles
from tests.factories.people import a_member_of_staff

OPEN = ["/staff/login/", "/staff/login/code/"]
INSIDE = ["/staff/2fa/", "/staff/2fa/totp/activate/", "/staff/2fa/webauthn/add/", "/staff/logout/"]


@pytest.fixture
def signed_in(site, page, settings):
    """Priya's session in the browser, fresh enough to change how she signs in."""
    settings.ACCOUNT_REAUTHENTICATION_REQUIRED = False
    priya = a_member_of_staff(roles.SUPPORTER, email="priya@charity.example")
    EmailAddress.objects.create(user=priya, email=priya.email, verified=True, primary=True)
    client = Client()
    client.force_login(priya)
    session = client.session
    session["account_authentication_methods"] = [{"method": "code", "at": 4_000_000_000}]
    session.save()
    page.context.add_cookies([{"name": "sessionid", "value": session.session_key, "url": site.url}])


@pytest.mark.parametrize("path", OPEN)
def test_a_door_is_accessible(site, page, console, axe, path):
    page.goto(site.url + path)

    axe.check()
    assert console == []


@pytest.mark.parametrize("path", INSIDE)
def test_a_page_about_the_second_factor_is_accessible(site, page, console, axe, signed_in, path):
    page.goto(site.url + path)

    assert page.url == site.url + path
    axe.check()
    assert console == []
