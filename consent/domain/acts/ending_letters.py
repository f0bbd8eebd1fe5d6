"""After we ended something: a letter to everybody whose choice it was, a word to who stands beside them. Until done."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Prefetch

from consent.domain.acts.invalidating import Found
from consent.domain.clearance import naming
from consent.enums import WHO_TELLS, CaseKind
from consent.models import Appearance, Ending, Permission, RecallAction
from consent.models.ending import EndingKind
from people import clock, keyring
from people.domain import outbox
from people.enums import Language
from people.models import Person, User

log = logging.getLogger(__name__)
SHOWN_FOR = timedelta(days=365)

FOUND: dict[str, dict[str, str]] = {
    Language.ENGLISH: {
        Found.NOT_FREE: "It was not as easy to say no as it should have been.",
        Found.NOT_INFORMED: "We had not told you enough before you chose.",
        Found.WRONG_PERSON: "Somebody else had said it.",
    },
    Language.WELSH: {
        Found.NOT_FREE: "Nid oedd mor hawdd dweud na ag y dylai fod.",
        Found.NOT_INFORMED: "Nid oeddem wedi dweud digon wrthych cyn i chi ddewis.",
        Found.WRONG_PERSON: "Rhywun arall oedd wedi dweud ie.",
    },
}
EVENTS = {
    EndingKind.OURS: "consent/we_ended_it",
    EndingKind.DID_NOT_COUNT: "consent/did_not_count",
}


def tell_quietly(pk: int) -> None:
    """After the commit: a failure is logged, leaves the debt, and is tried again by `tell_due`."""
    try:
        tell(Ending.objects.get(pk=pk))
    except Exception:
        log.exception("the letters about what we ended (%s) could not be written and are tried again", pk)


def tell_due() -> int:
    """Everything that was ended and not told yet; run by the clock job. Says how many."""
    owed = list(Ending.objects.filter(told_at=None).order_by("id").values_list("pk", flat=True))
    for pk in owed:
        tell_quietly(pk)
    return len(owed)


@transaction.atomic
def tell(ending: Ending) -> None:
    """Each person once, about all of theirs that ended; their supporter once."""
    theirs: dict[Person, list[str]] = {}
    rows = ending.permissions.select_related("use", "appearance__person").order_by("use__order", "id")
    for row in rows:
        person = row.appearance.person
        if person is not None and person.erased_at is None:
            theirs.setdefault(person, []).append(row.use.label)
    for person, labels in theirs.items():
        outbox.put(
            event=EVENTS[EndingKind(ending.kind)],
            person=person,
            context={"what": in_a_row(labels), "reason": _why(ending, person)},
            key=f"ended-{ending.pk}-{person.pk}",
        )
    _tell_supporters(ending, theirs)
    Ending.objects.filter(pk=ending.pk, told_at=None).update(told_at=clock.now())


def reason_of(ending: Ending) -> str:
    """The reason as it was written; empty after erasure."""
    try:
        return keyring.unseal(ending.file.uid, bytes(ending.reason_sealed))
    except keyring.KeyShredded:
        return ""


@dataclass(frozen=True)
class EndedByUs:
    """One ending as the person reads it on their own page; `counted` is false when it never was a yes."""

    what: str
    at: datetime
    counted: bool
    reason: str


def ended_by_us(person: Person) -> list[EndedByUs]:
    """What we ended of theirs within the last year, newest first, in their language."""
    since = clock.now() - SHOWN_FOR
    rows = Ending.objects.filter(permissions__appearance__person=person, at__gte=since).distinct()
    mine = (
        Permission.objects.filter(appearance__person=person)
        .select_related("use")
        .order_by("use__order", "id")
    )
    return [
        EndedByUs(
            what=in_a_row(choice.use.label for choice in row.permissions.all()),
            at=row.at,
            counted=row.kind == EndingKind.OURS,
            reason=_why(row, person),
        )
        for row in rows.select_related("file").prefetch_related(Prefetch("permissions", queryset=mine))
    ]


def _why(ending: Ending, person: Person) -> str:
    first = FOUND[person.language].get(ending.found, "")
    return f"{first} {reason_of(ending)}".strip()


def in_a_row(labels: Iterable[str]) -> str:
    """Each use once, as people read a list."""
    return ", ".join(dict.fromkeys(labels))


def _tell_supporters(ending: Ending, theirs: Iterable[Person]) -> None:
    """Where something has to be taken back, the case tells them already."""
    taken_back = RecallAction.objects.filter(
        case__files=ending.file_id, case__kind=CaseKind.ENDED_BY_US, case__recorded_at__gte=ending.at
    )
    if taken_back.exists():
        return
    authors = Appearance.objects.filter(file=ending.file_id, relation__in=WHO_TELLS)
    beside = {person.supporter_id for person in theirs}
    beside |= set(authors.values_list("person__supporter", flat=True))
    to_tell = [pk for pk in beside if pk is not None and pk != ending.by_id]
    code = naming.codes_of([ending.file_id]).get(ending.file_id) or str(ending.file)
    for user in User.objects.filter(pk__in=to_tell, is_active=True).order_by("pk"):
        outbox.put(
            event="consent/we_ended_something",
            user=user,
            context={"code": code},
            key=f"ended-{ending.pk}-staff-{user.pk}",
        )
