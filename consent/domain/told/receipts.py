"""The person's copy of each act of theirs: a row in the act's transaction; what it says is derived when one looks."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from consent.domain.told import wordings
from consent.enums import Answer, EventKind
from consent.models import ConsentEvent, ConsentFile, Receipt
from consent.models.receipt import CopyKind
from people.models import Person
from people.models.person import ALPHABET

ACTS = {
    "answered": CopyKind.YES,
    "confirmed": CopyKind.SECOND_YES,
    "paused": CopyKind.CHANGE,
    "resumed": CopyKind.CHANGE,
    "narrowed": CopyKind.CHANGE,
    "renewed": CopyKind.CHANGE,
    "stopped": CopyKind.STOP,
}
"""What the person does themselves. Everything else in the chain is done by others or by the clock: no copy of it."""
STRENGTH = (CopyKind.STOP, CopyKind.SECOND_YES, CopyKind.YES, CopyKind.CHANGE, CopyKind.NO)
"""When one act holds several kinds (a second yes, one use taken away), the copy is called by the first of these."""
LENGTH = 12


class NoCopy(LookupError):
    """There is no copy with that code for this person."""


def keep_copies(file: ConsentFile, *, after: int) -> list[Receipt]:
    """One copy for each person who acted in the file after event number `after`. Call under its lock."""
    events = ConsentEvent.objects.filter(file=file, seq__gt=after, kind__in=ACTS, actor=None)
    rows = list(events.select_related("permission__use", "permission__appearance").order_by("seq"))
    by_person: dict[int, list[ConsentEvent]] = {}
    for event in rows:
        person_id = _whose(event)
        if person_id is not None:
            by_person.setdefault(person_id, []).append(event)
    if not by_person:
        return []
    uses = {event.permission.use.pk: event.permission.use for event in rows if event.permission}
    wordings.keep(uses.values(), at=rows[-1].recorded_at)
    return [_keep(file, person_id, events) for person_id, events in by_person.items()]


def receipt_for(event: ConsentEvent) -> Receipt:
    """The copy of the act that an event belongs to. Raises `NoCopy` when it was not the person's own act."""
    found = Receipt.objects.filter(file_id=event.file_id, first_seq__lte=event.seq, last_seq__gte=event.seq)
    person_id = _whose(event) if event.kind in ACTS else None
    copy = found.filter(person_id=person_id).first() if person_id is not None else None
    if copy is None:
        raise NoCopy(str(event))
    return copy


def receipts_of(person: Person) -> QuerySet[Receipt]:
    """The person's copies, newest first."""
    return Receipt.objects.filter(person=person).select_related("file")


def copy_of(person: Person, code: str) -> Receipt:
    """One copy by its code, as typed. Raises `NoCopy`; another person's copy looks like none."""
    found = receipts_of(person).filter(code=tidy(code)).first()
    if found is None:
        raise NoCopy(code[:20])
    return found


def copies_of_act(person: Person, act: str) -> list[Receipt]:
    """The copies of one stop: one for each file it reached, oldest file first."""
    return list(receipts_of(person).filter(act=act).order_by("file_id")) if act else []


def tidy(code: str) -> str:
    """The code as it is kept, however it was typed."""
    signs = [sign for sign in code.upper()[:40] if sign in ALPHABET]
    return grouped("".join(signs))


def grouped(signs: str) -> str:
    return "-".join(signs[start : start + 4] for start in range(0, len(signs), 4))


def code_of(file: ConsentFile, person_id: int, first_seq: int) -> str:
    """Twelve signs that follow from the act and our key: made again they are the same, and nobody can guess them."""
    text = f"copy\x00{file.uid.hex}\x00{person_id}\x00{first_seq}"
    number = int.from_bytes(hmac.new(settings.INDEX_KEY.encode(), text.encode(), hashlib.sha256).digest())
    signs = []
    for _ in range(LENGTH):
        number, left = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[left])
    return grouped("".join(signs))


def kind_of(events: Iterable[ConsentEvent]) -> CopyKind:
    """What the act is called: its strongest part."""
    kinds = {_kind(event) for event in events}
    return next(kind for kind in STRENGTH if kind in kinds)


def _kind(event: ConsentEvent) -> CopyKind:
    said_yes = event.kind != EventKind.ANSWERED or event.data.get("answer") == Answer.YES
    return ACTS[event.kind] if said_yes else CopyKind.NO


def _keep(file: ConsentFile, person_id: int, events: list[ConsentEvent]) -> Receipt:
    copy, _ = Receipt.objects.get_or_create(
        file=file,
        person_id=person_id,
        first_seq=events[0].seq,
        defaults={
            "code": code_of(file, person_id, events[0].seq),
            "kind": kind_of(events),
            "last_seq": events[-1].seq,
            "act": str(events[-1].data.get("code", "")),
            "made_at": _last(events),
        },
    )
    return copy


def _last(events: list[ConsentEvent]) -> datetime:
    return max(event.recorded_at for event in events)


def _whose(event: ConsentEvent) -> int | None:
    """Whose own act the event is: the one whose choice it is about, or who stopped without any choice standing."""
    if event.permission is not None:
        return event.permission.appearance.person_id
    uid = event.data.get("person")
    return Person.objects.filter(uid=uid).values_list("pk", flat=True).first() if uid else None
