"""Handing a caseload over. Stories, bookings, letters and calls follow the person, so one column moves it all."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from people import clock
from people.domain import outbox
from people.models import OutboxMessage, Person, User
from people.roles import ADMINISTRATOR, SUPPORTER, has_role


class CannotHandOver(ValueError):
    """The message says who must be chosen instead."""


@dataclass(frozen=True, slots=True)
class Handover:
    """What would move: `people` go, `staying` have a declared conflict with the one who takes over."""

    people: list[Person]
    staying: list[Person]
    tasks: int


def look_ahead(*, from_user: User, to_user: User) -> Handover:
    """Counts for the page that asks whether this is right."""
    caseload = list(Person.objects.filter(supporter=from_user))
    barred = set(Person.objects.filter(supporter=from_user, conflicts=to_user).values_list("pk", flat=True))
    moving = [person for person in caseload if person.pk not in barred]
    return Handover(
        people=moving,
        staying=[person for person in caseload if person.pk in barred],
        tasks=OutboxMessage.objects.filter(person__in=moving, state__in=outbox.FOR_A_HUMAN).count(),
    )


@transaction.atomic
def hand_over(*, from_user: User, to_user: User, by: User, people: Iterable[Person] | None = None) -> int:
    """Move the caseload, or `people` of it, and tell each of them. Says how many moved.

    The one who takes over joins the teams of those they take, or they could not open their stories.
    Raises `CannotHandOver`: not a supporter, a declared conflict, or somebody else's caseload.
    """
    if by.pk != from_user.pk and not has_role(by, ADMINISTRATOR):
        raise CannotHandOver("Only an administrator may hand over somebody else's people.")
    if from_user.pk == to_user.pk or not has_role(to_user, SUPPORTER):
        raise CannotHandOver("Choose another supporter to take over.")
    caseload = Person.objects.select_for_update(of=("self",)).filter(supporter=from_user)
    if people is not None:
        caseload = caseload.filter(pk__in=[person.pk for person in people])
    moving = list(caseload.select_related("team__group"))
    barred = Person.objects.filter(pk__in=[person.pk for person in moving], conflicts=to_user)
    if barred.exists():
        codes = ", ".join(str(person) for person in barred)
        raise CannotHandOver(f"A conflict is declared with {codes}. Choose somebody else for them.")
    to_user.groups.add(*{person.team.group for person in moving if person.team})
    for person in moving:
        _move(person, from_user=from_user, to_user=to_user)
    return len(moving)


def _move(person: Person, *, from_user: User, to_user: User) -> None:
    """Their messages named the one who leaves: from now on they name the one who stays."""
    person.supporter = to_user
    if from_user.first_name:
        person.sender_name = person.sender_name.replace(from_user.first_name, to_user.first_name)
    person.save(update_fields=["supporter", "sender_name"])
    outbox.put(
        event="people/new_supporter",
        person=person,
        context={"new_supporter": to_user.first_name},
        key=f"new-supporter:{person.pk}:{to_user.pk}:{clock.now():%Y%m%d%H%M}",
    )
