"""Staff who change where somebody is reached leave a line, also for whoever never gave rules of their own."""

import pytest
from django.core.management import call_command
from django.test import Client

from consent.journal import book
from people.domain import addresses, asking_anew, contact_rules, outbox, reaching
from people.enums import MessageState, RulesRoute
from people.models import OutboxMessage, Person
from tests.consent.journal.backups import backup, restored
from tests.factories.people import a_person, a_supporter

pytestmark = pytest.mark.django_db(transaction=True)
OLD, NEW = "shared@post.example", "mine@post.example"
PHONE = "07700 900117"
LOOKS = dict.fromkeys(("looks", "times", "first_day", "last_day"), "1")


def dee():
    return a_person("Dee", supporter=a_supporter(), email=OLD, phone=PHONE, sender_name="Priya here")


def staff_change(person, **to):
    """The staff's own page, with everything but `to` as it is."""
    client = Client()
    client.force_login(person.supporter)
    now = {name: getattr(person, name) for name in ("called", "channel", "language", "sender_name")}
    given = now | {"contact_notes": person.contact_notes, "address": ""} | to
    assert client.post(f"/admin/people/{person.pk}/change/", given).status_code == 302


@pytest.mark.parametrize(
    ("to", "lines"),
    [
        ({"address": NEW}, ["other_rules"]),
        ({"channel": "sms"}, ["other_rules"]),
        ({"sender_name": "Moss"}, ["other_rules"]),
        ({"contact_notes": "Never on a Sunday"}, ["other_rules"]),
        ({"called": "Dee Dee"}, []),
    ],
)
def test_another_way_leaves_a_line_and_another_name_none(to, lines):
    staff_change(dee(), **to)

    assert [line.kind for line in book.lines()] == lines


def test_after_a_restore_the_address_that_staff_replaced_gets_nothing(tmp_path):
    person = dee()
    before = backup(tmp_path / "before")
    staff_change(person, address=NEW)

    with restored(before):
        call_command("replay_stops", verbosity=0)
        message = outbox.put(
            event="people/who_looked", person=Person.objects.get(pk=person.pk), context=LOOKS
        )
        state, address = OutboxMessage.objects.values_list("state", "address").get(pk=message.pk)
        closed = not reaching.may_be_answered(person, addresses.email_or_phone(OLD))

    assert (state, address, closed) == (MessageState.TO_DO, "", True)


def test_a_change_by_staff_gives_no_rules_in_their_name():
    person = dee()

    staff_change(person, address=NEW)

    [row] = contact_rules.ever_given(person)
    assert (row.route, row.by, row.rules) == (RulesRoute.CHANGED, person.supporter, contact_rules.NONE_GIVEN)
    assert not contact_rules.has_given(person)
    assert reaching.may_be_answered(person, addresses.email_or_phone(PHONE))
    assert not asking_anew.still_the_older(person.uid, told_at=row.at)
