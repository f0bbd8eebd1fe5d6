"""Signing in with a passkey: whatever is sent in its place is a wrong answer."""

import json

import pytest

from people.passkey_forms import Add
from tests.factories import people

pytestmark = pytest.mark.django_db
ODD = [
    "9" * 5000,
    "[" * 100_000,
    "{",
    "\x00",
    "1",
    "[]",
    "null",
    '"a"',
    "{}",
    json.dumps({"id": 1, "response": []}),
]


@pytest.mark.parametrize("sent", ODD, ids=range(len(ODD)))
def test_nonsense_for_a_passkey_leads_back_to_the_door(client, sent):
    client.get("/staff/2fa/webauthn/login/", HTTP_ACCEPT="application/json")

    answer = client.post("/staff/2fa/webauthn/login/", {"credential": sent})

    assert (answer.status_code, answer["Location"]) == (302, "/staff/login/")


@pytest.mark.parametrize("sent", ODD, ids=range(len(ODD)))
def test_nonsense_for_a_new_passkey_is_refused_and_its_form_can_be_shown_again(sent):
    form = Add({"credential": sent}, user=people.a_supporter())

    refused = not form.is_valid()

    assert refused
    assert "hidden" in str(form["credential"])
