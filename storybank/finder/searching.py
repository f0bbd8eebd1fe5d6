"""Finding: three piles of stories for one use. A handful of queries however many stories there are.

What is dark everywhere is in no pile. A "no" is only ever said of a story that readers can open on the website, so
that nobody learns from this page that a story exists, or what became of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from consent import policy
from consent.domain.clearance import finding
from consent.domain.clearance.finding import Choices
from consent.enums import PlaceDetail
from people.models import Region, Theme, User
from storybank.finder.frozen import Frozen, every_frozen, with_words
from storybank.finder.line import Asked
from storybank.finder.piles import NOTHING, Judged, Pile, judge


@dataclass(frozen=True)
class Candidate:
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
    """What may be used as asked. Files the user must keep away from are not there for them."""
    themes = set(Theme.objects.filter(slug__in=asked.themes).values_list("pk", flat=True))
    region = Region.objects.filter(slug=asked.region).values_list("pk", flat=True).first()
    if len(themes) < len(asked.themes) or (asked.region and region is None):
        return Found()
    here = [
        one
        for one in _candidates(asked, by=by, at=at)
        if themes <= one.version.themes and (region is None or _is_from(one, region))
    ]
    if asked.words:
        readable = {one.version.edition_id for one in here if one.cleared or one.public}
        said = with_words(readable, asked.words)
        here = [one for one in here if one.version.edition_id in said]
    return Found(*(sorted(_in(here, pile), key=_turn) for pile in Pile))


def _candidates(asked: Asked, *, by: User, at: datetime) -> Iterator[Candidate]:
    cleared = finding.cleared_for(asked.use, at)
    on_the_web = finding.places_cleared(policy.WEBSITE, at)
    choices = finding.choices_for(asked.use, at)
    last_out = finding.last_handed_over(asked.use)
    kept_from = finding.kept_from(by)
    for version in _one_each(every_frozen(), cleared):
        if version.file_id in kept_from:
            continue
        row = cleared.get(version.edition_id)
        its_choices = choices.get(version.edition_id, NOTHING)
        public = version.public and version.edition_id in on_the_web
        judged = judge(until=row.until if row else None, choices=its_choices, at=at, day=asked.day)
        if judged.pile is Pile.NO and not public:
            continue
        place = row.place if row else on_the_web[version.edition_id] if public else PlaceDetail.NONE
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


def _one_each(versions: Iterator[Frozen], cleared: dict[int, Any]) -> Iterator[Frozen]:
    """Of each page the newest version that is cleared for the use, else the newest one of all."""
    best: dict[int, Frozen] = {}
    for version in versions:
        held = best.get(version.page_id)
        if held is None or (version.edition_id in cleared and held.edition_id not in cleared):
            best[version.page_id] = version
    return iter(best.values())


def _is_from(one: Candidate, region: int) -> bool:
    """Only where the region may be told: matching it would tell it."""
    return one.place >= PlaceDetail.REGION and one.version.region == region


def _in(here: list[Candidate], pile: Pile) -> list[Candidate]:
    return [one for one in here if one.judged.pile is pile]


def _turn(one: Candidate) -> tuple[float, str]:
    """Whose words went out longest ago comes first, so that it is not always the same person."""
    return (one.last_out.timestamp() if one.last_out else 0.0, one.version.code)
