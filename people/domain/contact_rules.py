"""The rules by which one person may be reached, as values; how they are kept sealed, and those that are in force."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from people import clock, keyring
from people.enums import RulesRoute
from people.models import ContactRules, Person, User


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Hours of one weekday (Monday is 0), in minutes after midnight in London; the end itself is outside."""

    day: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What somebody told us. The first way, the sender and the language stand on `Person`.

    `windows` is None for any time; an empty one leaves no moment at all. `never_on` holds days ("2027-03-14") and days
    of every year ("12-25"). `quiet_until` is the first day on which we may write again, `last_day` the last one.
    """

    also: tuple[str, ...] = ()
    windows: tuple[Window, ...] | None = None
    never_on: tuple[str, ...] = ()
    quiet_until: date | None = None
    last_day: date | None = None
    via: str = ""
    voicemail: bool = False
    no_words: bool = False
    code_word: str = ""
    plain_envelope: bool = True
    prison_mail: bool = False
    review_on: date | None = None


NONE_GIVEN = Rules()


@dataclass(frozen=True, slots=True)
class Given:
    """One set of rules with its history: `by` is None when the person wrote it."""

    rules: Rules
    by: User | None
    route: str
    at: datetime
    until: datetime | None


def rules_of(person: Person) -> Rules:
    """Those in force; the mild ones of the house when none were ever given."""
    row = ContactRules.objects.filter(person=person, ended_at=None).first()
    return opened(person, row) if row else NONE_GIVEN


def told_through(people: Iterable[Person]) -> frozenset[int]:
    """Those of them whom nothing reaches directly: one statement for the rules, one for the keys, however many."""
    owners = {person.pk: person.uid for person in people}
    rows = list(ContactRules.objects.filter(person__in=owners, ended_at=None))
    keys = keyring.keys_of(owners[row.person_id] for row in rows)
    return frozenset(row.person_id for row in rows if _via(keys, owners[row.person_id], row))


def has_given(person: Person) -> bool:
    """Whether they ever told us rules. That staff changed an address is none."""
    return ContactRules.objects.filter(person=person).exclude(route=RulesRoute.CHANGED).exists()


def ever_given(person: Person) -> list[Given]:
    """Each set, the newest first."""
    rows = ContactRules.objects.filter(person=person).select_related("by").order_by("-made_at", "-id")
    return [Given(opened(person, row), row.by, row.route, row.made_at, row.ended_at) for row in rows]


def to_ask_again(user: User) -> QuerySet[ContactRules]:
    """Rules in one's own caseload whose day to ask again has come. They hold until somebody changes them."""
    mine = ContactRules.objects.filter(ended_at=None, person__supporter=user, review_on__lte=clock.today())
    return mine.select_related("person").order_by("review_on", "id")


def sealed(person: Person, rules: Rules) -> bytes:
    return keyring.seal(person.uid, json.dumps(asdict(rules), default=str))


def opened(person: Person, row: ContactRules) -> Rules:
    """What the row says; a shredded key leaves no way and no moment, so that nothing is sent by mistake."""
    try:
        held: dict[str, Any] = json.loads(keyring.unseal(person.uid, bytes(row.sealed)))
    except keyring.KeyShredded:
        return Rules(windows=())
    windows = held["windows"]
    held["windows"] = None if windows is None else tuple(Window(**one) for one in windows)
    for name in ("also", "never_on"):
        held[name] = tuple(held[name])
    for name in ("quiet_until", "last_day", "review_on"):
        held[name] = date.fromisoformat(held[name]) if held[name] else None
    return Rules(**held)


def _via(keys: keyring.Keys, owner: UUID, row: ContactRules) -> bool:
    try:
        return bool(json.loads(keys.unseal(owner, bytes(row.sealed)))["via"])
    except keyring.KeyShredded:
        return False
