"""Naming the one who may say stop for me, and taking that back: so that an older backup does not trust them again."""

from django.db import transaction

from consent.domain.record.journaling import owe_end_of_trust
from people.domain import trusting
from people.models import Person


@transaction.atomic
def name(person: Person, *, called: str, contact: str = "") -> str:
    """Gives the sixteen figures, shown this once. Whoever was named before is taken back. Raises `NoName`."""
    if trusting.trusted_by(person) is None:
        return trusting.trust(person, called=called, contact=contact)
    take_back(person)
    return trusting.trust(person, called=called, contact=contact)


@transaction.atomic
def take_back(person: Person) -> int:
    """Their figures do nothing any more, also not in a database that was restored from before."""
    ended = trusting.stop_trusting(person)
    if ended:
        owe_end_of_trust(person)
    return ended
