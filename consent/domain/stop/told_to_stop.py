"""A stop that somebody in the house was told: by phone, on a slip, in person. It counts from when they said it."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from consent.domain.stop.stop_copy import stop_and_tell
from consent.domain.stop.stopping import Stop
from consent.enums import Method
from people import clock
from people.models import Person

if TYPE_CHECKING:
    from people.models import User

WAYS = (Method.PHONE, Method.PAPER, Method.IN_PERSON)
LOOKS_BACK = timedelta(days=366)


def told_to_stop(
    person: Person, *, by: "User", how: Method, said_at: datetime | None = None, use: str = ""
) -> Stop:
    """Stop at once, in the person's name: no second person, no reason. `said_at` is never later than now."""
    return stop_and_tell(person, use=use, method=how, recorded_by=by, received_at=said_at)


def moment_said(day: date | None, at: time | None) -> datetime | None:
    """The moment staff typed, if it can be one: not to come, not older than a year. A doubled hour is the earlier."""
    if day is None:
        return None
    try:
        moment = datetime.combine(day, at or time(12), tzinfo=clock.LONDON).astimezone(clock.UTC)
    except OverflowError:
        return None
    now = clock.now()
    if at is None and day == clock.today():
        moment = min(moment, now)
    return moment if now - LOOKS_BACK <= moment <= now else None
