"""People for tests: small, unsurprising, made the way the house makes them."""

from django.contrib.auth.models import Group

from people import clock, roles
from people.domain import vault
from people.models import Organisation, Person, Region, Team, Theme, User


def a_member_of_staff(
    *held: str, first_name: str = "Priya", last_name: str = "Nandra", email: str = ""
) -> User:
    """Staff holding `held` (role names of people.roles); each call makes another one."""
    number = User.objects.count() + 1
    user = User.objects.create_staff(
        email=email or f"{first_name.lower()}{number}@charity.example",
        first_name=first_name,
        last_name=last_name,
    )
    user.groups.set([Group.objects.get_or_create(name=name)[0] for name in held])
    return user


def a_supporter(*, team: Team | None = None, **names: str) -> User:
    user = a_member_of_staff(roles.SUPPORTER, **names)
    if team is not None:
        user.groups.add(team.group)
    return user


def a_team(name: str = "Kestlewick and the north") -> Team:
    return Team.objects.get_or_create(name=name)[0]


def a_person(
    called: str = "Dee",
    *,
    supporter: User | None = None,
    team: Team | None = None,
    channel: str = "email",
    language: str = "en",
    sender_name: str = "",
    **identity: str,
) -> Person:
    """With a sign-in of their own, and in the vault what `identity` says (email, phone, legal_name …)."""
    person = Person.objects.create(
        user=User.objects.create_member(),
        called=called,
        channel=channel,
        language=language,
        sender_name=sender_name,
        supporter=supporter,
        team=team,
        met_at=clock.now(),
    )
    if identity:
        vault.set_identity(person, **identity)
    return person


def an_organisation(**changes: object) -> Organisation:
    """The one row, with `changes` saved."""
    organisation = Organisation.load()
    for name, value in changes.items():
        setattr(organisation, name, value)
    organisation.save()
    return organisation


def a_theme(slug: str = "visits", name: str = "Visits") -> Theme:
    return Theme.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def a_region(slug: str = "kestlewick", name: str = "Kestlewick City") -> Region:
    return Region.objects.get_or_create(slug=slug, defaults={"name": name})[0]
