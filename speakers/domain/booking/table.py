"""Which verb leads a booking from where to where. The whole table; a test walks every cell."""

from dataclasses import dataclass
from typing import Final

from speakers.enums import LIVE, BookingState

S = BookingState


@dataclass(frozen=True, slots=True)
class Move:
    """`sources` empty: the verb makes the booking."""

    verb: str
    sources: frozenset[BookingState]
    target: BookingState


def _move(verb: str, *sources: BookingState, to: BookingState) -> tuple[str, Move]:
    return verb, Move(verb, frozenset(sources), to)


AGREED: Final = (S.ACCEPTED, S.CHECKING, S.CONFIRMED, S.BRIEFED)
NEAR: Final = (S.CONFIRMED, S.BRIEFED, S.IN_PROGRESS)

MOVES: Final[dict[str, Move]] = dict(
    [
        _move("propose", to=S.PROPOSED),
        _move("keep free", S.PROPOSED, to=S.HELD),
        _move("let go", S.HELD, to=S.PROPOSED),
        _move("invite", S.PROPOSED, S.HELD, to=S.INVITED),
        _move("accept", S.INVITED, S.MAYBE, to=S.ACCEPTED),
        _move("say maybe", S.INVITED, to=S.MAYBE),
        _move("decline", S.INVITED, S.MAYBE, to=S.DECLINED),
        _move("expire", S.INVITED, S.MAYBE, to=S.EXPIRED),
        _move("check", S.ACCEPTED, to=S.CHECKING),
        _move("confirm", S.CHECKING, to=S.CONFIRMED),
        _move("brief", S.CONFIRMED, to=S.BRIEFED),
        _move("start", S.BRIEFED, to=S.IN_PROGRESS),
        _move("deliver", S.IN_PROGRESS, to=S.DELIVERED),
        _move("debrief", S.DELIVERED, to=S.DEBRIEFED),
        _move("close", S.DEBRIEFED, to=S.CLOSED),
        _move("suspend", *AGREED, to=S.SUSPENDED),
        _move("resume", S.SUSPENDED, to=S.CHECKING),
        _move("withdraw", *LIVE, to=S.WITHDRAWN),
        _move("cancel", *LIVE, to=S.CANCELLED_BY_US),
        _move("organiser cancels", *LIVE, to=S.CANCELLED_BY_ORGANISER),
        _move("not held", *NEAR, to=S.NOT_HELD),
        _move("miss", *NEAR, to=S.MISSED),
    ]
)


def verbs_from(state: BookingState) -> tuple[str, ...]:
    """What may be done next, in the order of the table."""
    return tuple(verb for verb, move in MOVES.items() if state in move.sources)


def may(verb: str, state: str) -> bool:
    return BookingState(state) in MOVES[verb].sources
