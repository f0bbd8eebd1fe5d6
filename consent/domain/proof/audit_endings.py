"""The audit of what we ended ourselves: which yeses, by whom, and whether the reason is the one that was written."""

from typing import Any

from consent.domain.proof.audit_events import Chunk, Told
from consent.domain.proof.audit_sealed import Sealed, committed
from consent.domain.proof.audit_values import Near, OrGone
from consent.enums import EventKind
from consent.models import Ending
from consent.models.ending import EndingKind

Heard = dict[Any, Any]
KINDS = {EventKind.REVOKED: EndingKind.OURS, EventKind.INVALIDATED: EndingKind.DID_NOT_COUNT}


def ended(heard: Heard, event: Told) -> None:
    """One ending, one reason, however many yeses: each has an event of its own. Some end without a reason of ours."""
    data = event.data
    if event.kind == EventKind.ERASED:
        heard |= {key: (OrGone(value[0]), *value[1:]) for key, value in heard.items()}
    elif "ending" in data:
        kind, found = str(KINDS[EventKind(event.kind)]), data.get("found", "")
        before = heard[data["ending"]][-1] if data["ending"] in heard else frozenset()
        heard[data["ending"]] = (
            *(data["reason"], kind, found, event.actor_id, Near(event.at)),
            before | {event.permission_id},
        )


def endings(chunk: Chunk) -> dict[int, Heard]:
    found: dict[int, Heard] = {}
    rows = Ending.objects.filter(file__in=chunk.ids).prefetch_related("permissions")
    for row in rows.order_by("id"):
        reason = Sealed(chunk.grounds[row.file_id]).text(row.reason_sealed)
        found.setdefault(row.file_id, {})[row.uid.hex] = (
            *(committed(reason, "ending"), str(row.kind), row.found, row.by_id, row.at),
            frozenset(one.pk for one in row.permissions.all()),
        )
    return found
