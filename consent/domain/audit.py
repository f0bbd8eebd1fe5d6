"""The audit: recompute everything from the events, walk every chain, list whatever does not agree."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from consent.domain.audit_rows import notices, rows_of
from consent.domain.clearing import fields_of, wanted
from consent.domain.drift import Drift
from consent.domain.ledger import fingerprint
from consent.domain.projecting import BLANK, apply, columns_of
from consent.guards import expected, standing
from consent.models import Clearance, ConsentEvent, ConsentFile, Permission


def audit() -> Iterator[Drift]:
    """Every drift in the house, file by file; nothing when all is well. Reads only; memory stays flat."""
    yield from guards()
    yield from notices()
    for file in ConsentFile.objects.order_by("id").iterator(chunk_size=500):
        yield from audit_file(file)


def guards() -> Iterator[Drift]:
    for name in sorted(expected() - standing()):
        yield Drift("database", f"the guard {name} is missing")


def audit_file(file: ConsentFile) -> Iterator[Drift]:
    """Chain, permissions, all other rows and clearances of one file."""
    where = str(file)
    events = list(ConsentEvent.objects.filter(file=file).select_related("permission").order_by("seq"))
    yield from _chain(file, events, where)
    yield from _permissions(file, events, where)
    yield from rows_of(file, events, where)
    yield from _clearances(file, where)


def _chain(file: ConsentFile, events: list[ConsentEvent], where: str) -> Iterator[Drift]:
    last = ""
    for number, event in enumerate(events, start=1):
        if event.seq != number:
            yield Drift(where, f"event {number} is missing")
            return
        permission_uid = event.permission.uid.hex if event.permission else ""
        true = fingerprint(event, file_uid=file.uid.hex, permission_uid=permission_uid)
        if event.prev_hash != last or event.hash != true:
            yield Drift(where, f"event {number} was changed after it was written")
        last = event.hash
    if (file.head_seq, file.head_hash) != (len(events), last):
        yield Drift(where, "the head of the chain is not its last event")


def _permissions(file: ConsentFile, events: list[ConsentEvent], where: str) -> Iterator[Drift]:
    replayed: dict[int, dict[str, Any]] = {}
    for event in events:
        if event.permission_id is None:
            continue
        try:
            replayed[event.permission_id] = apply(replayed.get(event.permission_id, BLANK), event)
        except (KeyError, TypeError, ValueError):
            yield Drift(where, f"event {event.seq} cannot be read")
    for permission in Permission.objects.filter(file=file):
        truth = replayed.get(permission.pk)
        if truth is None:
            yield Drift(where, f"{permission} has no events")
            continue
        differing = [name for name, value in columns_of(permission).items() if value != truth[name]]
        if differing:
            yield Drift(where, f"{permission} differs from its events in {', '.join(differing)}")


def _clearances(file: ConsentFile, where: str) -> Iterator[Drift]:
    truth = {item.key: asdict(item) for item in wanted(file)}
    rows = {(row.edition_id, row.use_id): fields_of(row) for row in Clearance.objects.filter(file=file)}
    for key in sorted(truth.keys() | rows.keys()):
        if truth.get(key) != rows.get(key):
            yield Drift(
                where, f"the clearance of version {key[0]} for use {key[1]} is not what the events allow"
            )
