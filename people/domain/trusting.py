"""The one whom a person trusts: named by the person, with figures of their own that only ever stop."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from people import clock, keyring
from people.domain import codes, limits
from people.in_sight import in_sight
from people.models import Person, TrustedPerson
from people.one_line import one_line

LONGEST = 60
LONGEST_CONTACT = 200
PURPOSE = "trusted-code"


class NoName(ValueError):
    """Without a name nobody knows who holds the slip. The message is for the person."""


@dataclass(frozen=True)
class Trusted:
    called: str
    contact: str
    since: datetime
    until: datetime | None = None


@transaction.atomic
def trust(person: Person, *, called: str, contact: str = "") -> str:
    """Name somebody; an earlier one ends at once. Gives the sixteen figures, shown this once. Raises `NoName`."""
    name = in_sight(one_line(called)[:LONGEST])
    if not name:
        raise NoName("Write what you call them.")
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    stop_trusting(person)
    held = {"called": name, "contact": one_line(contact)[:LONGEST_CONTACT]}
    figures = _free()
    TrustedPerson.objects.create(
        person=person,
        sealed=keyring.seal(person.uid, json.dumps(held)),
        selector=_selector(figures),
        secret_hash=codes.hasher.hash(figures[codes.SELECTOR :]),
        made_at=clock.now(),
    )
    return codes.spaced(figures)


def stop_trusting(person: Person) -> int:
    """Their figures do nothing any more."""
    return TrustedPerson.objects.filter(person=person, ended_at=None).update(ended_at=clock.now())


def still_trusts(person_uid: UUID, *, until: datetime) -> bool:
    """Whether anybody whom this person had named by then may say stop for them still."""
    return _named_by(person_uid, until=until).exists()


def end_again(person_uid: UUID, *, until: datetime) -> int:
    """After a backup was restored: whoever they had named by then, and took back, says nothing for them any more."""
    return _named_by(person_uid, until=until).update(ended_at=until)


def trusted_by(person: Person) -> Trusted | None:
    return next((held for held in ever_trusted_by(person) if held.until is None), None)


def ever_trusted_by(person: Person) -> list[Trusted]:
    """Each one the person has named, the first first."""
    found = []
    for row in TrustedPerson.objects.filter(person=person).order_by("made_at", "id"):
        try:
            held = json.loads(keyring.unseal(person.uid, bytes(row.sealed)))
        except keyring.KeyShredded:
            continue
        found.append(Trusted(held["called"], held["contact"], since=row.made_at, until=row.ended_at))
    return found


def who_may_stop(code16: str, *, caller: str) -> tuple[Person | None, bool]:
    """Whose words these figures stop, and whether somebody they trust holds them.

    The same work for a person's own card, a trusted person's slip and a wrong code. Raises `TooManyTries`.
    """
    limits.check("paper-code", caller, most=codes.WRONG_CODES)
    own = codes.find_by_code(code16)
    theirs = _held_by_trusted(code16)
    if own is None and theirs is None:
        limits.count("paper-code", caller, most=codes.WRONG_CODES, seconds=codes.WRONG_CODES_SECONDS)
    return own or theirs, own is None and theirs is not None


def _named_by(person_uid: UUID, *, until: datetime) -> QuerySet[TrustedPerson]:
    return TrustedPerson.objects.filter(person__uid=person_uid, ended_at=None, made_at__lt=until)


def _held_by_trusted(code16: str) -> Person | None:
    figures = codes.tidy(code16)
    rows = TrustedPerson.objects.filter(selector=_selector(figures), ended_at=None).select_related("person")
    row = rows.first()
    right = codes.fits(row.secret_hash if row else None, figures[codes.SELECTOR :])
    return row.person if row is not None and right else None


def _free() -> str:
    while True:
        figures = "".join(secrets.choice("0123456789") for _ in range(codes.SELECTOR + codes.SECRET))
        if not TrustedPerson.objects.filter(selector=_selector(figures)).exists():
            return figures


def _selector(figures: str) -> str:
    return keyring.index(PURPOSE, figures[: codes.SELECTOR])
