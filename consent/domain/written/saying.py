"""One answer as it is written down and sealed, and the same read back; never wider than what is offered."""

from datetime import datetime, timedelta
from typing import Any

from consent.domain.acts.choices import Choice
from consent.domain.acts.choosing import Given
from consent.domain.acts.last_day import if_yes_now
from consent.domain.acts.limits import Limits, limits_of
from consent.domain.clearance.things import Showable, showable_in
from consent.domain.record.ledger import moment
from consent.domain.record.uses import thinking_days_now
from consent.enums import WHO_TELLS, Answer, IdentityLevel, PlaceDetail, RecallClass, TimeDetail, Trigger
from consent.models import Use
from people import clock


class Wider(ValueError):
    """More than was asked, than these words can show, or than an age allows; the message says what, for staff."""


def said_of(item: Given) -> dict[str, Any]:
    return {
        "use": item.use,
        "answer": str(item.answer),
        "identity": int(item.identity),
        "name": item.name,
        "face": item.face,
        "voice": item.voice,
        "place": int(item.place),
        "shown_place": item.shown_place,
        "time": int(item.time),
        "shown_when": item.shown_when,
        "check_first": [str(turn) for turn in item.check_first],
        "until_event": str(item.until_event or ""),
        "until": moment(item.until) if item.until else "",
        "max_uses": item.max_uses,
    }


def given_of(said: dict[str, Any]) -> Given:
    """What older records do not speak of is nothing."""
    return Given(
        use=said["use"],
        answer=Answer(said["answer"]),
        identity=IdentityLevel(said["identity"]),
        name=said["name"],
        face=said["face"],
        voice=said["voice"],
        place=PlaceDetail(said.get("place", 0)),
        shown_place=said.get("shown_place", ""),
        time=TimeDetail(said.get("time", 0)),
        shown_when=said.get("shown_when", ""),
        check_first=tuple(Trigger(turn) for turn in said.get("check_first", [])),
        until_event=Trigger(said["until_event"]) if said.get("until_event") else None,
        until=datetime.fromisoformat(said["until"]) if said.get("until") else None,
        max_uses=said.get("max_uses"),
    )


def can_be_counted(use: Use) -> bool:
    """What stands on our own pages is no handover, so a number of times would mean nothing there."""
    return not (use.public and use.recall_class == RecallClass.R0)


def refuse_wider(choice: Choice, item: Given) -> None:
    """Raises `Wider` for a yes that these words, this use or an age do not offer. A no can be no wider than a no."""
    if item.answer != Answer.YES:
        return
    label, limits = choice.use.label, limits_of(choice.permission)
    tells = choice.permission.appearance.relation in WHO_TELLS
    if tells and item.identity < limits.least:
        raise Wider(
            f"{label}: the words themselves tell readers more about who they are than that."
            " Choose again, or say “not now” and we change the words first."
        )
    if tells and item.identity not in limits.levels:
        raise Wider(f"{label}: this is not among the ways in which their name can be shown.")
    problem = _more_than(showable_in(choice.permission.edition), limits, item)
    if problem:
        raise Wider(f"{label}: {problem}")
    if item.until is not None:
        _refuse_odd_end(choice, item.until)
    if item.max_uses is not None and not can_be_counted(choice.use):
        raise Wider(f"{label}: this stands on our own pages, so it cannot be for one time only.")


def _refuse_odd_end(choice: Choice, until: datetime) -> None:
    label, use = choice.use.label, choice.use
    if until > if_yes_now(choice.permission):
        raise Wider(f"{label}: that is later than the last day we ask for. Leave the day empty.")
    days = thinking_days_now(use)
    if until <= clock.now() + timedelta(days=days):
        raise Wider(f"{label}: that day comes before their thinking time is over. Ask them for a later one.")


def _more_than(shows: Showable, limits: Limits, item: Given) -> str:
    known = limits.known
    if (item.face and not (shows.face and known)) or (item.voice and not (shows.voice and known)):
        return "no face and no voice can be shown here."
    if item.place and (item.place not in shows.places or item.place > limits.finest_place):
        return "no place can be shown so exactly here."
    if item.time and item.time not in shows.times:
        return "no time can be shown so exactly here."
    if bool(item.shown_place) != bool(item.place and shows.place_is_written):
        return "the place to show and how exactly do not fit together."
    if bool(item.shown_when) != bool(item.time and shows.time_is_written):
        return "the time to show and how exactly do not fit together."
    return ""
