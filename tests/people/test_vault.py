"""The vault: sealed, opened with a reason, every look written down for the person, gone when shredded."""

import pytest
from django.apps import apps
from django.db import connection

from people import keyring, roles
from people.domain import addresses, codes, outbox, signing_in, vault
from people.domain.looks import looks_at
from people.models import IdentityView
from tests.factories.people import a_member_of_staff, a_person, a_supporter

pytestmark = pytest.mark.django_db

NAME, PHONE, EMAIL, STREET = "Deirdre Maguire-Okafor", "07700 900117", "dee@post.example", "Cooper's Yard"
EVERYTHING = {
    "legal_name": NAME,
    "phone": PHONE,
    "email": EMAIL,
    "address": f"Flat 9, {STREET}",
    "prison_number": "A1234BC",
}
CANARIES = (
    "Deirdre",
    "Maguire",
    "Quillon",
    "900117",
    "7700900117",
    EMAIL,
    "Cooper",
    "A1234BC",
    "Worried",
    "Tuesdays",
)


def dump() -> str:
    """Every column of every table, as a thief of the database would read it."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"select * from {connection.ops.quote_name(table)}")
            rows += [
                bytes(cell).decode("latin-1") if isinstance(cell, memoryview | bytes) else str(cell)
                for row in cursor.fetchall()
                for cell in row
            ]
    return "\n".join(rows)


def test_a_dump_without_the_keys_names_nobody():
    priya = a_supporter()
    dee = a_person("Quillon", supporter=priya, sender_name="Quillons friend", **EVERYTHING)
    dee.contact_notes = "Only on Tuesdays"
    dee.save()
    codes.issue_code(dee, by=priya)
    signing_in.send_code(EMAIL)
    outbox.put(event="storybank/please_look", person=dee, context={})
    vault.view_identity(dee, viewer=a_supporter(first_name="Huw"), reason="Worried about her since Monday")

    stolen = dump()

    assert [canary for canary in CANARIES if canary in stolen] == []
    assert dee.code in stolen
    assert priya.email in stolen


def test_each_detail_is_kept_normal_and_found_by_its_fingerprint():
    dee = a_person(**EVERYTHING)

    assert vault.person_at(addresses.email_or_phone(" DEE@POST.example ")) == dee
    assert vault.person_at(addresses.email_or_phone("+44 (0)7700 900-117")) == dee
    assert vault.person_at(addresses.email_or_phone("07700 900118")) is None


def test_details_are_added_and_forgotten_one_by_one():
    priya = a_supporter()
    dee = a_person(supporter=priya, email=EMAIL)

    vault.set_identity(dee, phone=PHONE)
    both = vault.view_identity(dee, viewer=priya)
    vault.set_identity(dee, email="")
    one = vault.view_identity(dee, viewer=priya)

    assert both == {"email": EMAIL, "phone": "+447700900117"}
    assert one == {"phone": "+447700900117"}
    assert vault.person_at(addresses.Address("email", EMAIL)) is None


@pytest.mark.parametrize(
    ("channel", "expected"),
    [("email", EMAIL), ("sms", "+447700900117"), ("phone", "+447700900117"), ("letter", f"Flat 9, {STREET}")],
)
def test_the_outbox_finds_the_address_of_the_persons_channel(channel, expected):
    assert vault.contact_address(a_person(channel=channel, **EVERYTHING)) == expected


WHO_MAY_LOOK = [
    (roles.SUPPORTER, True),
    (roles.SAFEGUARDING, True),
    (roles.DPO, True),
    (roles.COMMS, False),
    (roles.ADMINISTRATOR, False),
]


@pytest.mark.parametrize(("role", "allowed"), WHO_MAY_LOOK)
def test_who_may_look_and_that_each_look_is_written_down(role, allowed):
    dee, viewer = a_person(**EVERYTHING), a_member_of_staff(role)

    if allowed:
        seen = vault.view_identity(dee, viewer=viewer, reason="She asked me to ring her", what="phone")
        assert seen["legal_name"] == NAME
        [view] = dee.identity_views.all()
        assert (view.viewer, view.reason, view.what, view.by_itself) == (
            viewer,
            "She asked me to ring her",
            "phone",
            False,
        )
    else:
        with pytest.raises(vault.NotYours):
            vault.view_identity(dee, viewer=viewer, reason="She asked me to ring her")
        assert IdentityView.objects.count() == 0


def test_every_role_is_decided():
    assert {role for role, _ in WHO_MAY_LOOK} == set(roles.ALL)


@pytest.mark.parametrize("reason", ["", "   ", "because", "a        b"])
def test_outside_the_caseload_a_reason_in_words_is_needed(reason):
    dee = a_person(**EVERYTHING)

    with pytest.raises(vault.ReasonNeeded):
        vault.view_identity(dee, viewer=a_supporter(), reason=reason)

    assert IdentityView.objects.count() == 0


def test_in_the_own_caseload_the_reason_is_logged_by_itself():
    priya = a_supporter()
    dee = a_person(supporter=priya, **EVERYTHING)

    vault.view_identity(dee, viewer=priya, what="to phone you")
    vault.view_identity(dee, viewer=priya, what="to phone you")

    looks = looks_at(dee)
    assert (looks.everyday, looks.unusual) == ([("Priya Nandra", "to phone you", 2)], [])


def test_a_declared_conflict_closes_the_vault_even_in_the_own_caseload():
    priya = a_supporter()
    dee = a_person(supporter=priya, **EVERYTHING)
    assert vault.may_look(priya, dee)

    dee.conflicts.add(priya)

    with pytest.raises(vault.NotYours):
        vault.view_identity(dee, viewer=priya)


def test_a_shredded_key_leaves_nothing_for_anybody():
    priya = a_supporter()
    dee, ada = (
        a_person(supporter=priya, **EVERYTHING),
        a_person("Ada", supporter=priya, email="ada@post.example"),
    )

    keyring.shred(dee.uid)

    assert vault.view_identity(dee, viewer=priya) == {}
    assert vault.contact_address(dee) == ""
    assert vault.contact_address(ada) == "ada@post.example"


def test_after_shredding_a_sealed_text_raises():
    dee = a_person(**EVERYTHING)
    sealed = bytes(apps.get_model("people", "Identity").objects.get(person=dee).sealed)
    assert NAME in keyring.unseal(dee.uid, sealed)

    keyring.shred(dee.uid)

    with pytest.raises(keyring.KeyShredded):
        keyring.unseal(dee.uid, sealed)


@pytest.mark.parametrize(
    ("channel", "typed"),
    [
        ("email", "nobody"),
        ("email", "a@b\nBcc: c@d.example"),
        ("sms", "01632 960142"),
        ("sms", "999"),
        ("phone", "🙂"),
        ("phone", "1" * 1000),
        ("letter", "  \n "),
        ("letter", "a" * 301),
        ("letter", "Flat\x009"),
    ],
)
def test_addresses_that_cannot_be_are_refused_in_words(channel, typed):
    with pytest.raises(addresses.NotAnAddress, match=r"^[A-Z].*\.$"):
        addresses.for_channel(channel, typed)
