"""Renewing: before a yes runs out, one act of the person carries exactly the same terms on without a gap.

It is never silent and nobody can do it for them. What has run out already is asked afresh, with two yeses, as is
whatever would show more or whose meaning has changed meanwhile.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from consent.domain.acts.own import (
    own,
    refuse_a_child_alone,
    refuse_after_coming_of_age,
    told_first,
    whose_age,
)
from consent.domain.clearance.changing import changing
from consent.domain.record.coming_of_age import last_moment
from consent.domain.record.ledger import moment, write
from consent.domain.record.projecting import facts_of, record
from consent.domain.record.states import state_of
from consent.domain.record.terms import CannotAnswer
from consent.enums import EventKind, Method, State
from consent.models import Permission
from people import clock
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

LEAD = timedelta(days=60)
"""So long before its end a yes may be renewed; earlier there is nothing to talk about."""

CAN_BE_RENEWED = frozenset({State.ACTIVE, State.PAUSED})


def renew(
    permission: Permission,
    *,
    person: Person,
    method: Method = Method.SCREEN,
    recorded_by: "User | None" = None,
) -> Permission:
    """The same terms for the use's whole period from now on. A rest stays a rest."""
    with changing(permission.file_id, use=permission.use.slug) as file:
        mine = own(permission, person)
        told_first(file, person)
        if state_of(facts_of(mine), clock.now()) not in CAN_BE_RENEWED:
            raise CannotAnswer("This yes is over. We can ask you again, from the start.")
        if not mine.use.current:
            raise CannotAnswer("What this means has changed since. We ask you again, from the start.")
        refuse_after_coming_of_age(mine)
        refuse_a_child_alone(mine, method=method)
        if not _near_its_end(mine):
            raise CannotAnswer("This yes still has a long time to go. Nothing was changed.")
        data = {"valid_until": moment(_until(mine))}
        record(
            mine,
            write(
                file, EventKind.RENEWED, method=method, permission=mine, recorded_by=recorded_by, data=data
            ),
        )
    return mine


def to_renew(person: Person, *, file_id: int | None = None) -> list[Permission]:
    """The person's yeses that end soon and can be renewed, the first to end first."""
    rows = ending(at=clock.now()).filter(appearance__person=person)
    return [row for row in rows if file_id in (None, row.file_id) and renewable(row)]


def people_with_yeses_that_end_soon() -> dict[Person, list[int]]:
    """Everybody who may renew something now, with the permissions it is about."""
    found: dict[Person, list[int]] = {}
    for row in ending(at=clock.now()):
        if row.appearance.person and renewable(row):
            found.setdefault(row.appearance.person, []).append(row.pk)
    return found


def ending(*, at: datetime) -> QuerySet[Permission]:
    """Every second yes whose last day comes within the lead, the first to end first."""
    return (
        Permission.objects.filter(
            ended_at=None, confirmed_at__isnull=False, valid_until__gt=at, valid_until__lte=at + LEAD
        )
        .select_related("use", "edition", "file", "appearance__person", "appearance__speaks_for__person")
        .order_by("valid_until", "id")
    )


def renewable(row: Permission) -> bool:
    """Whether its person may carry it on now; where nothing can be gained, nobody is asked."""
    if not row.use.current or state_of(facts_of(row), clock.now()) not in CAN_BE_RENEWED:
        return False
    try:
        refuse_after_coming_of_age(row)
        _until(row)
    except CannotAnswer:
        return False
    return True


def _near_its_end(permission: Permission) -> bool:
    return permission.valid_until is not None and permission.valid_until <= clock.now() + LEAD


def _until(permission: Permission) -> datetime:
    """As long again as it was agreed for, and never longer than the use allows now."""
    since, end = permission.renewed_at or permission.confirmed_at, permission.valid_until
    longest = last_moment(whose_age(permission), max_days=permission.use.max_days, at=clock.now())
    until = min(longest, clock.now() + (end - since)) if since and end else longest
    if end is not None and until <= end:
        raise CannotAnswer("It already lasts as long as it can. Nothing was changed.")
    return until
