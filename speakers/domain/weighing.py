"""One speaker beside one request, now: what stands in the way."""

from dataclasses import dataclass

from people import clock
from speakers.domain.facts import request_facts, speaker_facts
from speakers.matching.blockers import Blocker
from speakers.matching.booker import NEUTRAL
from speakers.matching.pair import Pair
from speakers.matching.rules import find_blockers
from speakers.models import Booking, Speaker, SpeakerRequest

CAPS = frozenset({"H12"})
"""The speaker's own limits on asks and talks: comms may ask all the same, after a warning."""

WAIVED_BY_A_YES = frozenset({"H08", "H11", "H12", "H15", "H16", "H17"})
"""What a speaker sets aside by saying yes to exactly this; the rest must hold until the day."""


@dataclass(frozen=True, slots=True)
class Weighed:
    pair: Pair
    blockers: tuple[Blocker, ...]

    def against(self, *, but: frozenset[str] = frozenset()) -> tuple[Blocker, ...]:
        return tuple(one for one in self.blockers if one.blocks and one.code not in but)


def weigh(request: SpeakerRequest, speaker: Speaker, *, leaving_out: Booking | None = None) -> Weighed:
    """Every rule, asked at this moment. `leaving_out`: the booking this is about."""
    now = clock.now()
    (facts,) = speaker_facts(Speaker.objects.filter(pk=speaker.pk), at=now, leaving_out=leaving_out)
    pair = Pair(facts, request_facts(request), now)
    return Weighed(pair, find_blockers(pair))


def say_openly(blockers: tuple[Blocker, ...]) -> str:
    """The reasons comms may read; where there are only private ones, one neutral sentence."""
    said = [one.text for one in blockers if not one.private]
    return " ".join(said or ([NEUTRAL] if blockers else []))
