"""The clocks of concerns: how far each has run, and who is reminded when. Repeating the job sends nothing twice."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from consent.domain.care.concerns import tell_leads
from consent.models import Concern
from people import clock
from people.working_days import working_days_between

BEFORE = timedelta(days=1)


@dataclass(frozen=True)
class Clock:
    """One promise: by when, how many working days are left (negative: late by so many), and how far it has run."""

    by: datetime
    days_left: int
    share: int
    done: bool

    @property
    def late(self) -> bool:
        return not self.done and self.days_left < 0


def clocks_of(concern: Concern, at: datetime) -> dict[str, Clock]:
    """The two promises: to say that we look, and to decide."""
    return {
        "look": _clock(concern, concern.acknowledge_by, done=concern.acknowledged_at is not None, at=at),
        "decide": _clock(concern, concern.decide_by, done=concern.decided_at is not None, at=at),
    }


def remind_of_concerns() -> int:
    """Leads hear the day before a promise is due, and every day after it until it is kept."""
    now, sent = clock.now(), 0
    day = f"-{now.astimezone(clock.LONDON):%Y%m%d}"
    for concern in Concern.objects.filter(decided_at=None).order_by("id"):
        if concern.decide_by - BEFORE <= now:
            sent += tell_leads(concern, event="consent/concern_decide_now", suffix=day)
        elif concern.acknowledged_at is None and concern.acknowledge_by - BEFORE <= now:
            sent += tell_leads(concern, event="consent/concern_look_now", suffix=day)
    return sent


def _clock(concern: Concern, by: datetime, *, done: bool, at: datetime) -> Clock:
    whole = max((by - concern.received_at).total_seconds(), 1)
    run = (at - concern.received_at).total_seconds()
    late = at > by
    left = -max(working_days_between(by, at), 1) if late else working_days_between(at, by)
    return Clock(by=by, days_left=left, share=min(100, max(0, round(100 * run / whole))), done=done)
