"""Every message to a person is thought about: may it wait for their hours, and does it hold a key?"""

import ast
from pathlib import Path

import pytest

from people.domain.events import EVENTS
from people.domain.urgency import CLASSES, TO_A_PERSON, Urgency, class_of, without_a_class
from people.enums import Audience

ROOMS = ("people", "consent", "storybank", "speakers", "home")
ROOT = Path(__file__).parents[3]

SENDERS = {"people/domain/delivering.py", "people/notify.py"}
"""The outbox itself, and the provider it hands text messages to. The sign-in mails of staff are allauth's own."""
MODULES = ("django.core.mail", "smtplib", "notifications_python_client", "requests", "http.client")
CALLS = {"send_mail", "send_mass_mail", "email_user", "mail_admins", "mail_managers", "sms.send"}


def test_every_message_to_a_person_has_a_class_and_no_class_is_left_over():
    assert without_a_class() == frozenset()


@pytest.mark.parametrize("event", sorted(CLASSES))
def test_only_a_code_asked_for_this_minute_is_answered_at_once(event):
    now = class_of(event) == Urgency.ASKED_NOW

    assert now == (event == "people/sign_in_code")


def test_a_message_that_holds_a_code_to_come_in_with_never_goes_out_without_its_words():
    keys = {event for event, kind in CLASSES.items() if kind != Urgency.BY_THE_RULES}

    assert keys == {"people/sign_in_code", "people/invited", "storybank/from_before"}


def test_a_new_message_without_a_class_waits_and_is_found(monkeypatch):
    monkeypatch.setitem(EVENTS, "people/brand_new", EVENTS["people/no_words"])

    assert class_of("people/brand_new") == Urgency.BY_THE_RULES
    assert without_a_class() == frozenset({"people/brand_new"})


def test_messages_to_staff_and_outsiders_have_no_class():
    others = {event for event, words in EVENTS.items() if words.audience not in TO_A_PERSON}

    assert others & CLASSES.keys() == set()
    assert {EVENTS[event].audience for event in others} == {Audience.STAFF, Audience.ORGANISER}


def ways_out_of(path: Path) -> set[str]:
    """Whatever a file uses that could send a mail or a text by itself."""
    used = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute):
            whose = f"{node.value.id}." if isinstance(node.value, ast.Name) else ""
            used |= {node.attr, f"{whose}{node.attr}"} & CALLS
        elif isinstance(node, ast.ImportFrom):
            names = {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
            used |= {name for name in names if name.startswith(MODULES)}
        elif isinstance(node, ast.Import):
            used |= {alias.name for alias in node.names if alias.name.startswith(MODULES)}
    return used


def test_nobody_sends_around_the_outbox():
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]

    found = {str(path.relative_to(ROOT)) for path in files if ways_out_of(path)}

    assert found == SENDERS


def test_the_search_finds_one_who_sends_around_it(tmp_path):
    sender = tmp_path / "sender.py"
    sender.write_text("from django.core import mail\n\nmail.send_mail('a', 'b', 'c', ['d@post.example'])\n")

    assert ways_out_of(sender) == {"django.core.mail", "send_mail"}
