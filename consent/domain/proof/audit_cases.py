"""The audit of taking back: every case and every action against the events that opened and moved them."""

from datetime import datetime
from typing import Any

from consent.domain.proof.audit_events import Chunk, Told
from consent.domain.proof.audit_values import Near
from consent.enums import EventKind, RecallState
from consent.models import RecallAction, StopCase

Heard = dict[Any, Any]


def case_opened(heard: Heard, event: Told) -> None:
    data = event.data
    heard[data["case"]] = (
        data["code"],
        data["kind"],
        data["person"],
        data["use"],
        event.method,
        event.at,
        event.at,
        Near(event.recorded_at),
        event.recorded_by_id,
    )


def cases(chunk: Chunk) -> dict[int, Heard]:
    """By the files that each case reaches."""
    found: dict[int, Heard] = {}
    reached = StopCase.files.through.objects.filter(consentfile__in=chunk.ids)
    for link in reached.select_related("stopcase__person").order_by("id"):
        row = link.stopcase
        found.setdefault(link.consentfile_id, {})[row.uid.hex] = (
            row.code,
            str(row.kind),
            row.person.uid.hex if row.person else None,
            row.use_slug,
            str(row.route),
            row.received_at,
            row.effective_at,
            row.recorded_at,
            row.recorded_by_id,
        )
    return found


def moved(heard: Heard, event: Told) -> None:
    """By case and outing: what it is, how it stands, by when, and who moved it when."""
    data = event.data
    if event.kind == EventKind.CALLED_BACK:
        began = event.recorded_at
        for one in data["actions"]:
            due = datetime.fromisoformat(one["due"]) if one["due"] else None
            heard[data["case"], one["outing"]] = (
                *(one["action"], one["state"], Near(due), Near(began), Near(None)),
                *(_when(one["state"] == RecallState.DONE, began), None),
            )
            heard["case of", data["code"]] = data["case"]
        return
    key, to = (heard["case of", data["case"]], data["outing"]), data["to"]
    uid, before, due, _, asked_at, _, _ = heard[key]
    if before != data["from"]:
        raise ValueError("it did not stand where the event found it")
    asked_at = Near(event.at) if to == RecallState.ASKED else asked_at
    done_at = _when(to == RecallState.DONE, event.at)
    heard[key] = (uid, to, due, Near(event.at), asked_at, done_at, event.actor_id)


def actions(chunk: Chunk) -> dict[int, Heard]:
    found: dict[int, Heard] = {}
    rows = RecallAction.objects.filter(outing__file__in=chunk.ids).select_related("outing", "case")
    for row in rows.order_by("id"):
        found.setdefault(row.outing.file_id, {})[row.case.uid.hex, row.outing.uid.hex] = (
            row.uid.hex,
            str(row.state),
            row.due,
            row.moved_at,
            row.asked_at,
            row.done_at,
            row.moved_by_id,
        )
    return found


def actions_agree(heard: Heard, there: Heard) -> bool:
    """Equal, but for the codes by which the events speak of cases."""
    return {key: value for key, value in heard.items() if key[0] != "case of"} == there


def _when(so: bool, at: datetime) -> Near:
    return Near(at if so else None)
