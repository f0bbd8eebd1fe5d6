"""The part of the audit about permissions: their columns, what they are about, the values sealed in them."""

from collections.abc import Iterator
from typing import Any

from consent.domain.clearance.grounds import Grounds
from consent.domain.proof.audit_events import Told
from consent.domain.proof.drift import Drift
from consent.domain.record import shown as shown_values
from consent.domain.record.projecting import BLANK, apply, columns_of
from consent.domain.rights.overwriting import NOISE
from consent.enums import EventKind
from consent.models import Permission
from people.keyring import KeyShredded

ABOUT = ("appearance", "edition", "use", "version")


class Replay:
    """What the events of one file make of its permissions."""

    def __init__(self) -> None:
        self.columns: dict[int, dict[str, Any]] = {}
        self.about: dict[int, tuple[Any, ...]] = {}
        self.erased = False

    def hear(self, event: Told) -> None:
        """May raise on an event that cannot be read."""
        self.erased = self.erased or event.kind == EventKind.ERASED
        if event.permission_id is None:
            return
        before = self.columns.get(event.permission_id, BLANK)
        self.columns[event.permission_id] = apply(before, event.as_event)
        if event.kind in (EventKind.ASKED, EventKind.IMPORTED):
            self.about[event.permission_id] = tuple(event.data[key] for key in ABOUT)

    def compare(self, grounds: Grounds, where: str) -> Iterator[Drift]:
        for row in grounds.permissions:
            truth = self.columns.get(row.pk)
            if truth is None:
                yield Drift(where, f"{row} has no events")
                continue
            differing = [name for name, value in columns_of(row).items() if value != truth[name]]
            if differing:
                yield Drift(where, f"{row} differs from its events in {', '.join(differing)}")
            true = (row.appearance_id, row.edition.uid.hex, row.use.slug, row.use.version)
            if self.about.get(row.pk) != true:
                yield Drift(where, f"{row} is about something else than what was asked")
            if not self._sealed_as_agreed(row, grounds):
                yield Drift(where, f"{row} holds other values than those agreed")
        for missing in sorted(self.columns.keys() - {row.pk for row in grounds.permissions}):
            yield Drift(where, f"the permission {missing} that its events speak of is not here")

    def _sealed_as_agreed(self, row: Permission, grounds: Grounds) -> bool:
        """Erased values prove nothing against anybody; values that a key which is here cannot open, do."""
        if not row.answer:
            return not row.shown_sealed
        if grounds.file.uid not in grounds.keys or (self.erased and bytes(row.shown_sealed) == NOISE):
            return True
        try:
            values = shown_values.unseal(row, keys=grounds.keys)
        except (KeyShredded, TypeError, ValueError):
            return False
        return row.shown_sha256 == shown_values.shown_sha256(
            edition=row.edition, use=row.use, shown=values, face=row.face, voice=row.voice
        )
