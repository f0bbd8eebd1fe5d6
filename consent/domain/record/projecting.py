"""From events to columns: the same pure step serves the verbs and the audit.

`apply` takes a permission's columns and one event and gives the columns after it, so what the tables say is
by construction what the events say, and `audit` can prove it. The step is a lock of its own: an event that may not
follow the ones before (a second answer, a second yes without a first, a yes by anybody else, anything after the end)
changes nothing.
"""

from datetime import datetime, timedelta
from typing import Any

from consent.domain.record.states import LONGEST, Facts, ready_to_confirm, state_of
from consent.enums import NOT_THEIRS, PERSONS_OWN, Answer, EndedWhy, EventKind, State, Trigger
from consent.models import ConsentEvent, Permission

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
    "place": 0,
    "time": 0,
    "check_first": [],
    "until_event": "",
    "notice_sha256": "",
    "shown_sha256": "",
    "valid_until": None,
    "renewed_at": None,
    "max_uses": None,
    "uses": 0,
    "replaces_id": None,
}
COLUMNS = tuple(BLANK)
ENDINGS = {
    EventKind.STOPPED: EndedWhy.WITHDRAWN,
    EventKind.SUPERSEDED: EndedWhy.SUPERSEDED,
    EventKind.INVALIDATED: EndedWhy.INVALIDATED,
    EventKind.REVOKED: EndedWhy.REVOKED,
}


LEVELS = ("identity", "place", "time", "face", "voice")
"""What a yes shows; a higher value shows more."""
SAID_YES = frozenset({State.COOLING, State.ACTIVE, State.PAUSED})


