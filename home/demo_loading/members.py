"""The demo's authors and speakers, each with a card, an address in the vault and a supporter."""

from datetime import timedelta

from home.demo.people import AUTHORS, SPEAKING_PEOPLE
from home.demo.shapes import DemoPerson
from people import clock
from people.domain import inviting, vault
from people.models import Person, User

LONG_WITH_US = {"dee": timedelta(days=352), "marlon": timedelta(days=760)}
"""Their yearly talk is due."""


def invite_everybody(staff: dict[str, User]) -> dict[str, Person]:
    """Authors and speakers by key."""
    return {person.key: _invite(person, staff) for person in (*AUTHORS, *SPEAKING_PEOPLE)}


def _invite(words: DemoPerson, staff: dict[str, User]) -> Person:
    with clock.at(clock.now() - LONG_WITH_US.get(words.key, timedelta())):
        return _invited(words, staff)


def _invited(words: DemoPerson, staff: dict[str, User]) -> Person:
    address = {"email": words.email, "sms": words.phone, "phone": words.phone, "letter": words.address}
    invited = inviting.invite(
        by=staff[words.supporter],
        called=words.called,
        channel=words.channel,
        address=address[words.channel],
        language=words.language,
        sender_name=words.sender_name,
        contact_notes=words.contact_notes,
        digits=words.paper_code or None,
    )
    known = {
        "legal_name": words.legal_name,
        "email": words.email,
        "phone": words.phone,
        "address": words.address,
    }
    vault.set_identity(invited.person, **{name: value for name, value in known.items() if value})
    return invited.person
