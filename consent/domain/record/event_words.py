"""One event of the chain as a sentence for staff: what happened, about what, by whom. Never a name of a person."""

from collections.abc import Callable

from consent.enums import Answer, Basis, EventKind, HoldReason, IdentityLevel, Method, Relation, ReviewOutcome
from consent.models import ConsentEvent

THE_PERSON, THE_HOUSE = "The person", "The house, by itself"
OF_THE_HOUSE = frozenset({Method.SYSTEM, Method.IMPORT})

FOUND = {
    "not_free": "they were not free to say no",
    "not_informed": "they were not told enough",
    "wrong_person": "somebody else said it",
}


def who(event: ConsentEvent) -> str:
    """Staff by name; the person and the house by what they are."""
    if event.actor is not None:
        return event.actor.display_name
    by = THE_HOUSE if event.method in OF_THE_HOUSE else THE_PERSON
    return f"{by}, written down by {event.recorded_by.display_name}" if event.recorded_by else by


def what(event: ConsentEvent) -> str:
    """What happened, with the particulars that tell nobody apart."""
    kind = EventKind(event.kind)
    more = _more(kind, event.data)
    about = f" “{event.permission.use.label}”" if event.permission else ""
    return f"{kind.label}{':' if about or more else ''}{about}{' – ' if about and more else ' ' if more else ''}{more}"


def _more(kind: EventKind, data: dict[str, object]) -> str:
    read = READERS.get(kind)
    try:
        return read(data) if read else ""
    except (KeyError, TypeError, ValueError):
        return ""


def _answered(data: dict[str, object]) -> str:
    said = Answer(str(data["answer"])).label.lower()
    level = data.get("identity")
    named = (
        f", shown as: {IdentityLevel(int(str(level))).label}" if said == "yes" and level is not None else ""
    )
    return f"{said}{named}"


def _stopped(data: dict[str, object]) -> str:
    return f"number {data['code']}" if data.get("code") else ""


def _notice(data: dict[str, object]) -> str:
    return f"{data['notice']} v{data['version']}, {data['language']}, {data['format']}"


READERS: dict[EventKind, Callable[[dict[str, object]], str]] = {
    EventKind.ANSWERED: _answered,
    EventKind.STOPPED: _stopped,
    EventKind.NOTICE_SERVED: _notice,
    EventKind.APPEARS: lambda data: Relation(str(data["relation"])).label.lower(),
    EventKind.DECIDED: lambda data: Basis(str(data["basis"])).label.lower(),
    EventKind.FROZEN: lambda data: f"version {data['n']}",
    EventKind.REVIEWED: lambda data: ReviewOutcome(str(data["outcome"])).label.lower(),
    EventKind.HELD: lambda data: HoldReason(str(data["reason"])).label.lower(),
    EventKind.INVALIDATED: lambda data: FOUND[str(data["found"])],
    EventKind.ASKED: lambda data: f"meaning {data['version']}",
}
