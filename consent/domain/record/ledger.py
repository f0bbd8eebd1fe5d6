"""Writing events: numbered, hash-chained per file, under the file's lock."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from consent.domain.record.digests import digest
from consent.domain.record.journaling import owe
from consent.enums import NOT_THEIRS, PERSONS_OWN, EventKind, Method
from consent.models import ConsentEvent, ConsentFile, Permission
from people import clock

if TYPE_CHECKING:
    from people.models import User


class NotTheirAct(RuntimeError):
    """Staff cannot say yes for somebody. Remedy: give who wrote the person's act down as `recorded_by`."""


class NotLocked(RuntimeError):
    """An event was written outside a transaction. Remedy: wrap the verb in `locked()`."""


def write(
    file: ConsentFile,
    kind: EventKind,
    *,
    method: Method,
    permission: Permission | None = None,
    data: dict[str, Any] | None = None,
    actor: "User | None" = None,
    recorded_by: "User | None" = None,
    at: datetime | None = None,
) -> ConsentEvent:
    """Append one event to the file's chain and move the chain's head. `at` is when the act happened (default now)."""
    if not transaction.get_connection().in_atomic_block:
        raise NotLocked("consent events are written under the file's lock")
    if kind in PERSONS_OWN and (actor is not None or method in NOT_THEIRS):
        raise NotTheirAct("a yes is the person's own act")
    recorded_at = clock.now()
    event = ConsentEvent(
        file=file,
        permission=permission,
        seq=file.head_seq + 1,
        kind=kind,
        actor=actor,
        method=method,
        at=at or recorded_at,
        recorded_at=recorded_at,
        recorded_by=recorded_by,
        data=data or {},
        prev_hash=file.head_hash,
    )
    event.hash = fingerprint(
        event, file_uid=file.uid.hex, permission_uid=permission.uid.hex if permission else ""
    )
    event.save(force_insert=True)
    file.head_seq, file.head_hash = event.seq, event.hash
    file.save(update_fields=["head_seq", "head_hash"])
    owe(event)
    return event


def fingerprint(event: ConsentEvent, *, file_uid: str, permission_uid: str) -> str:
    """The hash of one event, chained to the one before. Recomputed by the audit from the stored row."""
    return digest(
        {
            "file": file_uid,
            "permission": permission_uid,
            "seq": event.seq,
            "kind": str(event.kind),
            "actor": event.actor_id,
            "method": str(event.method),
            "at": moment(event.at),
            "recorded_at": moment(event.recorded_at),
            "recorded_by": event.recorded_by_id,
            "data": event.data,
            "prev": event.prev_hash,
        }
    )


def moment(at: datetime) -> str:
    """A time as the chain writes it: UTC, microseconds."""
    return at.astimezone(clock.UTC).isoformat(timespec="microseconds")
