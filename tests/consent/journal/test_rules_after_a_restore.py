"""Whoever told us another way to be reached is not reached by the older way after an older backup was restored."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command

from consent.journal import book, memory
from people import clock
from people.domain import changing_contact, contact_rules, outbox, signing_in
from people.domain.contact_rules import Rules
from people.enums import Channel, MessageState, RulesRoute
from people.models import OutboxMessage
from tests.consent.journal.backups import backup, restored
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db(transaction=True)
OLD, NEW = "shared@post.example", "mine@post.example"
LOOKS = dict.fromkeys(("looks", "times", "first_day", "last_day"), "1")


def reached(person, *, by, address):
    seen = changing_contact.state_of(person)
    changing_contact.change_contact(
        person,
        Rules(),
        channel=by,
        address=address,
        by=None,
        route=RulesRoute.SCREEN,
        seen=seen,
    )


def write_to(person):
    """One message, and a code asked for: (how the message stands, addresses that got anything)."""
    mail.outbox.clear()
    message = outbox.put(event="people/who_looked", person=person, context=LOOKS)
    signing_in.send_code(OLD)
    outbox.deliver_due()
    return OutboxMessage.objects.get(pk=message.pk).state, {to for sent in mail.outbox for to in sent.to}


def test_the_way_they_left_is_not_used_after_a_restore_and_a_human_asks_them_anew(client, tmp_path):
    dee, sam = a_person("Dee"), a_person("Sam")
    reached(dee, by=Channel.EMAIL, address=OLD)
    reached(sam, by=Channel.EMAIL, address="sam@post.example")
    tomorrow = clock.now() + timedelta(days=1)
    waits = outbox.put(event="people/who_looked", person=dee, context=LOOKS, due=tomorrow).pk
    before = backup(tmp_path / "before")
    reached(dee, by=Channel.EMAIL, address=NEW)

    with restored(before):
        memory.forget()
        resting = client.get("/stories/").status_code
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        memory.forget()
        open_again = client.get("/stories/").status_code
        state, got = write_to(dee)
        held = OutboxMessage.objects.get(pk=waits)
        [closed, *_] = contact_rules.ever_given(dee)
        _, neighbour = write_to(sam)

    assert (resting, open_again) == (503, 200)
    assert (state, got) == (MessageState.TO_DO, set())
    assert (held.state, held.address) == (MessageState.TO_DO, "")
    assert closed.route == RulesRoute.RESTORED
    assert neighbour == {"sam@post.example"}


def test_a_letter_is_not_posted_to_the_old_address_either_and_the_line_holds_no_way(tmp_path):
    dee = a_person("Dee")
    reached(dee, by=Channel.LETTER, address="1 Old Road")
    before = backup(tmp_path / "before")
    reached(dee, by=Channel.LETTER, address="2 New Road")

    with restored(before):
        call_command("replay_stops", verbosity=0)
        message = outbox.put(event="people/who_looked", person=dee, context=LOOKS)

    said = [sorted(line.says) for line in book.lines()]
    assert (message.state, message.address, "over" in message.problem) == (MessageState.TO_DO, "", True)
    assert said == [["at", "kind", "person"]] * 2


def test_the_same_rules_in_the_same_way_write_no_line():
    dee = a_person("Dee")
    reached(dee, by=Channel.EMAIL, address=OLD)

    reached(dee, by=Channel.EMAIL, address="")

    assert [line.kind for line in book.lines()] == ["other_rules"]
