"""How taking one outing back may move: a pure table, and what can be hoped for at its start."""

from datetime import datetime, timedelta

from consent.enums import OutingKind, RecallClass, RecallState
from people.working_days import add_working_days

MOVES: dict[RecallState, frozenset[RecallState]] = {
    RecallState.TODO: frozenset(
        {RecallState.ASKED, RecallState.DONE, RecallState.REFUSED, RecallState.IMPOSSIBLE}
    ),
    RecallState.ASKED: frozenset(
        {RecallState.ACKNOWLEDGED, RecallState.DONE, RecallState.REFUSED, RecallState.IMPOSSIBLE}
    ),
    RecallState.ACKNOWLEDGED: frozenset({RecallState.ASKED, RecallState.DONE, RecallState.REFUSED}),
    RecallState.REFUSED: frozenset({RecallState.ASKED, RecallState.ACKNOWLEDGED, RecallState.DONE}),
    RecallState.IMPOSSIBLE: frozenset({RecallState.ASKED, RecallState.DONE}),
    RecallState.DONE: frozenset(),
}
"""Nothing moves back to "to do", and done is the end. A refusal or an "impossible" may still turn out well."""

OPEN = frozenset({RecallState.TODO, RecallState.ASKED, RecallState.ACKNOWLEDGED})
"""Somebody still has to do something, or wait for an answer."""

OURS = frozenset({OutingKind.SURFACE, OutingKind.PRIVATE_READING})
GONE_FOR_GOOD = frozenset({OutingKind.PRINT, OutingKind.SPOKEN, OutingKind.NEWSLETTER})
AT_LEAST = {
    OutingKind.PACK: RecallClass.R1,
    OutingKind.DOWNLOAD: RecallClass.R1,
    OutingKind.QUOTE: RecallClass.R2,
}
"""A file that left us is no longer ours, even where the use itself is; a quote stands in somebody else's page."""

ASK_WITHIN = timedelta(hours=1)
AHEAD = frozenset({OutingKind.SPOKEN, OutingKind.NEWSLETTER})
"""Made ready for a day: until that day is over it can be kept from happening, by one of us."""


class NotThatWay(ValueError):
    """The move is not possible; the message says what is, for staff."""


def moved(now: RecallState, to: RecallState) -> RecallState:
    """The state after the move. Raises `NotThatWay`."""
    if to not in MOVES[now]:
        possible = ", ".join(f"“{state.label}”" for state in RecallState if state in MOVES[now])
        raise NotThatWay(
            f"This stands at “{now.label}”. From there it can go to: {possible or 'nowhere, it is finished'}."
        )
    return to


def recall_class(kind: OutingKind, *, use: RecallClass) -> RecallClass:
    """What a stop can still reach: the form it went out in counts for more than the use it was for."""
    if kind in OURS:
        return RecallClass.R0
    if kind in GONE_FOR_GOOD:
        return max(RecallClass.R3, use)
    return max(AT_LEAST.get(kind, use), use)


def first_state(reach: RecallClass) -> RecallState:
    """Ours is gone at once; what cannot be called back is never promised."""
    if reach == RecallClass.R0:
        return RecallState.DONE
    return RecallState.TODO if reach in {RecallClass.R1, RecallClass.R2} else RecallState.IMPOSSIBLE


def still_ahead(kind: OutingKind, *, until: datetime | None, now: datetime) -> bool:
    """Whether it has not been read aloud or mailed for certain, so that somebody here can still stop it."""
    return kind in AHEAD and until is not None and now < until


def due(reach: RecallClass, *, since: datetime) -> datetime | None:
    """By when we must have asked: a bound partner within the hour, anybody else within one working day."""
    if reach == RecallClass.R1:
        return since + ASK_WITHIN
    return add_working_days(since, 1) if reach == RecallClass.R2 else None
