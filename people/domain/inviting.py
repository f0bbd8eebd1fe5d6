"""Inviting somebody at a table: a name to call them by, a safe way to reach them, and a card in their hand."""

from dataclasses import dataclass

from django.db import transaction

from people import clock
from people.domain import addresses, codes, vault
from people.enums import Channel, Language
from people.models import Person, Team, User

LONGEST_NAME = 60


class NameNeeded(ValueError):
    """There is nothing to call them by."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """`code16` and `card_token` exist here and on the printed card, nowhere else."""

    person: Person
    code16: str
    card_token: str


@transaction.atomic
def invite(
    *,
    by: User | None,
    called: str,
    channel: str,
    address: str = "",
    language: str = Language.ENGLISH,
    sender_name: str = "",
    contact_notes: str = "",
    team: Team | None = None,
    digits: str | None = None,
) -> Invitation:
    """A person in `by`'s caseload, with their own sign-in and a fresh card. Raises `NotAnAddress`, `NameNeeded`.

    The address may stay empty: some people are met only across a table. `digits` fixes the code in the demo.
    """
    called = " ".join(called.split())[:LONGEST_NAME]
    if not called:
        raise NameNeeded("Write what we call them. It need not be their real name.")
    address = addresses.for_channel(channel, address) if address.strip() else ""
    person = Person.objects.create(
        user=User.objects.create_member(),
        called=called,
        channel=channel,
        language=language,
        sender_name=" ".join(sender_name.split())[:LONGEST_NAME],
        contact_notes=contact_notes.strip()[:1000],
        supporter=by,
        team=team or _own_team(by),
        met_at=clock.now(),
    )
    if address:
        vault.set_identity(person, **{vault.FIELD_OF_CHANNEL[Channel(channel)]: address})
    code16, token = codes.issue_code(person, by=by, digits=digits)
    return Invitation(person, code16, token)


def _own_team(user: User | None) -> Team | None:
    """The one team of a supporter who is in just one."""
    teams = list(Team.objects.filter(group__user=user)[:2]) if user else []
    return teams[0] if len(teams) == 1 else None
