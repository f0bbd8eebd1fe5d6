"""Who works here, and as what. One sign-in may hold several roles; nobody leaves while people depend on them."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.db import transaction

from people import roles as role_names
from people.enums import UserKind
from people.models import Team, User


class CannotChangeStaff(ValueError):
    """The change is not possible; the message says why and what to do first."""


def staff() -> "list[User]":
    """Everybody who works here, those who have left last."""
    return list(User.objects.filter(kind=UserKind.STAFF).order_by("-is_active", "first_name", "last_name"))


@transaction.atomic
def appoint(
    *, email: str, first_name: str, last_name: str, roles: Iterable[str], team: Team | None = None
) -> User:
    """A sign-in for a member of staff. They sign in by e-mailed code; there is no password to lose."""
    address = email.strip().lower()
    if User.objects.filter(email__iexact=address).exists():
        raise CannotChangeStaff("Somebody here already signs in with this address.")
    user = User.objects.create_staff(
        email=address, first_name=first_name.strip(), last_name=last_name.strip()
    )
    _give(user, roles, team)
    return user


@transaction.atomic
def change_role(user: User, *, roles: Iterable[str], team: Team | None, by: User) -> None:
    """Give exactly these roles. Raises `CannotChangeStaff` rather than lock the last administrator out."""
    wanted = set(roles)
    if user.pk == by.pk and role_names.ADMINISTRATOR not in wanted:
        raise CannotChangeStaff("You cannot take your own administrator role. Ask another administrator.")
    if role_names.SUPPORTER not in wanted:
        _refuse_while_depended_on(user)
    _give(user, wanted, team)


def leave(user: User, *, by: User) -> None:
    """Switch a sign-in off. Their acts stay on record; their people must have gone to somebody else before."""
    if user.pk == by.pk:
        raise CannotChangeStaff("You cannot switch yourself off. Ask another administrator.")
    _refuse_while_depended_on(user)
    user.is_active = False
    user.save(update_fields=["is_active"])


def come_back(user: User) -> None:
    user.is_active = True
    user.save(update_fields=["is_active"])


def _refuse_while_depended_on(user: User) -> None:
    number = user.caseload.count()
    if number:
        people = "person depends" if number == 1 else "people depend"
        raise CannotChangeStaff(f"{number} {people} on {user.display_name}. Hand them over first.")


def _give(user: User, roles: Iterable[str], team: Team | None) -> None:
    wanted = set(roles)
    unknown = wanted - set(role_names.ALL)
    if unknown:
        raise CannotChangeStaff(f"There is no such role: {', '.join(sorted(unknown))}.")
    if not wanted:
        raise CannotChangeStaff("Choose at least one role.")
    others = user.groups.exclude(name__in=role_names.ALL).exclude(team__isnull=False)
    teams = Group.objects.filter(team=team) if team else Group.objects.none()
    user.groups.set([*others, *Group.objects.filter(name__in=wanted), *teams])