def apply(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    """The columns after the event; events that do not concern columns leave them as they are. An end is the end."""
    kind = EventKind(event.kind)
    if _over(columns) or (kind in PERSONS_OWN and not _theirs(event)):
        return columns
    if kind in ENDINGS:
        return columns | _ended(event, ENDINGS[kind])
    step = _STEPS.get(kind)
    return columns | step(columns, event) if step else columns


def _over(columns: dict[str, Any]) -> bool:
    """What has ended stays so, and a no stays a no; only a new ask can lead anywhere."""
    return bool(columns["ended_why"]) or columns["answer"] == Answer.NO


def _theirs(event: ConsentEvent) -> bool:
    """Whether it can be the person's own act: by none of the staff, and by a road that a person takes."""
    return event.actor_id is None and event.method not in NOT_THEIRS


def record(permission: Permission, event: ConsentEvent) -> None:
    """Apply the event to the row and save exactly the projected columns."""
    for name, value in apply(columns_of(permission), event).items():
        setattr(permission, name, value)
    permission.save()


def columns_of(permission: Permission) -> dict[str, Any]:
    return {name: getattr(permission, name) for name in COLUMNS}


def facts_of(permission: Permission) -> Facts:
    """The part of the columns that decides the state."""
    return facts_in(columns_of(permission))


def facts_in(columns: dict[str, Any]) -> Facts:
    return Facts(**{name: columns[name] for name in Facts.__dataclass_fields__})


def _state(columns: dict[str, Any], event: ConsentEvent) -> State:
    """The state in which the event finds it."""
    return state_of(facts_in(columns), event.at)


def _asked(_: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    return {
        "asked_at": event.at,
        "max_uses": event.data["max_uses"],
        "replaces_id": event.data.get("replaces"),
    }


def _imported(_: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    return {"asked_at": event.at, "legacy": True}


def _answered(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    """The first answer stands; another one needs a new ask. What the answer does not speak of is nothing."""
    data = event.data
    if _state(columns, event) is not State.REQUESTED:
        return {}
    return {
        "answer": Answer(data["answer"]).value,
        "answered_at": event.at,
        "cool_until": _time(data["cool_until"]),
        "identity": data["identity"],
        "face": data["face"],
        "voice": data["voice"],
        "place": data.get("place", 0),
        "time": data.get("time", 0),
        "check_first": _triggers(data.get("check_first", [])),
        "until_event": data.get("until_event", ""),
        "notice_sha256": data.get("notice_sha256", ""),
        "shown_sha256": data["shown_sha256"],
        "valid_until": _time(data.get("until")),
        "max_uses": _fewest(columns["max_uses"], data.get("max_uses")),
    }


def _confirmed(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    """Only after a first yes and its thinking time, before silence has answered, once, and with an end ahead."""
    end = _earliest(_time(event.data["valid_until"]), columns["valid_until"], event.at + LONGEST)
    if not ready_to_confirm(facts_in(columns), event.at) or end <= event.at:
        return {}
    return {"confirmed_at": event.at, "valid_until": end}


def _paused(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    return {"paused_at": event.at} if _state(columns, event) is State.ACTIVE else {}


def _resumed(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    return {"paused_at": None} if _state(columns, event) is State.PAUSED else {}


def _triggered(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    """Pauses a yes whose person wants to be asked first when this happens; anything else stays as it is."""
    asked_first = event.data.get("trigger") in columns["check_first"]
    return {"paused_at": event.at} if asked_first and _state(columns, event) is State.ACTIVE else {}


def _told(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    """Ends a yes that was given until this happens."""
    agreed = columns["until_event"] and columns["until_event"] == event.data.get("trigger")
    return _ended(event, EndedWhy.EXPIRED) if agreed and _state(columns, event) in SAID_YES else {}


def _renewed(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    """A later end for a yes that still stands; what has run out is not brought back by it."""
    end = _earliest(_time(event.data["valid_until"]), event.at + LONGEST)
    if _state(columns, event) not in {State.ACTIVE, State.PAUSED} or end <= columns["valid_until"]:
        return {}
    return {"renewed_at": event.at, "valid_until": end}


def _narrowed(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    """Each thing becomes the lesser of what it was and what the event says; so this can never show more."""
    if _state(columns, event) not in SAID_YES:
        return {}
    data = event.data
    less = {name: min(columns[name], data.get(name, columns[name])) for name in LEVELS}
    less["check_first"] = _triggers([*columns["check_first"], *data.get("check_first", [])])
    less["until_event"] = columns["until_event"] or data.get("until_event", "")
    less["valid_until"] = _sooner(columns, _time(data.get("valid_until")))
    most = _fewest(columns["max_uses"], data.get("max_uses"))
    less["max_uses"] = most if most is None else max(most, columns["uses"])
    if all(columns[name] == value for name, value in less.items()):
        return {}
    return less | {"shown_sha256": data.get("shown_sha256", columns["shown_sha256"])}


def _used(columns: dict[str, Any], event: ConsentEvent) -> dict[str, Any]:
    return {"uses": columns["uses"] + 1} if _state(columns, event) is State.ACTIVE else {}


_STEPS = {
    EventKind.ASKED: _asked,
    EventKind.IMPORTED: _imported,
    EventKind.ANSWERED: _answered,
    EventKind.CONFIRMED: _confirmed,
    EventKind.PAUSED: _paused,
    EventKind.RESUMED: _resumed,
    EventKind.NARROWED: _narrowed,
    EventKind.RENEWED: _renewed,
    EventKind.TRIGGERED: _triggered,
    EventKind.TOLD: _told,
    EventKind.USED: _used,
}


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _ended(event: ConsentEvent, why: EndedWhy) -> dict[str, Any]:
    return {"ended_at": event.at, "ended_why": why.value}


def _triggers(names: list[str]) -> list[str]:
    return sorted({Trigger(name).value for name in names})


def _fewest(*limits: int | None) -> int | None:
    return min((limit for limit in limits if limit is not None), default=None)


def _earliest(*moments: datetime | None) -> datetime:
    return min(moment for moment in moments if moment is not None)


def _sooner(columns: dict[str, Any], end: datetime | None) -> datetime | None:
    """The sooner of two ends; an end before the second yes means: over at once."""
    before: datetime | None = columns["valid_until"]
    given: datetime | None = columns["confirmed_at"]
    if end is None:
        return before
    if given is not None:
        end = max(end, given + timedelta(microseconds=1))
    return min(before, end) if before else end
