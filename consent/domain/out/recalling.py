"""Taking back: each move of an action, by staff, by a partner's own answer, or by a letter that went."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from consent.domain.out.outings import end
from consent.domain.out.recall_table import MOVES, OPEN, moved
from consent.domain.record.ledger import write
from consent.domain.record.locking import locked_file
from consent.enums import EventKind, Method, RecallState
from consent.models import ConsentFile, RecallAction
from people import clock, keyring

if TYPE_CHECKING:
    from uuid import UUID

    from people.models import User

LONGEST_NOTE = 1000
GONE = frozenset({RecallState.DONE})


class NoSuchAction(LookupError):
    """There is no such thing to take back (any more)."""


def mark(
    uid: "UUID | str",
    *,
    to: RecallState,
    by: "User | None" = None,
    note: str = "",
    at: datetime | None = None,
    method: Method | None = None,
) -> RecallAction:
    """Move one action. Raises `NotThatWay` with what is possible, `NoSuchAction` when there is none.

    Marking what it is already changes nothing, so a double press is harmless.
    """
    found = RecallAction.objects.filter(uid=uid).select_related("outing").first()
    if found is None:
        raise NoSuchAction(str(uid))
    with locked_file(found.outing.file_id) as file:
        action = _fresh(found.pk)
        if RecallState(action.state) is to and not note.strip():
            return action
        _move(file, action, to, by=by, note=note, at=at or clock.now(), method=method)
    return action


def ask_by(action: RecallAction) -> str:
    """A one-use address for the partner's own answer; the earlier one ends. Call under the file's lock."""
    token = secrets.token_urlsafe(24)
    action.token_hash = _hash(token)
    action.save(update_fields=["token_hash"])
    return token


def asked_with(token: str) -> RecallAction | None:
    """What a partner is asked about, while the address still works. Looking changes nothing."""
    if not token:
        return None
    open_ones = RecallAction.objects.filter(token_hash=_hash(token))
    return open_ones.select_related("outing", "case").first()


def answered(token: str, *, gone: bool) -> RecallAction | None:
    """The partner's answer, once: they have taken it down, or they cannot. None when the address has ended."""
    found = asked_with(token)
    if found is None:
        return None
    with locked_file(found.outing.file_id) as file:
        action = _fresh(found.pk)
        if action.token_hash != _hash(token):
            return None
        to = RecallState.ACKNOWLEDGED if gone else RecallState.REFUSED
        now = clock.now()
        if RecallState(action.state) is RecallState.TODO:  # the letter went, and we have not noted it yet
            _move(file, action, RecallState.ASKED, at=now, method=Method.SYSTEM)
        if to in _possible(action):
            _move(file, action, to, at=now, method=Method.SCREEN)
        action.token_hash = ""
        action.save(update_fields=["token_hash"])
    return action


def settle(outing_id: int, *, gone: bool, by: "User") -> None:
    """Staff say of what lay ahead that it did not happen, or that it did and cannot be taken back. Under the lock."""
    open_ones = RecallAction.objects.filter(outing=outing_id, state__in=[RecallState.TODO, RecallState.ASKED])
    for uid in list(open_ones.values_list("uid", flat=True)):
        mark(uid, to=RecallState.DONE if gone else RecallState.IMPOSSIBLE, by=by)


def to_do_in(file_id: int) -> "list[UUID]":
    """What nobody has asked for yet, of one file."""
    rows = RecallAction.objects.filter(outing__file_id=file_id, state=RecallState.TODO)
    return list(rows.values_list("uid", flat=True))


def nobody_asked(file_ids: Iterable[int]) -> int:
    """How many things that could be asked back nobody has asked for yet."""
    return RecallAction.objects.filter(outing__file__in=list(file_ids), state=RecallState.TODO).count()


def note_of(action: RecallAction) -> str:
    if not action.note_sealed:
        return ""
    try:
        return keyring.unseal(action.outing.file.uid, bytes(action.note_sealed))
    except keyring.KeyShredded:
        return ""


@transaction.atomic
def _move(
    file: ConsentFile,
    action: RecallAction,
    to: RecallState,
    *,
    at: datetime,
    by: "User | None" = None,
    note: str = "",
    method: Method | None = None,
) -> None:
    now = RecallState(action.state)
    if now is not to:
        action.state = moved(now, to)
        action.moved_at, action.moved_by = at, by
        action.asked_at = at if to is RecallState.ASKED else action.asked_at
        action.done_at = at if to in GONE else None
        data = {"outing": action.outing.uid.hex, "case": action.case.code, "from": str(now), "to": str(to)}
        how = method or (Method.STAFF if by else Method.SYSTEM)
        write(file, EventKind.RECALLED, method=how, actor=by, data=data, at=at)
    if note.strip():
        action.note_sealed = keyring.seal(file.uid, note.replace("\x00", "").strip()[:LONGEST_NOTE])
    action.save(update_fields=["state", "moved_at", "moved_by", "asked_at", "done_at", "note_sealed"])
    if to in GONE:
        end(action.outing)
    if to in GONE or to is RecallState.ACKNOWLEDGED:
        _the_same_for_the_others(file, action, to, at=at, by=by, method=method)


def _the_same_for_the_others(
    file: ConsentFile,
    action: RecallAction,
    to: RecallState,
    *,
    at: datetime,
    by: "User | None",
    method: Method | None,
) -> None:
    """What is gone is gone for every case that asks for it, whichever letter brought the answer."""
    others = RecallAction.objects.filter(outing=action.outing_id, state__in=OPEN).exclude(pk=action.pk)
    for other in others.exclude(state=to).order_by("pk"):
        if to in _possible(other):
            _move(file, _fresh(other.pk), to, at=at, by=by, method=method)


def _fresh(pk: int) -> RecallAction:
    return RecallAction.objects.select_related("outing__file", "case").get(pk=pk)


def _possible(action: RecallAction) -> frozenset[RecallState]:
    return MOVES[RecallState(action.state)]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def note_on(uid: "UUID | str") -> str:
    """The note on an action, for staff who may see it."""
    action = RecallAction.objects.select_related("outing__file").filter(uid=uid).first()
    return note_of(action) if action else ""
