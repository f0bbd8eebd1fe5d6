"""Where a permission stands: one pure function of its facts and the time.

The clock can only narrow: cooling falls to deferred, active to expired. Nothing here ever widens.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from consent.enums import Answer, EndedWhy, State

SILENCE = timedelta(days=60)
"""A first yes that is not confirmed within this time after thinking time becomes "not now"."""

LONGEST = timedelta(days=1826)
"""No yes reaches further than five years from the act that gave or renewed it, whatever was written."""


@dataclass(frozen=True)
class Facts:
    """What the events say of one permission; times are aware datetimes, absence is None."""

    asked_at: datetime
    legacy: bool = False
    answer: str = ""
    answered_at: datetime | None = None
    cool_until: datetime | None = None
    confirmed_at: datetime | None = None
    paused_at: datetime | None = None
    ended_at: datetime | None = None
    ended_why: str = ""
    valid_until: datetime | None = None
    max_uses: int | None = None
    uses: int = 0


ENDED = {
    EndedWhy.WITHDRAWN: State.WITHDRAWN,
    EndedWhy.SUPERSEDED: State.SUPERSEDED,
    EndedWhy.INVALIDATED: State.INVALIDATED,
    EndedWhy.REVOKED: State.REVOKED,
    EndedWhy.EXPIRED: State.EXPIRED,
}
UNCONFIRMED = {"": State.REQUESTED, Answer.NO: State.REFUSED, Answer.LATER: State.DEFERRED}

USABLE = frozenset({State.ACTIVE})
FINAL = frozenset({State.REFUSED, State.WITHDRAWN, State.SUPERSEDED, State.INVALIDATED, State.REVOKED})
OVER = FINAL | {State.EXPIRED}
"""No event and no clock leads from here to anything but another of these. What has run out can still be stopped."""


def state_of(facts: Facts, at: datetime) -> State:
    """The state at the moment `at`. A second yes without a first, or within thinking time, is worth nothing."""
    if facts.ended_why:
        return ENDED[EndedWhy(facts.ended_why)]
    if facts.legacy:
        return State.UNKNOWN
    if facts.confirmed_at is None or facts.answer != Answer.YES:
        return _before_the_second_yes(facts, at)
    if facts.cool_until is None or facts.confirmed_at < facts.cool_until:
        return State.UNKNOWN
    if _run_out(facts, at):
        return State.EXPIRED
    return State.PAUSED if facts.paused_at else State.ACTIVE


def ready_to_confirm(facts: Facts, at: datetime) -> bool:
    """Whether thinking time is over and the second yes may be given now."""
    return state_of(facts, at) is State.COOLING and facts.cool_until is not None and at >= facts.cool_until


def _before_the_second_yes(facts: Facts, at: datetime) -> State:
    if facts.answer != Answer.YES:
        return UNCONFIRMED[facts.answer]
    too_late = facts.cool_until is None or at >= facts.cool_until + SILENCE
    return State.DEFERRED if too_late else State.COOLING


def _run_out(facts: Facts, at: datetime) -> bool:
    if facts.valid_until is None or at >= facts.valid_until:
        return True
    return facts.max_uses is not None and facts.uses >= facts.max_uses
