"""The audit of what went out, and of the person's copies: each row against the event it stands for."""

import json
from datetime import datetime
from typing import Any

from consent.domain.proof.audit_events import Chunk, Told
from consent.domain.proof.audit_values import UNSAID, Near, said
from consent.domain.record.digests import commitment
from consent.domain.told.receipts import ACTS, code_of
from consent.enums import Answer, EventKind, OutingKind, RecallState
from consent.models import Outing, Receipt
from consent.models.receipt import CopyKind
from people.keyring import Keys, KeyShredded

Heard = dict[Any, Any]
HELD_BY_OTHERS = frozenset(OutingKind) - {
    OutingKind.SURFACE,
    OutingKind.PRIVATE_READING,
    OutingKind.SPOKEN,
}
CUT_AT = 200
"""Longer names of recipients are sealed cut, and committed to whole."""


def went_out(heard: Heard, event: Told) -> None:
    data = event.data
    heard[data["outing"]] = (
        data["edition"],
        data["use"],
        data["kind"],
        data["reach"],
        data["to"],
        data["sha256"],
        Near(event.at),
        event.actor_id,
        *(said(data, name) for name in ("code", "where", "terms")),
        _moment(said(data, "until")),
        None,
    )


def came_back(heard: Heard, event: Told) -> None:
    """What others hold is out until the events of taking back say that it is not."""
    key = event.data["outing"]
    if event.data["to"] == RecallState.DONE and key in heard:
        heard[key] = (*heard[key][:-1], Near(event.recorded_at))


def told_of(heard: Heard, event: Told) -> None:
    (went_out if event.kind == EventKind.OUT else came_back)(heard, event)


def outings(chunk: Chunk) -> dict[int, Heard]:
    found: dict[int, Heard] = {}
    for row in Outing.objects.filter(file__in=chunk.ids).select_related("use", "edition").order_by("id"):
        keys = chunk.grounds[row.file_id].keys
        found.setdefault(row.file_id, {})[row.uid.hex] = (
            row.edition.uid.hex,
            row.use_slug if row.use_slug == row.use.slug else "",
            str(row.kind),
            str(row.recall_class),
            _to(row, chunk.grounds[row.file_id].file.uid, keys),
            row.artefact_sha256,
            row.began_at,
            row.recorded_by_id,
            row.code,
            commitment(["where", row.where]) if row.where else "",
            row.terms_version if row.channel == row.use.channel else None,
            row.ends_at,
            _back(row),
        )
    return found


def _back(row: Outing) -> Any:
    """When it came back. Our own pages close by the gate, and what was lent for a time is over by itself."""
    if row.kind not in HELD_BY_OTHERS or (row.ended_at and row.ended_at in (row.ends_at, row.began_at)):
        return UNSAID
    return row.ended_at


def _moment(text: Any) -> Any:
    return datetime.fromisoformat(text) if isinstance(text, str) else text


def _to(row: Outing, owner: Any, keys: Keys) -> Any:
    """The commitment to the recipient; whatever was erased could be anybody."""
    if not row.recipient_sealed:
        return ""
    if owner not in keys:
        return UNSAID
    try:
        name = json.loads(keys.unseal(owner, bytes(row.recipient_sealed)))["name"]
    except (KeyShredded, KeyError, TypeError, ValueError):
        return None
    if len(name) >= CUT_AT:
        return UNSAID
    return commitment(["outing", name]) if name else ""


def acted(heard: Heard, event: Told) -> None:
    """What the person's own acts were, by number."""
    if event.actor_id is None:
        said_no = event.kind == EventKind.ANSWERED and event.data.get("answer") != Answer.YES
        kind = CopyKind.NO if said_no else ACTS[event.kind]
        heard[event.seq] = (kind, event.recorded_at, str(event.data.get("code", "")))


def copies(chunk: Chunk) -> dict[int, Heard]:
    """A copy whose code does not follow from whose and which act it is counts as a copy of nothing."""
    files = {file.pk: file for file in chunk.files}
    found: dict[int, Heard] = {}
    for row in Receipt.objects.filter(file__in=chunk.ids).order_by("id"):
        ours = row.code == code_of(files[row.file_id], row.person_id, row.first_seq)
        found.setdefault(row.file_id, {})[row.pk] = (
            row.first_seq if ours else 0,
            row.last_seq,
            row.copy_kind if row.kind in CopyKind.values else None,
            row.made_at,
            row.act,
        )
    return found


def copies_agree(heard: Heard, there: Heard) -> bool:
    """Every copy begins and ends with an act of the person, is called by one of its parts, and was made with it."""
    for first, last, kind, made_at, code in there.values():
        within = [heard[seq] for seq in heard if first <= seq <= last]
        if first not in heard or last not in heard or kind not in {part[0] for part in within}:
            return False
        if made_at != max(part[1] for part in within) or code != heard[last][2]:
            return False
    return True
