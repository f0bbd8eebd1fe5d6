"""The audit of taking back: every case and every action against the events that opened and moved them.

Cases from before the ledger spoke of them have an event that came `late`, after the moves it is the beginning of
(migration 0026); it says when the case was written. Until it is heard, early moves wait.
"""

from datetime import datetime
from typing import Any

from consent.domain.proof.audit_events import Chunk, Told
from consent.domain.proof.audit_values import Between, Near
from consent.enums import EventKind, RecallState
from consent.models import RecallAction, StopCase

Heard = dict[Any, Any]
CASE_OF, EARLY = "case of", "before the case"


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
        Near(_began(event)),
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
    code = event.data.get("code") or event.data["case"]
    if event.kind == EventKind.CALLED_BACK:
        began = _begin(heard, event)
        for move in _early(heard, event):
            _move(heard, move, moved_at=Between(began, move.at))
    elif (CASE_OF, code) in heard:
        _move(heard, event, moved_at=Near(event.at))
    else:
        heard.setdefault((EARLY, code), []).append(event)


def _begin(heard: Heard, event: Told) -> datetime:
    data, began = event.data, _began(event)
    for one in data["actions"]:
        due = datetime.fromisoformat(one["due"]) if one["due"] else None
        done_at = Near(began if one["state"] == RecallState.DONE else None)
        heard[data["case"], one["outing"]] = (
            *(one["action"], one["state"], Near(due), Near(began), Near(None)),
            *(done_at, None),
        )
    heard[CASE_OF, data["code"]] = data["case"]
    return began


def _early(heard: Heard, event: Told) -> list[Told]:
    """The moves that were heard before their case."""
    moves: list[Told] = heard.pop((EARLY, event.data["code"]), [])
    if moves and "late" not in event.data:
        raise ValueError("it moved before it began")
    return moves


def _move(heard: Heard, event: Told, *, moved_at: Near | Between) -> None:
    data = event.data
    key, to = (heard[CASE_OF, data["case"]], data["outing"]), data["to"]
    uid, before, due, _, asked_at, _, _ = heard[key]
    if before != data["from"]:
        raise ValueError("it did not stand where the event found it")
    asked_at = moved_at if to == RecallState.ASKED else asked_at
    done_at = moved_at if to == RecallState.DONE else Near(None)
    heard[key] = (uid, to, due, moved_at, asked_at, done_at, event.actor_id)


def _began(event: Told) -> datetime:
    late = event.data.get("late")
    return datetime.fromisoformat(late) if late else event.recorded_at


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
    """Equal, but for the codes by which the events speak of cases. A move whose case never came is no move."""
    return {key: value for key, value in heard.items() if key[0] != CASE_OF} == there
