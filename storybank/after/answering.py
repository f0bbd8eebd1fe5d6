"""What they said to "how is it?": fine, a call, or stop. A stop is a real stop, a call is somebody's task."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet

from consent.domain.stop.stop_copy import stop_and_tell
from consent.domain.stop.stopping import Stop
from consent.enums import Method
from people import clock
from people.domain import outbox
from people.domain.caseload import handled_by
from people.models import Person, User
from people.roles import SAFEGUARDING
from storybank.models import CheckIn
from storybank.models.check_in import AskedHow, HowItIs

if TYPE_CHECKING:
    from collections.abc import Iterable

METHODS = {
    AskedHow.SCREEN: Method.SCREEN,
    AskedHow.PHONE: Method.PHONE,
    AskedHow.PAPER: Method.PAPER,
    AskedHow.IN_PERSON: Method.IN_PERSON,
}


class NotAnAnswer(ValueError):
    """None of the answers there are, or the question is over; nothing was changed."""


def say(row: CheckIn, *, said: str, how: str = AskedHow.SCREEN, by: User | None = None) -> Stop | None:
    """One answer, by the person or written down for them. The stop first, so that nothing here can hold it up.

    Saying the same again changes nothing. Raises `NotAnAnswer`.
    """
    if said not in HowItIs.values or how not in AskedHow.values:
        raise NotAnAnswer("Choose one of the answers.")
    if said == HowItIs.STOP:
        done = stop_and_tell(row.person, files=[row.file], method=METHODS[AskedHow(how)], recorded_by=by)
        _write(row, said=said, how=how, by=by)
        CheckIn.objects.filter(person=row.person, file=row.file, over_at=None, said="").update(
            over_at=clock.now()
        )
        return done
    _write(row, said=said, how=how, by=by)
    return None


@transaction.atomic
def _write(row: CheckIn, *, said: str, how: str, by: User | None) -> None:
    fresh = CheckIn.objects.select_for_update(no_key=True).get(pk=row.pk)
    if fresh.said == said:
        return
    if (fresh.said or fresh.over_at) and said != HowItIs.STOP:
        raise NotAnAnswer("This was answered already, or it is over. Nothing was changed.")
    now = clock.now()
    fresh.said, fresh.said_at, fresh.how, fresh.written_by = said, now, how, by
    fresh.asked_at = fresh.asked_at or now
    fresh.save()
    if said == HowItIs.CALL and by is None:
        for user in _who_rings(fresh.person):
            outbox.put(
                event="storybank/wants_a_call",
                user=user,
                context={"code": fresh.person.code},
                key=f"wants-a-call-{fresh.pk}-{user.pk}",
            )


def _who_rings(person: Person) -> "Iterable[User]":
    """Their supporter; without one, the safeguarding leads."""
    if person.supporter is not None and person.supporter.is_active:
        return [person.supporter]
    return User.objects.filter(groups__name=SAFEGUARDING, is_active=True).order_by("pk")


def calls_wanted(user: User) -> QuerySet[CheckIn]:
    """Who asked to be rung and has not been, oldest first."""
    rows = CheckIn.objects.filter(said=HowItIs.CALL, rung_at=None, person__in=handled_by(user))
    return rows.select_related("person").order_by("said_at", "pk")


def due_for(user: User) -> QuerySet[CheckIn]:
    """Whose day has come and who has said nothing yet: whoever likes can ring and ask. Oldest first."""
    rows = CheckIn.objects.filter(
        due_at__lte=clock.now(), said="", over_at=None, person__in=handled_by(user), person__erased_at=None
    )
    return rows.select_related("person").order_by("due_at", "pk")


def rung(row: CheckIn, *, by: User) -> None:
    """The call was made. Twice changes nothing."""
    CheckIn.objects.filter(pk=row.pk, rung_at=None).update(rung_at=clock.now(), rung_by=by)
