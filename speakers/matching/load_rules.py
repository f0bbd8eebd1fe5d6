"""H11 and H12: rest between talks, and the person's own limits on asks and talks."""

from datetime import datetime, timedelta

from speakers.matching.blockers import Finding, Repair
from speakers.matching.facts import Booking
from speakers.matching.kinds import Intensity
from speakers.matching.pair import Pair
from speakers.matching.words import first_day_from, say_count, say_day

ASKS_WINDOW = timedelta(days=30)
TALKS_WINDOW = timedelta(days=90)
LATEST = timedelta(days=120)


def find_gap(pair: Pair) -> tuple[Finding, ...]:
    near = [b for b in pair.speaker.bookings if too_close(pair, b, pair.request.start)]
    if not near:
        return ()
    nearest = min(near, key=lambda b: (abs(b.start - pair.request.start), b.start))
    days = gap_days(pair, nearest, pair.request.start)
    text = f"Rests {say_count(days, 'day')} between talks; there is one on {say_day(nearest.start)}."
    later = rested_start(pair)
    repair = Repair("day", f"Move it to {say_day(later)}", "organiser") if later else None
    return (Finding(text, "rest between talks", repair),)


def mend_gap(pair: Pair) -> Pair:
    later = rested_start(pair)
    return pair.move(later) if later else pair


def gap_days(pair: Pair, booking: Booking, start: datetime) -> int:
    """The rest that whichever comes first calls for: longer after a hard one."""
    first = booking.intensity if booking.start <= start else pair.request.intensity
    return pair.speaker.high_gap_days if first is Intensity.HIGH else pair.speaker.min_gap_days


def too_close(pair: Pair, booking: Booking, start: datetime) -> bool:
    end = start + (pair.request.end - pair.request.start)
    between = start - booking.end if booking.start <= start else booking.start - end
    return between < timedelta(days=gap_days(pair, booking, start))


def rested_start(pair: Pair) -> datetime | None:
    """The first later day, same time, with rest on both sides; none within 120 days gives None."""
    start = pair.request.start
    after = sorted(
        first_day_from(b.end + timedelta(days=days), like=start)
        for b in pair.speaker.bookings
        for days in {pair.speaker.min_gap_days, pair.speaker.high_gap_days}
    )
    for day in (start, *after):
        if start <= day <= start + LATEST and not any(too_close(pair, b, day) for b in pair.speaker.bookings):
            return day
    return None


def find_cap(pair: Pair) -> tuple[Finding, ...]:
    found = []
    asks, talks = pair.speaker.max_asks_30d, pair.speaker.max_bookings_90d
    if asks is not None and len(recent_asks(pair)) >= asks:
        when = askable_from(pair)
        repair = Repair("wait", f"Ask from {say_day(when)}", "booker") if when else None
        found.append(Finding(f"Wants {say_count(asks, 'ask')} at most in 30 days.", "asked enough", repair))
    if talks is not None and too_many_talks(pair, pair.request.start):
        later = first_start_under_cap(pair)
        repair = Repair("day", f"Move it to {say_day(later)}", "organiser") if later else None
        found.append(
            Finding(f"Wants {say_count(talks, 'talk')} at most in 90 days.", "enough talks booked", repair)
        )
    return tuple(found)


def mend_cap(pair: Pair) -> Pair:
    if (
        pair.speaker.max_asks_30d is not None
        and len(recent_asks(pair)) >= pair.speaker.max_asks_30d
        and (when := askable_from(pair))
    ):
        pair = pair.wait(when)
    later = first_start_under_cap(pair)
    return pair.move(later) if later else pair


def recent_asks(pair: Pair) -> list[datetime]:
    return sorted(asked for asked in pair.speaker.asks if pair.at - ASKS_WINDOW < asked <= pair.at)


def askable_from(pair: Pair) -> datetime | None:
    recent, most = recent_asks(pair), pair.speaker.max_asks_30d
    if not most:
        return None
    when = recent[-most] + ASKS_WINDOW
    return when if when < pair.request.start else None


def too_many_talks(pair: Pair, start: datetime) -> bool:
    """Whether any 90 days holding this talk would hold more talks than they want."""
    most = pair.speaker.max_bookings_90d
    if most is None:
        return False
    times = [booking.start for booking in pair.speaker.bookings]
    opens = [start, *(t for t in times if start - TALKS_WINDOW < t <= start)]
    return any(sum(opened <= t < opened + TALKS_WINDOW for t in times) >= most for opened in opens)


def first_start_under_cap(pair: Pair) -> datetime | None:
    start = pair.request.start
    later = sorted(first_day_from(b.start + TALKS_WINDOW, like=start) for b in pair.speaker.bookings)
    for day in (start, *later):
        if start <= day <= start + LATEST and not too_many_talks(pair, day):
            return day
    return None
