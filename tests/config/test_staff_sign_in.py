"""Staff come in through one door: a code by e-mail, then a second factor; nobody signs up by themselves."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

pytestmark = pytest.mark.django_db
CODE = re.compile(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", re.MULTILINE)


@pytest.fixture
def priya():
    """A member of staff with a role, an address and no password."""
    user = get_user_model().objects.create_superuser("priya", "priya@charity.example", None)
    user.groups.set(Group.objects.filter(name="Administrator"))
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def ask_for_code(client, address):
    return client.post("/staff/login/code/", {"email": address, "next": "/admin/"})


def test_the_admin_sends_strangers_to_the_staff_door(client):
    assert client.get("/admin/").url == "/staff/login/?next=/admin/"


@pytest.mark.parametrize("path", ["/admin/login/", "/_util/login/"])
def test_wagtails_own_password_pages_are_shadowed(client, path):
    answer = client.get(path, {"next": "/admin/reports/"})

    assert (answer.status_code, answer.url) == (302, "/staff/login/?next=%2Fadmin%2Freports%2F")


def test_nobody_signs_up_by_themselves(client):
    address = "stranger@elsewhere.example"

    client.post("/staff/signup/", {"email": address})

    assert get_user_model().objects.filter(email=address).count() == 0


def test_an_emailed_code_opens_the_admin(client, priya, mailoutbox):
    confirm = ask_for_code(client, priya.email).url
    code = CODE.search(mailoutbox[0].body)[1]

    entered = client.post(confirm, {"code": code})

    assert (entered.status_code, entered.url) == (302, "/admin/")
    assert client.get("/admin/account/").status_code == 200


def test_a_wrong_code_opens_nothing(client, priya, mailoutbox):
    confirm = ask_for_code(client, priya.email).url

    client.post(confirm, {"code": "AAAA-AAAA"})

    assert len(mailoutbox) == 1
    assert client.get("/admin/").status_code == 302


def test_a_known_and_an_unknown_address_get_the_same_answer(priya, mailoutbox):
    known = ask_for_code(Client(), priya.email)
    unknown = ask_for_code(Client(), "nobody@charity.example")

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert known.content == unknown.content
    assert [mail.to for mail in mailoutbox] == [[priya.email], ["nobody@charity.example"]]


def test_without_a_second_factor_the_admin_stays_closed(client, priya, settings):
    settings.ADMIN_NEEDS_MFA = True
    client.force_login(priya)

    answer = client.get("/admin/reports/locked/")

    assert (answer.status_code, answer.url) == (302, "/staff/2fa/")


def test_a_second_factor_opens_the_admin(client, priya, settings):
    settings.ADMIN_NEEDS_MFA = True
    Authenticator.objects.create(
        user=priya, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"}
    )
    client.force_login(priya)

    assert client.get("/admin/account/").status_code == 200


def test_leaving_needs_no_second_factor(client, priya, settings):
    settings.ADMIN_NEEDS_MFA = True
    client.force_login(priya)

    client.post("/admin/logout/")

    assert "_auth_user_id" not in client.session
