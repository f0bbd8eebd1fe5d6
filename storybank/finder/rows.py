"""What a comms officer reads of one story found: what may be said, until when, whom to ring."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from consent import policy
from consent.enums import IdentityLevel, PlaceDetail
from storybank.domain.reading import Reading, readings
from storybank.finder.duty import Ring, whom_to_ring
from storybank.finder.searching import Candidate
from storybank.models import StoryPage

NAMED = {
    IdentityLevel.N0: "Count it only: none of the words",
    IdentityLevel.N1: "Retell it only: none of the words",
    IdentityLevel.N2: "No name, and nothing that points to them",
    IdentityLevel.N3: "A name they chose",
    IdentityLevel.N4: "Their first name",
    IdentityLevel.N5: "Their full name",
}
LANGUAGES = {"cy": "Cymraeg"}


@dataclass(frozen=True)
class Row:
    """`title` and `url` only where readers can open the story; `words`: its words may be handed over."""

    edition_id: int
    code: str
    title: str
    url: str
    opening: str
    form: str
    reasons: tuple[str, ...]
    named: str
    seen: str
    place: str
    until: datetime | None
    uses_left: int | None
    last_out: datetime | None
    ring: Ring | None
    words: bool


def rows_of(shown: Iterable[Candidate], *, at: datetime) -> dict[int, Row]:
    """Edition id → row, for the few that are shown."""
    here = list(shown)
    titles = _titles(here, at)
    ring = whom_to_ring((one.version.file_id for one in here), at=at)
    use = here[0].use if here else ""
    cleared = policy.clearances((one.version.edition_id for one in here), use, at)
    return {
        one.version.edition_id: _row(
            one,
            cleared.get(one.version.edition_id),
            titles.get(one.version.page_id),
            ring.get(one.version.file_id),
        )
        for one in here
    }


def _titles(here: list[Candidate], at: datetime) -> dict[int, Reading]:
    """What readers of the website meet; asked of the one renderer, so that a title is never an unagreed one."""
    pages = StoryPage.objects.filter(pk__in=[one.version.page_id for one in here if one.public])
    found = readings(pages.select_related("region").prefetch_related("themes"), at=at)
    return {one.page_id: one for one in found}


def _row(one: Candidate, cleared: Any, met: Reading | None, ring: Ring | None) -> Row:
    level = IdentityLevel(cleared.identity) if cleared else None
    return Row(
        edition_id=one.version.edition_id,
        code=one.version.code,
        title=met.title if met else "",
        url=met.url if met else "",
        opening=met.first_sentence if met else "",
        form=_form(one),
        reasons=one.judged.reasons,
        named=_named(level, cleared),
        seen=_seen(cleared),
        place=_place(one),
        until=cleared.valid_until if cleared else None,
        uses_left=one.choices.uses_left if cleared else None,
        last_out=one.last_out if cleared else None,
        ring=ring,
        words=level is not None and level >= IdentityLevel.N2,
    )


def _named(level: IdentityLevel | None, cleared: object) -> str:
    if level is None:
        return ""
    name = getattr(cleared, "slots", {}).get("name", "") if level.shows_name else ""
    return f"{NAMED[level]}: “{name}”" if name else NAMED[level]


def _seen(cleared: object) -> str:
    if cleared is None:
        return ""
    face, voice = getattr(cleared, "face", False), getattr(cleared, "voice", False)
    if face and voice:
        return "Face and voice"
    return "Face, no voice" if face else "Voice, no face" if voice else "No face, no voice"


def _place(one: Candidate) -> str:
    """Only what may be told of the place for this use."""
    told = one.place >= PlaceDetail.REGION
    return (one.version.region_name or "") if told else ""


def _form(one: Candidate) -> str:
    """Said only where it is not an English original."""
    parts = [] if one.version.form == "original" else [one.version.form.replace("_", " ")]
    if one.version.language != "en":
        parts.append(LANGUAGES.get(one.version.language, one.version.language))
    return " · ".join(parts)
