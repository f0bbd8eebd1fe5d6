"""Finding: three piles of stories for one use. A handful of queries however many stories there are.

What is dark everywhere is in no pile. A "no" is only ever said of a story that readers can open on the website, so
that nobody learns from this page that a story exists, or what became of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from consent import policy
from consent.domain.clearance import finding
from consent.domain.clearance.finding import Choices
from consent.enums import PlaceDetail
from people.models import User
from storybank.finder.frozen import Frozen, frozen_for
from storybank.finder.line import Asked
from storybank.finder.piles import NOTHING, Judged, Pile, judge, needed_until

FEW = 2_000
"""Up to so many versions are asked for by number; of more, everything that is cleared for the use is read."""


class Candidate(NamedTuple):
    """One story as it stands for the use. `cleared`: by the gate, now; `public`: readers can open these words."""

    use: str
    version: Frozen
    judged: Judged
    choices: Choices
    cleared: bool
    public: bool
    place: int
    last_out: datetime | None


@dataclass(frozen=True)
class Found:
    """Every story of each pile, in the order in which they are to be offered."""

    now: list[Candidate] = field(default_factory=list)
    ring: list[Candidate] = field(default_factory=list)
    no: list[Candidate] = field(default_factory=list)


def find(asked: Asked, *, by: User, at: datetime) -> Found:
    """What may be used as asked, in four queries. Files the user must keep away from are not there for them."""
    here = list(_candidates(asked, by=by, at=at))
    return Found(*(sorted(_in(here, pile), key=_turn) for pile in Pile))


def _candidates(asked: Asked, *, by: User, at: datetime) -> Iterator[Candidate]:
    versions = list(frozen_for(asked, by=by))
    among = [one.edition_id for one in versions] if len(versions) <= FEW else None
    needed = needed_until(asked.day, at)
    standing = finding.cleared_for({asked.use, policy.WEBSITE}, at, ends_before=needed, among=among)
    cleared, on_the_web = standing[asked.use], standing[policy.WEBSITE]
    choices = finding.choices_for(asked.use, at, among=among)
    last_out = finding.last_handed_over(asked.use)
    for version in _one_each(versions, cleared):
        row = cleared.get(version.edition_id)
        public = version.public and version.edition_id in on_the_web
        if not version.fits or (asked.words and row is None and not public):
            continue  # words are looked for only where they may be read
        its_choices = choices.get(version.edition_id, NOTHING)
        judged = judge(until=(row.ends or needed) if row else None, choices=its_choices, at=at, day=asked.day)
        if judged.pile is Pile.NO and not public:
            continue
        place = (row or on_the_web[version.edition_id]).place if row or public else PlaceDetail.NONE
        if asked.region and (place < PlaceDetail.REGION or version.region != asked.region):
            continue  # matching a region that may not be told would tell it
        yield Candidate(
            use=asked.use,
            version=version,
            judged=judged,
            choices=its_choices,
            cleared=row is not None,
            public=public,
            place=place,
            last_out=last_out.get(version.edition_id),
        )


def _one_each(versions: list[Frozen], cleared: dict[int, finding.Cleared]) -> Iterator[Frozen]:
    """Of each page the newest version that is cleared for the use, else the newest one of all."""
    best: dict[int, Frozen] = {}
    for version in versions:
        held = best.get(version.page_id)
        if held is None or (version.edition_id in cleared and held.edition_id not in cleared):
            best[version.page_id] = version
    return iter(best.values())


def _in(here: list[Candidate], pile: Pile) -> list[Candidate]:
    return [one for one in here if one.judged.pile is pile]


def _turn(one: Candidate) -> tuple[float, str]:
    """Whose words went out longest ago comes first, so that it is not always the same person."""
    return (one.last_out.timestamp() if one.last_out else 0.0, one.version.code)
