"""Could the pieces together point to one person? Region, age, relation and year, held against a table of numbers.

A number is never promised: where the table says nothing, nothing is said. Whatever a story leaves open counts as the
most there could be.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from people.models import Organisation, Region
from people.models.organisation import FEWEST_FLOOR
from storybank.domain.identifying.clues import Clue
from storybank.domain.identifying.finding import find_in
from storybank.domain.identifying.passages import texts_of
from storybank.models import PopulationRow, StoryPage
from storybank.models.population import AgeBand, Stands

YEAR = re.compile(r"\b(?:19[5-9]\d|20\d\d)\b")
FIGURE = re.compile(r"\d+")
OF_WHOM = {
    Stands.FAMILY: re.compile(
        r"\bmy (?:husband|wife|partner|son|daughter|dad|mum|mam|father|mother|brother|sister|grandson)\b[^.!?]{0,60}"
        r"\b(?:inside|in prison|in jail|locked up|sentenced|on remand|went down)|\bon a visit to\b",
        re.IGNORECASE,
    ),
    Stands.PROBATION: re.compile(r"\bmy probation\b|\bon probation\b", re.IGNORECASE),
    Stands.PRISON: re.compile(
        r"\b(?:my cell|my pad|my sentence|on the wing|our landing"
        r"|i was (?:inside|sentenced|in prison|locked up|released))\b",
        re.IGNORECASE,
    ),
    Stands.CARE: re.compile(r"\b(?:in care|children's home|foster)\b", re.IGNORECASE),
}
IN_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen".split()
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
BANDS = ((18, AgeBand.UNDER_18), (25, AgeBand.UNDER_25), (35, AgeBand.UNDER_35), (45, AgeBand.UNDER_45))
LATER = ((55, AgeBand.UNDER_55), (65, AgeBand.UNDER_65), (200, AgeBand.OLDER))


@dataclass(frozen=True)
class Combination:
    """What a story shows of somebody; empty where it shows nothing. Several bands: any of them."""

    region: Region | None = None
    bands: tuple[str, ...] = ()
    relation: str = ""
    year: int | None = None

    @property
    def known(self) -> int:
        return sum(map(bool, (self.region, self.bands, self.relation, self.year)))

    @property
    def words(self) -> str:
        parts = [Stands(self.relation).label if self.relation else "somebody"]
        parts += [f"in {self.region.name}"] if self.region else []
        parts += (
            ["aged " + " or ".join(str(AgeBand(band).label) for band in self.bands)] if self.bands else []
        )
        parts += [f"in {self.year}"] if self.year else []
        return ", ".join(parts)


@dataclass(frozen=True)
class Wider:
    """One thing less told, and how many it could be then."""

    words: str
    people: int


@dataclass(frozen=True)
class Jigsaw:
    """How many fit what a story shows. `rare` when they are fewer than `fewest`, the charity's own number; `wider` says
    what would help, most people first."""

    shown: Combination
    people: int
    example: bool
    wider: tuple[Wider, ...]
    fewest: int

    @property
    def rare(self) -> bool:
        return self.people < self.fewest


def jigsaw_of(page: StoryPage) -> Jigsaw | None:
    """Of all that stands in it. None when that is fewer than two pieces, or the table has no number for them."""
    return jigsaw_for(shown_by(texts_of(page), region=page.region, language=page.language))


def jigsaw_for(shown: Combination) -> Jigsaw | None:
    """The same of what is shown."""
    rows = list(PopulationRow.objects.all()) if shown.known > 1 else []
    people = fitting(shown, rows)
    if people is None:
        return None
    wider = [
        Wider(words, more) for words, less in _less(shown) if (more := fitting(less, rows)) and more > people
    ]
    return Jigsaw(
        shown,
        people,
        example=any(row.example for row in rows),
        wider=tuple(sorted(wider, key=lambda one: -one.people)),
        fewest=max(Organisation.load().fewest, FEWEST_FLOOR),
    )


def shown_by(texts: Iterable[tuple[str, str]], *, region: Region | None, language: str) -> Combination:
    """Read out of the words. Of several years the first, of several ages every band; a region also by its name."""
    text = "\n".join(words for _, words in texts)
    years = sorted({int(year) for year in YEAR.findall(text)})
    ages = [one.text for one in find_in(text, language=language) if one.clue == Clue.AGE]
    bands = sorted({band for age in ages if (band := band_of(age))})
    relation = next((stands for stands, pattern in OF_WHOM.items() if pattern.search(text)), "")
    region = region or _named_in(text)
    return Combination(region, tuple(bands), str(relation), years[0] if years else None)


def _named_in(text: str) -> Region | None:
    regions = Region.objects.order_by("name")
    return next(
        (one for one in regions if re.search(rf"\b{re.escape(one.name)}\b", text, re.IGNORECASE)), None
    )


def fitting(shown: Combination, rows: Iterable[PopulationRow]) -> int | None:
    """How many people the table has for it; None when it has none of that kind. A year left open: the fullest one."""
    years: dict[int, int] = {}
    for row in rows:
        if _fits(shown, row):
            years[row.year] = years.get(row.year, 0) + row.people
    return max(years.values()) if years else None


def band_of(age: str) -> str:
    """The band of an age in figures or words; empty for “birthday” and the like."""
    years = _years(age.lower())
    return (
        str(next((band for below, band in BANDS + LATER if years < below), "")) if years is not None else ""
    )


def _years(low: str) -> int | None:
    figure = FIGURE.search(low)
    if figure:
        return int(figure[0])
    words = re.split(r"[ -]", low)
    found = [(TENS.index(word) + 2) * 10 for word in words if word in TENS]
    found += [IN_WORDS.index(word) + 1 for word in words if word in IN_WORDS]
    return sum(found) or None


def _fits(shown: Combination, row: PopulationRow) -> bool:
    return (
        (shown.region is None or row.region_id == shown.region.pk)
        and (not shown.bands or row.band in shown.bands)
        and (not shown.relation or row.relation == shown.relation)
        and (shown.year is None or row.year == shown.year)
    )


def _less(shown: Combination) -> list[tuple[str, Combination]]:
    less = []
    if shown.region:
        less.append(("Without the region", replace(shown, region=None)))
    if shown.bands:
        wide = _with_neighbours(shown.bands)
        less.append(
            (
                f"With a wider age ({Combination(bands=wide).words.partition('aged ')[2]})",
                replace(shown, bands=wide),
            )
        )
        less.append(("Without the age", replace(shown, bands=())))
    if shown.year:
        less.append(("Without the year", replace(shown, year=None)))
    if shown.relation:
        less.append(("Without how they came to it", replace(shown, relation="")))
    return less


def _with_neighbours(bands: tuple[str, ...]) -> tuple[str, ...]:
    every = AgeBand.values
    places = {
        place for band in bands for place in (every.index(band) - 1, every.index(band), every.index(band) + 1)
    }
    return tuple(every[place] for place in sorted(places) if 0 <= place < len(every))
