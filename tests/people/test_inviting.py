"""Inviting at a table: under a minute, a card in the hand, the code nowhere else; and only for supporters."""

import re

import pytest

from people import roles
from people.domain import codes
from people.models import Person
from tests.factories.people import a_member_of_staff, a_person, a_supporter, a_team

pytestmark = pytest.mark.django_db

INVITE = "/admin/people/invite/"
DEE = {"called": "Dee", "channel": "email", "address": "dee@post.example", "language": "en", "once": "1"}


@pytest.fixture
def priya(client):
    user = a_supporter(team=a_team())
    client.force_login(user)
    return user


def test_an_invitation_ends_in_a_card_that_opens_the_desk(client, priya):
    response = client.post(INVITE, DEE, follow=True)

    page = response.content.decode()
    dee = Person.objects.get()
    code16 = re.search(r"\d{4} \d{4} \d{4} \d{4}", page)[0]
    assert codes.find_by_code(code16) == dee
    assert (dee.called, dee.supporter, dee.team.name) == ("Dee", priya, "Kestlewick and the north")
    assert "<svg" in page
    assert "no-store" in response["Cache-Control"]


def test_the_card_is_shown_only_to_who_made_it_and_for_ten_minutes(client, priya):
    from datetime import timedelta

    from people import clock

    client.post(INVITE, DEE)
    dee = Person.objects.get()
    here = f"/admin/people/{dee.pk}/card/"
    seen = client.get(here).content.decode()
    with clock.at(clock.now() + timedelta(minutes=11)):
        later = client.get(here).content.decode()
    client.force_login(a_supporter(first_name="Huw", team=dee.team))
    colleague = client.get(here).content.decode()

    assert [bool(re.search(r"\d{4} \d{4} \d{4} \d{4}", page)) for page in (seen, later, colleague)] == [
        True,
        False,
        False,
    ]


def test_neither_session_nor_outbox_keeps_the_code_in_the_clear(client, priya):
    page = client.post(INVITE, DEE, follow=True).content.decode()
    code16 = re.search(r"\d{4} \d{4} \d{4} \d{4}", page)[0]

    from tests.people.test_vault import dump

    stolen = dump()

    assert code16 not in stolen
    assert code16.replace(" ", "") not in stolen
    assert str(dict(client.session.items())).count(code16) == 0


def test_two_clicks_make_one_invitation(client, priya):
    client.post(INVITE, DEE)
    client.post(INVITE, DEE)
    client.post(INVITE, DEE | {"once": "2", "called": "Ada", "address": "ada@post.example"})

    assert sorted(person.called for person in Person.objects.all()) == ["Ada", "Dee"]


def test_inviting_asks_the_database_little(client, priya, django_assert_max_num_queries):
    with django_assert_max_num_queries(35):
        client.post(INVITE, DEE)

    assert Person.objects.count() == 1


NASTY = {
    "no name": {"called": ""},
    "only spaces": {"called": "   "},
    "nul": {"called": "De\x00e"},
    "a megabyte": {"called": "a" * 1_000_000},
    "no such channel": {"channel": "pigeon"},
    "no address": {"address": "nobody"},
    "a landline cannot read": {"channel": "sms", "address": "01632 960142"},
    "a header": {"address": "dee@post.example\nBcc: all@post.example"},
    "nul in the address": {"channel": "letter", "address": "Flat\x009"},
    "a megabyte of notes": {"contact_notes": "a" * 1_000_000},
}


@pytest.mark.parametrize("changes", NASTY.values(), ids=NASTY)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(client, priya, changes):
    response = client.post(INVITE, DEE | {"sender_name": "Priya from the choir"} | changes)

    assert response.status_code == 200
    assert Person.objects.count() == 0
    assert "Priya from the choir" in response.content.decode()


@pytest.mark.parametrize(
    "called", ["🙂", "\u202eeeD\u202c", "<script>alert(1)</script>", "{{ settings.SECRET_KEY }}", "Siân"]
)
def test_every_name_people_give_themselves_is_taken_as_it_is(client, priya, called):
    page = client.post(INVITE, DEE | {"called": called}, follow=True).content.decode()

    assert Person.objects.get().called == called
    assert "<script>alert" not in page


def test_somebody_without_an_address_can_be_invited(client, priya):
    client.post(INVITE, DEE | {"address": ""})

    assert Person.objects.get().called == "Dee"


def test_a_new_card_ends_the_old_one_and_a_lost_card_opens_nothing(client, priya):
    first = client.post(INVITE, DEE, follow=True).content.decode()
    dee = Person.objects.get()
    second = client.post(f"/admin/people/{dee.pk}/card/new/", follow=True).content.decode()
    old, new = (re.search(r"\d{4} \d{4} \d{4} \d{4}", page)[0] for page in (first, second))

    assert codes.find_by_code(old) is None
    assert codes.find_by_code(new) == dee
    client.post(f"/admin/people/{dee.pk}/card/end/")
    assert codes.find_by_code(new) is None


def test_welsh_speakers_get_a_welsh_card(client, priya):
    page = client.post(INVITE, DEE | {"language": "cy"}, follow=True).content.decode()

    assert "Sganiwch" in page
    assert "Diolch am siarad" in page


@pytest.mark.parametrize("role", [role for role in roles.ALL if role != roles.SUPPORTER])
def test_only_supporters_invite(client, role):
    client.force_login(a_member_of_staff(role))

    refused = [client.get(INVITE).status_code, client.post(INVITE, DEE).status_code]

    assert set(refused) <= {403, 404}
    assert Person.objects.count() == 0


def test_a_stranger_and_a_member_invite_nobody(client):
    assert client.post(INVITE, DEE).status_code == 302
    client.force_login(a_person("Nell").user)
    assert client.post(INVITE, DEE).status_code == 403
    assert Person.objects.count() == 1
