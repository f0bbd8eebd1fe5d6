"""The facts that one explanation rested on, each as `name=value`, for staff who ask "says who?"."""

from datetime import date, datetime

from speakers.matching.pair import Pair
from speakers.matching.words import local_day


def list_facts_used(pair: Pair) -> tuple[str, ...]:
    """Only what this request made us look at. Never shown to bookers, for it names private facts too."""
    who, asked = pair.speaker, pair.request
    used = [f"status={who.status.value}"]
    used += [f"consent:{use}={say_grant(pair, use)}" for use in asked.uses]
    used += [
        f"training:{module}={say_end(who.trainings[module]) if module in who.trainings else 'none'}"
        for module in asked.training
    ]
    used += [
        f"stance:{topic}={who.stances[topic].value if topic in who.stances else 'none'}"
        for topic in asked.topics
    ]
    used += [
        f"distance_km={'unknown' if pair.distance_km is None else pair.distance_km}",
        f"travel_limit_km={'any' if who.travel_limit_km is None else who.travel_limit_km}",
        f"online={'yes' if pair.online else 'no'}",
        f"asks={len(who.asks)}",
        f"bookings={len(who.bookings)}",
        f"busy={len(who.busy) + len(who.blackouts)}",
        f"restrictions={len(who.restrictions)}",
        f"blocked={'yes' if asked.organiser_keys & who.blocked_organisers else 'no'}",
        f"notice_days={who.notice_days.get(asked.kind, 0)}",
    ]
    return tuple(used)


def say_grant(pair: Pair, use: str) -> str:
    grant = pair.speaker.consented_uses.get(use)
    if grant is None:
        return "none"
    shown = "".join(mark for mark, given in (("+face", grant.face), ("+voice", grant.voice)) if given)
    return f"N{grant.identity.value}{shown} until {say_end(grant.until)}"


def say_end(end: date | datetime | None) -> str:
    if end is None:
        return "no end"
    return (local_day(end) if isinstance(end, datetime) else end).isoformat()
