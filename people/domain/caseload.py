"""Whom a member of staff may see in lists: their own people and their teams', never one with a declared conflict."""

from django.db.models import Q, QuerySet

from people.models import Person, User
from people.roles import DPO, SAFEGUARDING, SUPPORTER, has_role


def handled_by(user: User) -> QuerySet[Person]:
    """People this supporter may work with: own caseload and team."""
    if not has_role(user, SUPPORTER):
        return Person.objects.none()
    ours = Q(supporter=user) | Q(team__group__in=user.groups.all())
    return _without_conflicts(Person.objects.filter(ours), user)


def seen_by(user: User) -> QuerySet[Person]:
    """People whose page this user may open: handled ones; all of them, by code, for safeguarding and DPO."""
    if has_role(user, SAFEGUARDING, DPO):
        return _without_conflicts(Person.objects.all(), user)
    return handled_by(user)


def _without_conflicts(people: QuerySet[Person], user: User) -> QuerySet[Person]:
    barred = Person.objects.filter(conflicts=user).values("pk")
    return people.exclude(pk__in=barred).distinct()
