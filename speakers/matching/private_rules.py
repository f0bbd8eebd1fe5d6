"""H06, H09, H13: reasons that those who book never read; these sentences are for support and safeguarding."""

from datetime import timedelta

from speakers.matching.blockers import Finding, Repair
from speakers.matching.facts import Point, Restriction
from speakers.matching.kinds import Stance
from speakers.matching.pair import Pair, measure_km
from speakers.matching.words import first_day_from, say_count, say_day


def find_restriction(pair: Pair) -> tuple[Finding, ...]:
    return tuple(
        Finding(say_restriction(limit), "a limit on them", suggest_within(pair, limit))
        for limit in pair.speaker.restrictions
        if restricts(pair, limit)
    )


def restricts(pair: Pair, limit: Restriction) -> bool:
    """An approval that can still come in time does not block here; the booking waits for it."""
    asked = pair.request
    if limit.kinds and asked.kind not in limit.kinds:
        return False
    if (limit.start and asked.end <= limit.start) or (limit.end and limit.end <= asked.start):
        return False
    if limit.near is not None and not is_near(pair, limit.near, limit.within_km):
        return False
    return limit.approval_days is None or asked.start - pair.at < timedelta(days=limit.approval_days)


def is_near(pair: Pair, point: Point, within_km: int) -> bool:
    place = pair.request.place
    return place is not None and not pair.online and measure_km(point, place) <= within_km


def say_restriction(limit: Restriction) -> str:
    if limit.approval_days is not None:
        return f"Needs an approval that takes {say_count(limit.approval_days, 'day')}."
    return "May not go near that place." if limit.near else "May not do this kind of request now."


def suggest_within(pair: Pair, limit: Restriction) -> Repair | None:
    if limit.near is not None and pair.speaker.remote:
        return Repair("online", "Offer it online", "organiser")
    if limit.approval_days is None:
        return None
    later = first_day_from(pair.at + timedelta(days=limit.approval_days), like=pair.request.start)
    return Repair("day", f"Move it to {say_day(later)} or later", "organiser")


def mend_restriction(pair: Pair) -> Pair:
    for limit in pair.speaker.restrictions:
        if not restricts(pair, limit):
            continue
        if limit.near is not None and pair.speaker.remote:
            pair = pair.ask(remote_ok=True)
        elif limit.approval_days is not None:
            ready = pair.at + timedelta(days=limit.approval_days)
            pair = pair.move(first_day_from(ready, like=pair.request.start))
    return pair


def find_boundary(pair: Pair) -> tuple[Finding, ...]:
    """What they will not speak about, and what they want to be asked first where questions come live."""
    asked, found = pair.request, []
    refused = refused_topics(pair)
    for topic in asked.topics:
        said = asked.say(topic)
        if topic in refused:
            drop = Repair("topic", f"Leave out {said}", "organiser") if set(asked.topics) - refused else None
            found.append(Finding(f"Does not speak about {said}.", "topic", drop))
        elif asked.open_questions_live and pair.speaker.stances.get(topic) is Stance.ASK_FIRST:
            ahead = Repair("questions", "Send the questions ahead", "organiser")
            found.append(Finding(f"Wants to be asked first about {said}.", "topic", ahead))
    return tuple(found)


def refused_topics(pair: Pair) -> set[str]:
    return {topic for topic in pair.request.topics if pair.speaker.stances.get(topic) is Stance.WILL_NOT}


def mend_boundary(pair: Pair) -> Pair:
    kept = tuple(topic for topic in pair.request.topics if topic not in refused_topics(pair))
    first = any(pair.speaker.stances.get(topic) is Stance.ASK_FIRST for topic in kept)
    return pair.ask(
        topics=kept or pair.request.topics,
        open_questions_live=pair.request.open_questions_live and not first,
    )


def find_block(pair: Pair) -> tuple[Finding, ...]:
    if not pair.request.organiser_keys & pair.speaker.blocked_organisers:
        return ()
    return (Finding("They and this organiser do not work together.", "organiser"),)
