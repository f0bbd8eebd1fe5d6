"""Ten years of anybody's life: rules that change, servers that fall, clocks that move; no message outside the rules.

Each example walks the whole ten years. What the rules allow is asked of `plainly_allowed`, written for the tests alone.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from people import clock
from people.domain import by_hand, contact_rules, delivering, outbox, setting_rules
from people.domain.contact_rules import Rules
from people.domain.events import EVENTS
from people.domain.urgency import CLASSES, Urgency
from people.enums import CallOutcome, Channel, MessageState, RulesRoute
from people.models import OutboxMessage, Person, User
from tests.factories.people import a_member_of_staff, a_person
from tests.people.reaching import drawn
from tests.people.reaching.servers import LINE, afresh
from tests.people.reaching.test_hours import plainly_allowed

BY_THE_RULES = sorted(event for event, kind in CLASSES.items() if kind != Urgency.ASKED_NOW)
WORDS = dict.fromkeys(set().union(*(EVENTS[event].placeholders for event in BY_THE_RULES)), "1234")
WAYS = [*Channel.values, Channel.EMAIL, Channel.SMS]
ACTS = {"put": 5, "rules": 3, "way": 1, "down": 1, "up": 2, "no": 1, "round": 5, "staff": 3}


def later(chance: Random) -> timedelta:
    """Minutes, days or months."""
    longest = chance.choice([180, 2880, 90 * 1440])
    return timedelta(minutes=chance.randint(1, longest), seconds=chance.randint(0, 59))


@dataclass
class Life:
    person: Person
    staff: User
    now: datetime
    put: int = 0
    seen: int = 0
    by_hand: int = 0
    told: list[Any] = field(default_factory=list)

    def rules(self) -> Rules:
        return contact_rules.rules_of(self.person)

    def look(self) -> None:
        """Whatever has just arrived somewhere came by the rules of this moment."""
        fresh, self.seen = LINE.arrived[self.seen :], len(LINE.arrived)
        rules = self.rules()
        for one in fresh:
            assert one.at == self.now
            assert plainly_allowed(rules, one.at)
            assert one.channel in {self.person.channel, *rules.also}
            assert rules.via == ""
            assert one.sender == self.person.sender_name
            assert one.to == {"email": "dee@post.example", "sms": "+447700900123"}[one.channel]
            assert "1234" not in one.words or not rules.no_words


def in_time(rules: Rules, now: datetime) -> bool:
    """Without the hours: a letter, or a word through somebody."""
    return plainly_allowed(Rules(quiet_until=rules.quiet_until, last_day=rules.last_day), now)


def staff_at_work(life: Life, outcome: str) -> None:
    """Opens each sheet that waits; whoever sees an address or number may use it this minute."""
    for message in outbox.to_do_for(life.staff):
        sheet = by_hand.sheet(message)
        if sheet is None:
            continue
        rules = life.rules()
        if sheet.is_letter or sheet.message.through:
            allowed = in_time(rules, life.now)
        else:
            allowed = plainly_allowed(rules, life.now)
        assert sheet.now == allowed
        assert sheet.address == "" or (allowed and not rules.via)
        if sheet.now and by_hand.came_of(sheet.message, by=life.staff, outcome=outcome):
            life.by_hand += outcome != CallOutcome.AGAIN


def step(life: Life, chance: Random) -> None:
    [act] = chance.choices(list(ACTS), list(ACTS.values()))
    if act == "put":
        event = chance.choice(BY_THE_RULES)
        due = life.now + later(chance) if chance.random() < 0.3 else None
        outbox.put(event=event, person=life.person, context=WORDS, due=due, key=f"m{life.put}")
        again = outbox.put(event=event, person=life.person, context=WORDS, due=due, key=f"m{life.put}")
        assert again.key == f"m{life.put}"
        delivering.deliver(again.pk)  # as the worker does on commit
        life.put += 1
    elif act == "rules":
        setting_rules.set_rules(
            life.person, drawn.some_rules(chance, life.now.date()), by=None, route=RulesRoute.SCREEN
        )
    elif act == "way":
        life.person.channel = chance.choice(WAYS)
        life.person.sender_name = chance.choice(["Priya here", "Huw here"])
        life.person.save()
    elif act == "down":
        LINE.down.update(chance.sample(["email", "sms"], chance.randint(1, 2)))
    elif act == "up":
        LINE.down.clear()
        LINE.refuses.clear()
    elif act == "no":
        LINE.refuses.add(chance.choice(["email", "sms"]))
    elif act == "round":
        delivering.deliver_due()
    else:
        staff_at_work(life, chance.choice(CallOutcome.values))


def all_comes_to_an_end(life: Life) -> None:
    """With the servers up, every message leaves or lies before a human; nothing waits for a day that never comes."""
    LINE.down.clear()
    LINE.refuses.clear()
    for _ in range(life.put + 5):
        waiting = OutboxMessage.objects.filter(state=MessageState.WAITING).order_by("due_at")
        first = waiting.first()
        if first is None:
            break
        life.now = max(life.now, first.due_at)
        with clock.at(life.now):
            delivering.deliver_due()
            life.look()
    states = list(OutboxMessage.objects.values_list("state", flat=True))
    assert len(states) == life.put
    assert MessageState.WAITING not in states
    assert states.count(MessageState.SENT) == len(LINE.arrived)
    assert states.count(MessageState.DONE) == life.by_hand


def ten_years(number: int, *, steps: int) -> Life:
    chance = Random(number)  # noqa: S311 - a life for a test, no secret
    afresh()
    OutboxMessage.objects.all().delete()
    staff = a_member_of_staff("Supporter")
    with clock.at(drawn.FIRST):
        person = a_person(
            "Dee",
            supporter=staff,
            channel="email",
            sender_name="Priya here",
            email="dee@post.example",
            phone="07700 900123",
            address="Flat 9, Cooper's Yard",
        )
    life = Life(person, staff, drawn.FIRST)
    for nth in range(steps):
        life.now = max(life.now, drawn.FIRST + nth * drawn.TEN_YEARS / steps)
        if chance.random() < 0.2:
            life.now = max(life.now, chance.choice(drawn.CHANGES) - timedelta(hours=24))
        for _ in range(chance.randint(1, 8)):
            life.now += later(chance) if chance.random() < 0.5 else timedelta(minutes=chance.randint(1, 240))
            with clock.at(life.now):
                step(life, chance)
                life.look()
    all_comes_to_an_end(life)
    return life


@pytest.fixture(autouse=True)
def _the_worlds_servers(settings):
    settings.EMAIL_BACKEND = "tests.people.reaching.servers.Mail"
    settings.SMS_BACKEND = "tests.people.reaching.servers.Texts"


A_WHOLE_LIFE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.mark.django_db
def test_ten_years_without_a_message_outside_the_rules():
    lives = [ten_years(number, steps=24) for number in range(3)]

    assert sum(life.seen for life in lives) > 10
    assert sum(life.by_hand for life in lives) > 10


@pytest.mark.deep
@pytest.mark.django_db
@settings(max_examples=300, deadline=None, suppress_health_check=A_WHOLE_LIFE)
@given(number=st.integers(0, 2**32))
def test_ten_years_of_many_lives(number):
    ten_years(number, steps=60)
