"""From events to columns: the same pure step serves the verbs and the audit.

`apply` takes a permission's columns and one event and gives the columns after it, so what the tables say is
by construction what the events say, and `audit` can prove it. The step is a lock of its own: an event that may not
follow the ones before (a second answer, a second yes without a first, anything after the end) changes nothing.
"""

from datetime import datetime
from typing import Any

from consent.domain.states import Facts
from consent.enums import Answer, EndedWhy, EventKind
from consent.models import ConsentEvent, Permission

COLUMNS = (
    "legacy",
    "asked_at",
    "answer",
    "answered_at",
    "cool_until",
    "confirmed_at",
    "paused_at",
    "ended_at",
    "ended_why",
    "identity",
    "face",
    "voice",
    "shown_sha256",
    "valid_until",
    "max_uses",
    "uses",
)
BLANK: dict[str, Any] = {
    "legacy": False,
    "asked_at": None,
    "answer": "",
    "answered_at": None,
    "cool_until": None,
    "confirmed_at": None,
    "paused_at": None,
    "ended_at": None,
    "ended_why": "",
    "identity": 0,
    "face": False,
    "voice": False,
    "shown_sha256": "",
    "valid_until": None,
    "max_uses": None,
    "uses": 0,
}
ENDINGS = {
    EventKind.STOPPED: EndedWhy.WITHDRAWN,
    EventKind.SUPERSEDED: EndedWhy.SUPERSEDED,
    EventKind.INVALIDATED: EndedWhy.INVALIDATED,
    EventKind.REVOKED: EndedWhy.REVOKED,
}


def apply(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    """The columns after the event; events that do not concern columns leave them as they are. An end is the end."""
    kind = EventKind(event.kind)
    if columns["ended_why"]:
        return columns
    if kind in ENDINGS:
        return columns | {"ended_at": event.at, "ended_why": ENDINGS[kind].value}
    step = _STEPS.get(kind)
    return columns | step(columns, event) if step else columns


def record(permission: Permission, event: ConsentEvent) -> None:
    """Apply the event to the row and save exactly the projected columns."""
    for name, value in apply(columns_of(permission), event).items():
        setattr(permission, name, value)
    permission.save()


def columns_of(permission: Permission) -> dict[str, Any]:
    return {name: getattr(permission, name) for name in COLUMNS}


def facts_of(permission: Permission) -> Facts:
    """The part of the columns that decides the state."""
    return Facts(
        asked_at=permission.asked_at,
        legacy=permission.legacy,
        answer=permission.answer,
        answered_at=permission.answered_at,
        cool_until=permission.cool_until,
        confirmed_at=permission.confirmed_at,
        paused_at=permission.paused_at,
        ended_at=permission.ended_at,
        ended_why=permission.ended_why,
        valid_until=permission.valid_until,
        max_uses=permission.max_uses,
        uses=permission.uses,
    )


def _asked(_: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    return {"asked_at": event.at, "max_uses": event.data["max_uses"]}


def _imported(_: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    return {"asked_at": event.at, "legacy": True}


def _answered(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    """The first answer stands; another one needs a new ask."""
    data = event.data
    if columns["answer"]:
        return {}
    return {
        "answer": Answer(data["answer"]).value,
        "answered_at": event.at,
        "cool_until": _time(data["cool_until"]),
        "identity": data["identity"],
        "face": data["face"],
        "voice": data["voice"],
        "shown_sha256": data["shown_sha256"],
    }


def _confirmed(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    """Only the first second yes counts, and only after a first yes and its thinking time."""
    cooled = columns["answer"] == Answer.YES and columns["cool_until"] and event.at >= columns["cool_until"]
    if columns["confirmed_at"] or not cooled:
        return {}
    return {"confirmed_at": event.at, "valid_until": _time(event.data["valid_until"])}


def _paused(_: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    return {"paused_at": event.at}


def _resumed(_: dict[str, Any], __: ConsentEvent) -> dict[str, Any]:
    return {"paused_at": None}


def _used(columns: dict[str, Any], _: ConsentEvent) -> dict[str, Any]:
    return {"uses": columns["uses"] + 1}


_STEPS = {
    EventKind.ASKED: _asked,
    EventKind.IMPORTED: _imported,
    EventKind.ANSWERED: _answered,
    EventKind.CONFIRMED: _confirmed,
    EventKind.PAUSED: _paused,
    EventKind.RESUMED: _resumed,
    EventKind.USED: _used,
}


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
