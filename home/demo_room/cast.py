"""The seven people a visitor may be, and how they are found."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as noop

from people.domain import addresses, vault
from people.models import Person, User


@dataclass(frozen=True, slots=True)
class Role:
    """`does` is what a visitor can do as this person; it and `role` are said in the language of the page."""

    key: str
    email: str
    name: str
    role: str
    does: str
    staff: bool

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


CAST: Final[tuple[Role, ...]] = (
    Role(
        key="author",
        email="author@demo.example",
        name="Nell",
        role=noop("author"),
        does=noop("Writes, looks at suggestions, chooses who may read, and stops what she likes."),
        staff=False,
    ),
    Role(
        key="supporter",
        email="supporter@demo.example",
        name="Priya Nandra",
        role=noop("supporter"),
        does=noop("Invites authors, suggests changes and writes down a stop. She cannot publish."),
        staff=True,
    ),
    Role(
        key="safeguarding",
        email="safeguarding@demo.example",
        name="Gwenda Foley",
        role=noop("safeguarding lead"),
        does=noop("Does the safety check, and can let a story rest."),
        staff=True,
    ),
    Role(
        key="comms",
        email="comms@demo.example",
        name="Marcus Oyelaran",
        role=noop("comms officer"),
        does=noop("Answers the phone and requests for speakers. He sees no drafts and no addresses."),
        staff=True,
    ),
    Role(
        key="dpo",
        email="dpo@demo.example",
        name="Ishbel Tarrant",
        role=noop("data-protection officer"),
        does=noop("Keeps the record of every yes and no, and sees who opened whose details, and why."),
        staff=True,
    ),
    Role(
        key="admin",
        email="admin@demo.example",
        name="Colm Adeyinka",
        role=noop("administrator"),
        does=noop("Changes the charity’s name, colours, messages and lists. He reads no stories."),
        staff=True,
    ),
    Role(
        key="speaker",
        email="speaker@demo.example",
        name="Joss",
        role=noop("speaker"),
        does=noop("Says yes or no to invitations, and takes a rest when one is due."),
        staff=False,
    ),
)
BY_KEY: Final = {role.key: role for role in CAST}


def staff_user(role: Role) -> User | None:
    return User.objects.filter(email=role.email, is_active=True).first()


def member(role: Role) -> Person | None:
    """Found as anybody at that address is found: by its fingerprint."""
    return vault.person_at(addresses.Address("email", role.email))


def called(user: User) -> str:
    """Who somebody signed in is, for the line that says so."""
    if user.email:
        return user.display_name
    person = Person.objects.filter(user=user).first()
    return person.called if person else user.display_name
