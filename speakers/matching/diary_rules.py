"""H07 and H16: free from door to door, and told early enough."""

from datetime import datetime, timedelta

from speakers.matching.blockers import Finding, Repair
from speakers.matching.pair import Pair
from speakers.matching.words import first_day_from, say_count, say_day

STEP = timedelta(minutes=5)
LONGEST_SHIFT = timedelta(hours=2)
DAYS_TO_TRY = 28


def find_busy(pair: Pair) -> tuple[Finding, ...]:
    if pair.free_at(pair.request.start):
        return ()
    way = find_free_time(pair)
    return (Finding("Not free then, counting the journey.", "not free", way[0] if way else None),)


def mend_busy(pair: Pair) -> Pair:
    way = None if pair.free_at(pair.request.start) else find_free_time(pair)
    return way[1] if way else pair


def find_free_time(pair: Pair) -> tuple[Repair, Pair] | None:
    """The smallest shift up to two hours, else online without the journey, else another day, same time."""
    start = pair.request.start
    for shift in shifts_worth_trying(pair):
        if start + shift > pair.at and pair.free_at(start + shift):
            return Repair("shift", say_shift(shift), "organiser"), pair.move(start + shift)
    if pair.speaker.remote and not pair.online:
        online = pair.ask(remote_ok=True)
        if online.free_at(start):
            return Repair("online", "Offer it online", "organiser"), online
    for days in range(1, DAYS_TO_TRY + 1):
        day = first_day_from(start + timedelta(days=days), like=start)
        if pair.free_at(day):
            return Repair("day", f"Move it to {say_day(day)}", "organiser"), pair.move(day)
    return None


def shifts_worth_trying(pair: Pair) -> list[timedelta]:
    """Only those that end a clash: just after a busy time, or done just before it; earlier wins a tie."""
    whole = pair.door_to_door
    shifts = set()
    for taken in (*pair.speaker.busy, *pair.speaker.blackouts):
        shifts.add(-STEP * ((whole.start - taken.end) // STEP))
        shifts.add(STEP * ((taken.start - whole.end) // STEP))
    return sorted((s for s in shifts if s and abs(s) <= LONGEST_SHIFT), key=lambda s: (abs(s), s))


def say_shift(shift: timedelta) -> str:
    minutes = abs(shift) // timedelta(minutes=1)
    return f"Start {say_count(minutes, 'minute')} {'later' if shift > timedelta() else 'earlier'}"


def find_short_notice(pair: Pair) -> tuple[Finding, ...]:
    if pair.request.start >= earliest_by_notice(pair):
        return ()
    days = pair.speaker.notice_days.get(pair.request.kind, 0)
    text = f"Wants {say_count(days, 'day')} of notice." if days else "The day is over."
    later = first_day_from(earliest_by_notice(pair), like=pair.request.start)
    return (Finding(text, "notice", Repair("day", f"Move it to {say_day(later)} or later", "organiser")),)


def mend_short_notice(pair: Pair) -> Pair:
    return pair.move(first_day_from(earliest_by_notice(pair), like=pair.request.start))


def earliest_by_notice(pair: Pair) -> datetime:
    return pair.at + timedelta(days=pair.speaker.notice_days.get(pair.request.kind, 0))
