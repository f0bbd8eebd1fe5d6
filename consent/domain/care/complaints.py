"""Complaints: taken from anybody, acknowledged within thirty days, looked into, answered with reasons.

Data (Use and Access) Act 2025, section 103: acknowledge within 30 days, take appropriate steps without undue delay,
tell the outcome. Nothing here is shown to whoever runs the services the person uses.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from consent.models import Complaint, ComplaintStep
from people import clock, keyring
from people.domain import outbox
from people.in_sight import in_sight
from people.models import Person
from people.models import User as Staff
from people.roles import DPO, has_role

if TYPE_CHECKING:
    from people.models import User

TO_ACKNOWLEDGE = timedelta(days=30)
REMIND_DAYS_BEFORE = (10, 3, 0)
LONGEST = 10_000
Route, Outcome = Complaint.Route, Complaint.Outcome


class NotSaid(ValueError):
    """What was typed cannot be taken; the message is for whoever typed it."""


class CannotDo(ValueError):
    """The act is not possible now; the message says why and what to do, for staff."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a complaint says; `name` and `contact` may be empty: nobody has to say who they are."""

    about: str = ""
    name: str = ""
    contact: str = ""


def complain(
    *,
    about: str,
    person: Person | None = None,
    name: str = "",
    contact: str = "",
    route: str = Route.DESK,
    by: "User | None" = None,
    once: str = "",
    received_at: datetime | None = None,
) -> Complaint:
    """Take it. `once` makes a double tap one complaint. Raises `NotSaid`."""
    words = _clean(about)
    if not words:
        raise NotSaid("Say in a few words what is not right.")
    if len(words) > LONGEST:
        raise NotSaid("This is too long for one page. Keep the most important things.")
    at = received_at or clock.now()
    if at > clock.now():
        raise NotSaid("That day has not come yet. Choose the day it reached us.")
    row = Complaint(
        person=person, route=Route(route), received_at=at, due_at=at + TO_ACKNOWLEDGE, recorded_by=by
    )
    row.once = keyring.index("complaint", once) if once else None
    row.sealed = _seal(row, asdict(Said(words, _clean(name)[:200], _clean(contact)[:300])))
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return Complaint.objects.get(once=row.once)
    _tell_officers("consent/complaint_new", row, key="new")
    return row


def said(complaint: Complaint) -> Said:
    """Its words; empty after it was erased."""
    try:
        return Said(**json.loads(keyring.unseal(complaint.uid, bytes(complaint.sealed))))
    except keyring.KeyShredded:
        return Said()


def steps_of(complaint: Complaint) -> list[tuple[ComplaintStep, str]]:
    return [(step, _words(step)) for step in complaint.steps.select_related("by").order_by("at", "id")]


def acknowledge(complaint: Complaint, *, by: "User") -> Complaint:
    """Tell them that we have it and who looks. Twice changes nothing."""
    _only_officers(by)
    with transaction.atomic():
        mine = _locked(complaint)
        if mine.acknowledged_at is None:
            mine.acknowledged_at, mine.acknowledged_by = clock.now(), by
            mine.save(update_fields=["acknowledged_at", "acknowledged_by"])
            _answer(mine, "consent/complaint_acknowledged", {"code": mine.code})
    return mine


def add_step(complaint: Complaint, *, by: "User", words: str) -> ComplaintStep:
    """One thing that was done. Raises `CannotDo`."""
    _only_officers(by)
    text = _clean(words)
    if not text or len(text) > LONGEST:
        raise CannotDo("Say in a few sentences what was done. Nothing was kept.")
    with transaction.atomic():
        mine = _locked(complaint)
        sealed = keyring.seal(mine.uid, text)
        return ComplaintStep.objects.create(complaint=mine, at=clock.now(), by=by, sealed=sealed)


def close(complaint: Complaint, *, by: "User", outcome: str, answer: str) -> Complaint:
    """Answer it, with reasons. The answer always says where else they may go. Raises `CannotDo`."""
    _only_officers(by)
    if outcome not in Outcome.values:
        raise CannotDo("Choose how it ended.")
    text = _clean(answer)
    if not text or len(text) > LONGEST:
        raise CannotDo("Write the answer: what you found, and what is different now.")
    with transaction.atomic():
        mine = _locked(complaint)
        if mine.closed_at is not None:
            raise CannotDo("It has been answered already. Nothing was changed.")
        if mine.acknowledged_at is None:
            mine.acknowledged_at, mine.acknowledged_by = clock.now(), by
        mine.outcome, mine.closed_at = outcome, clock.now()
        mine.save()
        add_step(mine, by=by, words=text)
        _answer(mine, "consent/complaint_answered", {"code": mine.code, "answer": text})
    return mine


def list_for(user: "User") -> QuerySet[Complaint]:
    """Open ones first, the one that is due next on top. Never one's own, nor of somebody one is too close to."""
    _only_officers(user)
    rows = Complaint.objects.select_related("person", "acknowledged_by").order_by("-outcome", "due_at", "id")
    return rows.exclude(person__conflicts=user).exclude(person__user=user)


def remind_due() -> int:
    """Ten days, three days and on the day: whoever must acknowledge hears of it, once each. Run by the clock job."""
    told = 0
    for row in Complaint.objects.filter(acknowledged_at=None, closed_at=None):
        left = (row.due_at - clock.now()).days
        reached = [days for days in REMIND_DAYS_BEFORE if left <= days]
        if reached:
            told += _tell_officers("consent/complaint_due", row, key=f"due-{min(reached)}", left=max(left, 0))
    return told


def erase(person: Person) -> None:
    """Of a person who is erased: that there was a complaint, when, and how it ended, stays; every word goes."""
    for row in Complaint.objects.filter(person=person):
        row.steps.update(sealed=b"")
        Complaint.objects.filter(pk=row.pk).update(sealed=b"", person=None, once=None)
        keyring.shred(row.uid)


def _answer(mine: Complaint, event: str, context: dict[str, object]) -> None:
    """In their safe way when we know them, else where they said; to nobody when they said nothing."""
    contact = said(mine).contact
    if mine.person is not None:
        outbox.put(event=event, person=mine.person, context=context, key=f"{event}-{mine.uid}")
    elif "@" in contact and " " not in contact:
        given = context | {"called": said(mine).name or "you"}
        outbox.put(event=event, address=contact, context=given, key=f"{event}-{mine.uid}")


def _tell_officers(event: str, row: Complaint, *, key: str, left: int = 30) -> int:
    officers = Staff.objects.filter(groups__name=DPO, is_active=True).distinct()
    for officer in officers:
        outbox.put(
            event=event,
            user=officer,
            context={"code": row.code, "left": left},
            key=f"complaint-{key}-{row.pk}-{officer.pk}",
        )
    return len(officers)


def _seal(row: Complaint, words: dict[str, str]) -> bytes:
    return keyring.seal(row.uid, json.dumps(words))


def _words(step: ComplaintStep) -> str:
    try:
        return keyring.unseal(step.complaint.uid, bytes(step.sealed))
    except keyring.KeyShredded:
        return ""


def _locked(complaint: Complaint) -> Complaint:
    rows = Complaint.objects.select_for_update(of=("self",)).select_related("person")
    return rows.get(pk=complaint.pk)


def _only_officers(user: "User") -> None:
    if not has_role(user, DPO):
        raise CannotDo("Not in your role. Ask the data-protection officer.")


def _clean(text: str) -> str:
    return in_sight(text.replace("\x00", "").replace("\r\n", "\n").strip())
