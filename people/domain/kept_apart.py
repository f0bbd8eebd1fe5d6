"""Staff who must keep away from somebody. The stop journal knows them by a keyed fingerprint, never by name."""

from uuid import UUID

from people import keyring
from people.enums import UserKind
from people.models import Person, User

PURPOSE = "kept-apart"
HALF = 32
"""Of the fingerprint's signs; as many as a random number has."""


def number_of(user_pk: int) -> UUID:
    """The same for the same sign-in of any backup: the key of it lies outside the database."""
    return UUID(hex=keyring.index(PURPOSE, str(user_pk))[:HALF])


def whose(number: UUID) -> User | None:
    """None when the database does not know this member of staff."""
    staff = User.objects.filter(kind=UserKind.STAFF).order_by("pk")
    return next((user for user in staff if number_of(user.pk) == number), None)


def are_apart(person: Person, user: User) -> bool:
    """Whether they must keep away: it was declared, or the person is they themselves."""
    return person.user_id == user.pk or person.conflicts.filter(pk=user.pk).exists()


def keep_apart(person: Person, user: User) -> bool:
    """Say it again, without a line of the journal. False when it stood already."""
    _, made = Person.conflicts.through.objects.get_or_create(person=person, user=user)
    return made
