"""What would go to somebody, exactly as it would arrive, and what waits for them: for staff and for themselves."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from people import clock
from people.domain import contact_rules, fitting, messages, reaching
from people.domain.allowed_hours import NoMoment
from people.domain.events import EVENTS
from people.domain.own_data import WITH_A_CODE
from people.domain.urgency import CLASSES, Urgency, class_of
from people.enums import MessageState
from people.models import OutboxMessage, Person

MOST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Arrives:
    """One message with sample words. `goes` says when, or who sees to it; `subject` is empty where none is seen."""

    message: OutboxMessage
    title: str
    subject: str
    words: str
    at_once: bool
    by_hand: bool


def events() -> list[tuple[str, str]]:
    """Every message that can go to a person, by what staff call it."""
    return sorted(
        ((event, EVENTS[event].title) for event in CLASSES if event in EVENTS), key=lambda one: one[1]
    )


def as_it_would_arrive(person: Person, event: str) -> Arrives:
    """By the rules of this moment. Nothing is written down. Raises `UnknownEvent`."""
    now = clock.now()
    placeholders = messages.event_words(event).placeholders
    samples = messages.sample(person.language)
    message = OutboxMessage(
        event=event,
        person=person,
        language=person.language,
        written_at=now,
        wanted_at=now,
        due_at=now,
        given=json.dumps({name: samples[name] for name in placeholders}),
    )
    fitting.fit(message, person)
    subject, words = fitting.shown(message)
    at_once = class_of(event) == Urgency.ASKED_NOW
    return Arrives(
        message,
        EVENTS[event].title,
        "" if message.channel == "sms" else subject,
        words,
        at_once=at_once,
        by_hand=message.state == MessageState.TO_DO and not at_once,
    )


def waiting(person: Person) -> QuerySet[OutboxMessage]:
    """What has not gone yet, the next one first."""
    return person.messages.filter(state__in=fitting.UNSENT).order_by("due_at", "id")[:MOST_SHOWN]


def written_to(person: Person) -> QuerySet[OutboxMessage]:
    """What they may read again on their desk, the newest first; never one that opens a door."""
    kept = person.messages.exclude(event__in=WITH_A_CODE).exclude(state=MessageState.CANCELLED)
    return kept.order_by("-written_at", "-id")[:MOST_SHOWN]


def next_moment(person: Person) -> tuple[datetime | None, str]:
    """When they may be reached from now on; or why never."""
    try:
        return reaching.when(person, clock.now(), rules=contact_rules.rules_of(person)), ""
    except NoMoment as none_left:
        return None, str(none_left)
