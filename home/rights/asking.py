"""Somebody asks for a copy of everything, or to be erased. The clock starts; each asking is recorded once."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from home.models import RightsRequest
from home.rights import copying, tasks
from home.rights.clocks import LONGER, TO_ANSWER, months_after
from people import clock
from people.domain import outbox
from people.models import Person
from people.roles import DPO, has_role

if TYPE_CHECKING:
    from people.models import User

WAIT = timedelta(days=7)
"""Between asking to be erased and the erasing: long enough to change one's mind."""
SHORTEST = 10
FRESH = timedelta(minutes=10)
Kind, State, Route = RightsRequest.Kind, RightsRequest.State, RightsRequest.Route


class CannotDo(ValueError):
    """The act is not possible now; the message says why and what to do, for staff."""


def ask_for_copy(
    person: Person, *, by: "User | None" = None, route: str = Route.DESK, note: str = ""
) -> RightsRequest:
    """Record it and put the copy together, at once or by the worker. A second tap gives the same copy."""
    fresh = RightsRequest.objects.filter(
        person=person, kind=Kind.COPY, state=State.READY, ready_at__gt=clock.now() - FRESH
    ).exclude(file_name="")
    found = fresh.first() if by is None else None
    return found or _record(person, Kind.COPY, by=by, route=route, note=note)


def ask_to_be_erased(
    person: Person, *, by: "User | None" = None, route: str = Route.DESK, note: str = ""
) -> RightsRequest:
    """Record it and tell the person the day. Nothing is erased before the waiting time is over."""
    with transaction.atomic():
        request = _record(person, Kind.ERASURE, by=by, route=route, note=note)
        outbox.put(
            event="home/erase_asked",
            person=person,
            context={"when": request.not_before, "code": request.code},
            key=f"erase-asked-{request.uid}",
        )
    return request


def take_back(request: RightsRequest) -> bool:
    """The person has changed their mind, or staff record that they have. False when it is too late."""
    return bool(
        RightsRequest.objects.filter(
            pk=request.pk, state__in=[State.ASKED, State.BUILDING], kind=Kind.ERASURE
        ).update(state=State.CANCELLED, done_at=clock.now())
    )


def extend(request: RightsRequest, *, by: "User", why: str) -> None:
    """Two months longer, once, with a reason that the person is told. Raises `CannotDo`."""
    reason = " ".join(why.split())
    if not has_role(by, DPO):
        raise CannotDo("Not in your role. Ask the data-protection officer.")
    if len(reason) < SHORTEST:
        raise CannotDo("Say in a sentence why it takes longer. The person is told.")
    with transaction.atomic():
        mine = RightsRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
        if mine.extended_at is not None or not mine.open:
            raise CannotDo("The time can be made longer once only, and only while it is open.")
        mine.extended_at, mine.extended_why = clock.now(), reason
        mine.due_at = months_after(mine.received_at, TO_ANSWER + LONGER)
        mine.save(update_fields=["extended_at", "extended_why", "due_at"])
        outbox.put(
            event="home/takes_longer",
            person=mine.person,
            context={"when": mine.due_at, "reason": reason},
            key=f"takes-longer-{mine.uid}",
        )


def open_request(person: Person, kind: str) -> RightsRequest | None:
    return RightsRequest.objects.filter(
        person=person, kind=kind, state__in=[State.ASKED, State.BUILDING]
    ).first()


def latest_copy(person: Person) -> RightsRequest | None:
    """The newest copy that can be fetched now."""
    ready = RightsRequest.objects.filter(person=person, kind=Kind.COPY, state=State.READY).exclude(
        file_name=""
    )
    return ready.filter(ready_at__gt=clock.now() - copying.KEPT).order_by("-ready_at").first()


def _record(person: Person, kind: str, *, by: "User | None", route: str, note: str) -> RightsRequest:
    now = clock.now()
    try:
        with transaction.atomic():
            request = RightsRequest.objects.create(
                person=person,
                kind=kind,
                route=Route(route),
                note=note.replace("\x00", "").strip()[:4000],
                received_at=now,
                due_at=months_after(now, TO_ANSWER),
                not_before=now + WAIT if kind == Kind.ERASURE else None,
                recorded_by=by,
            )
            if kind == Kind.COPY:
                transaction.on_commit(lambda: tasks.build_copy.enqueue(request.pk), robust=True)
    except IntegrityError:
        earlier = open_request(person, kind)
        if earlier is None:
            raise
        return earlier
    return request
