"""Staff come in with a code by e-mail, add a passkey, and come in by it; nothing leaves the machine meanwhile."""

import re

import pytest
from allauth.account.models import EmailAddress
from playwright.sync_api import Page, expect

from people import roles
from tests.factories.people import a_member_of_staff

CODE = re.compile(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", re.MULTILINE)
PHONE_WITH_FINGERPRINT = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def priya(site):
    user = a_member_of_staff(roles.SUPPORTER, email="priya@charity.example")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def fingerprint(page: Page):
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE_WITH_FINGERPRINT})


def come_in_by_code(page, site, user, mailoutbox):
    page.goto(f"{site.url}/admin/")
    page.locator("input[name=login], input[name=email]").first.fill(user.email)
    page.locator("form button[type=submit]").first.click()
    expect(page.locator("input[name=code]")).to_be_visible()
    page.locator("input[name=code]").fill(CODE.search(mailoutbox[-1].body)[1])
    page.locator("form button[type=submit]").first.click()
    page.wait_for_load_state()


def test_a_passkey_is_added_and_then_opens_the_admin(
    page, site, priya, fingerprint, console, mailoutbox, settings
):
    settings.ADMIN_NEEDS_MFA = True
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

    come_in_by_code(page, site, priya, mailoutbox)
    expect(page).to_have_url(f"{site.url}/staff/2fa/")
    page.goto(f"{site.url}/staff/2fa/webauthn/add/")
    page.fill("input[name=name]", "My phone")
    page.check("input[name=passwordless]")
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(re.compile(r"/staff/2fa/(?!webauthn/add)"))
    page.goto(f"{site.url}/staff/logout/")
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url(f"{site.url}/")
    page.goto(f"{site.url}/staff/login/?next=/admin/")
    page.locator("#passkey_login").click()

    expect(page).to_have_url(f"{site.url}/admin/")
    assert console == []


def test_wagtails_own_front_page_of_the_admin_calls_nobody(page, site, priya, console, mailoutbox):
    come_in_by_code(page, site, priya, mailoutbox)
    page.goto(f"{site.url}/admin/")

    expect(page.locator("h1")).to_be_visible()
    assert console == []
