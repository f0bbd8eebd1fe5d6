"""The terms of a yes: how visibly, how finely, what to ask about first, until when. What is not said is the least."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from consent.domain.record.ledger import moment
from consent.domain.record.shown import Shown
from consent.domain.record.states import LONGEST
from consent.enums import IdentityLevel, PlaceDetail, TimeDetail, Trigger
from people import clock

MOST_TIMES = 1000


class CannotAnswer(ValueError):
    """The answer cannot be taken; the message says why in words for the person."""


def the_end(until: datetime | None) -> datetime | None:
    """The person's own last moment, without what can never matter: later than the longest yes is no limit at all."""
    if until is None:
        return None
    if until.tzinfo is None:
        raise CannotAnswer("We could not read that day. Choose it again.")
    return until if until < clock.now() + LONGEST else None


@dataclass(frozen=True)
class Terms:
    """What one person agreed to for one use; `until` is their own last moment, `max_uses` their own number of times."""

    identity: IdentityLevel = IdentityLevel.N0
    place: PlaceDetail = PlaceDetail.NONE
    time: TimeDetail = TimeDetail.NONE
    face: bool = False
    voice: bool = False
    check_first: tuple[Trigger, ...] = ()
    until_event: Trigger | None = None
    until: datetime | None = None
    max_uses: int | None = None

    @classmethod
    def of(
        cls,
        *,
        identity: int,
        place: int = PlaceDetail.NONE,
        time: int = TimeDetail.NONE,
        face: bool = False,
        voice: bool = False,
        check_first: Iterable[str] = (),
        until_event: str | None = None,
        until: datetime | None = None,
        max_uses: int | None = None,
    ) -> "Terms":
        """Raises `CannotAnswer` for a choice that does not exist (any more), and for a last day that has passed."""
        end = the_end(until)
        try:
            made = cls(
                identity=IdentityLevel(identity),
                place=PlaceDetail(place),
                time=TimeDetail(time),
                face=face is True,
                voice=voice is True,
                check_first=tuple(sorted({Trigger(name) for name in check_first})),
                until_event=Trigger(until_event) if until_event else None,
                until=end,
                max_uses=max_uses,
            )
        except ValueError as error:
            raise CannotAnswer("That choice is not there any more. Look at the choices again.") from error
        if end is not None and end <= clock.now():
            raise CannotAnswer("The last day you chose has passed. Choose a later day.")
        if max_uses is not None and not 1 <= max_uses <= MOST_TIMES:
            raise CannotAnswer("That choice is not there any more. Look at the choices again.")
        return made

    def trim(self, shown: Shown) -> Shown:
        """The values, without any that these terms do not allow to be shown."""
        return Shown(
            name=shown.name if self.identity.shows_name else "",
            place=shown.place if self.place else "",
            when=shown.when if self.time else "",
        )

    def data(self) -> dict[str, Any]:
        """As an event keeps them."""
        return {
            "identity": int(self.identity),
            "place": int(self.place),
            "time": int(self.time),
            "face": self.face,
            "voice": self.voice,
            "check_first": [str(trigger) for trigger in self.check_first],
            "until_event": str(self.until_event or ""),
            "until": moment(self.until) if self.until else None,
            **({} if self.max_uses is None else {"max_uses": self.max_uses}),
        }
