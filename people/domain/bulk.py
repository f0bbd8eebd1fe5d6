"""Many invented people at once, for a demo or a measurement: the same rows that `invite` makes, without cards."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from people import keyring
from people.domain import addresses
from people.enums import Channel, UserKind
from people.models import Identity, Person, Team, User
from people.models.person import ALPHABET

SIGNS = 8  # of the short code: longer than usual, so that a crowd of many thousands does not collide


@dataclass(frozen=True, slots=True)
class NewPerson:
    """`uid` is given, so that the same crowd is recognised when it is loaded again."""

    uid: UUID
    called: str
    email: str
    supporter: User
    team: Team | None
    met_at: datetime
    language: str = "en"


def already_here(uids: Sequence[UUID]) -> dict[UUID, Person]:
    """Those of the given people who exist."""
    return {person.uid: person for person in Person.objects.filter(uid__in=uids)}


@transaction.atomic
def write_people(people: Sequence[NewPerson]) -> list[Person]:
    """Sign-ins, people and sealed identities, in a handful of statements."""
    users = User.objects.bulk_create(_sign_in() for _ in people)
    made = Person.objects.bulk_create(
        Person(
            uid=new.uid,
            code=short_code(new.uid),
            user=user,
            called=new.called,
            language=new.language,
            channel=Channel.EMAIL,
            supporter=new.supporter,
            team=new.team,
            met_at=new.met_at,
        )
        for new, user in zip(people, users, strict=True)
    )
    keys = keyring.make_keys(new.uid for new in people)
    Identity.objects.bulk_create(
        Identity(
            person=person,
            sealed=keys[new.uid].encrypt(json.dumps({"email": addresses.email(new.email)}).encode()),
            email_index=keyring.index("email", addresses.email(new.email)),
            may_hold_birth=False,
        )
        for new, person in zip(people, made, strict=True)
    )
    return made


def short_code(uid: UUID) -> str:
    """The code that belongs to a uid: the same each time."""
    number, signs = uid.int, ""
    for _ in range(SIGNS):
        number, rest = divmod(number, len(ALPHABET))
        signs += ALPHABET[rest]
    return signs


def _sign_in() -> User:
    user = User(username=f"m-{secrets.token_hex(8)}", kind=UserKind.MEMBER)
    user.set_unusable_password()
    return user
