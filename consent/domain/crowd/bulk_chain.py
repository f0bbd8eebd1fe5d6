"""One file's chain of events in memory: numbered, hashed and projected as the verbs do it, to be written in bulk."""

from datetime import datetime
from typing import Any

from consent.domain.record.ledger import fingerprint
from consent.domain.record.projecting import apply, columns_of
from consent.enums import EventKind, Method
from consent.models import ConsentEvent, ConsentFile, Permission
from people.models import User


class Chain:
    """Moves the head of its file and the columns of its permissions; saves nothing."""

    def __init__(self, file: ConsentFile) -> None:
        self.file = file
        self.events: list[ConsentEvent] = []

    def add(
        self,
        kind: EventKind,
        *,
        at: datetime,
        method: Method,
        data: dict[str, Any] | None = None,
        permission: Permission | None = None,
        actor: User | None = None,
    ) -> None:
        event = ConsentEvent(
            file=self.file,
            permission=permission,
            seq=self.file.head_seq + 1,
            kind=kind,
            actor=actor,
            method=method,
            at=at,
            recorded_at=at,
            data=data or {},
            prev_hash=self.file.head_hash,
        )
        event.hash = fingerprint(
            event,
            file_uid=self.file.uid.hex,
            permission_uid=permission.uid.hex if permission else "",
        )
        self.file.head_seq, self.file.head_hash = event.seq, event.hash
        self.events.append(event)
        if permission is not None:
            for name, value in apply(columns_of(permission), event).items():
                setattr(permission, name, value)
