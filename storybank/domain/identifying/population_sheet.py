"""The table of how many people there are, brought in from a sheet: all of it right, or nothing of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from people.models import Region
from storybank.models import PopulationRow
from storybank.models.population import AgeBand, Stands

COLUMNS = ("Region", "Age", "Who", "Year", "People")
MOST_ROWS = 5_000
MOST_PEOPLE = 100_000_000
BETWEEN = range(1950, 2101)
SHARES = {"0-17": 3, "18-24": 14, "25-34": 31, "35-44": 27, "45-54": 15, "55-64": 7, "65+": 3}
"""Of a hundred, in the invented example."""
SIZES = {"prison": 900, "probation": 2400, "family": 1300, "care": 60}


@dataclass(frozen=True)
class Problem:
    """What stands against one cell, by the row as the spreadsheet counts it."""

    row: int
    column: str
    sentence: str


@dataclass(frozen=True)
class Checked:
    """A dry run. `rows` may be brought in when there are no problems."""

    rows: tuple[PopulationRow, ...]
    problems: tuple[Problem, ...]

    @property
    def ready(self) -> bool:
        return bool(self.rows) and not self.problems


def check(table: Sequence[Sequence[str]]) -> Checked:
    """Every cell looked at; nothing is saved."""
    headings = [str(cell).strip().casefold() for cell in table[0]] if table else []
    missing = [name for name in COLUMNS if name.casefold() not in headings]
    if missing:
        return Checked((), (Problem(1, ", ".join(missing), "The first row must have these headings."),))
    if len(table) - 1 > MOST_ROWS:
        return Checked((), (Problem(MOST_ROWS + 2, "", f"At most {MOST_ROWS:,} rows. Split it by year."),))
    places = {name: headings.index(name.casefold()) for name in COLUMNS}
    regions = {region.name.casefold(): region for region in Region.objects.all()}
    rows: list[PopulationRow] = []
    problems: list[Problem] = []
    seen: dict[tuple[object, ...], int] = {}
    for n, cells in enumerate(table[1:], start=2):
        line = {name: str(cells[at]).strip() if at < len(cells) else "" for name, at in places.items()}
        if not any(line.values()):
            continue
        row, wrong = _row(n, line, regions)
        problems += wrong
        if row is None:
            continue
        key = (row.region_id, row.band, row.relation, row.year)
        if key in seen:
            problems.append(Problem(n, "Region", f"The same as row {seen[key]}. Take one of them out."))
        seen[key] = n
        rows.append(row)
    if not rows and not problems:
        problems.append(Problem(2, "", "There are no rows under the headings."))
    return Checked(tuple(rows), tuple(problems))


@transaction.atomic
def bring_in(checked: Checked) -> int:
    """The new table instead of the old one. Gives the number of rows; refuses what has problems."""
    if not checked.ready:
        raise ValueError("A sheet with problems is never brought in.")
    PopulationRow.objects.all().delete()
    return len(PopulationRow.objects.bulk_create(checked.rows))


def example_rows(*, years: range = range(2015, 2027)) -> Checked:
    """An invented table over our own regions, marked as an example wherever it is used."""
    return Checked(
        tuple(
            PopulationRow(
                region=region,
                band=band,
                relation=relation,
                year=year,
                people=max(1, size * share * (7 + number % 4) // 1000),
                example=True,
            )
            for number, region in enumerate(Region.objects.all())
            for relation, size in SIZES.items()
            for band, share in SHARES.items()
            for year in years
        ),
        (),
    )


def _row(
    n: int, line: dict[str, str], regions: dict[str, Region]
) -> tuple[PopulationRow | None, list[Problem]]:
    region = regions.get(line["Region"].casefold())
    band = _named(line["Age"], AgeBand)
    relation = _named(line["Who"], Stands)
    year, people = _number(line["Year"]), _number(line["People"])
    wrong = []
    if region is None:
        wrong.append(
            Problem(n, "Region", f"Write one of: {', '.join(sorted(one.name for one in regions.values()))}.")
        )
    if not band:
        wrong.append(Problem(n, "Age", f"Write one of: {', '.join(AgeBand.values)}."))
    if not relation:
        wrong.append(Problem(n, "Who", f"Write one of: {', '.join(Stands.values)}."))
    if year not in BETWEEN:
        wrong.append(Problem(n, "Year", "Write a year, like 2024."))
    if people is None or people > MOST_PEOPLE:
        wrong.append(Problem(n, "People", "Write a whole number, like 120."))
    if wrong or region is None or year is None or people is None:
        return None, wrong
    return PopulationRow(region=region, band=band, relation=relation, year=year, people=people), []


def _named(cell: str, choices: type[AgeBand] | type[Stands]) -> str:
    low = cell.casefold().replace("–", "-")
    return next((value for value, label in choices.choices if low in {value, str(label).casefold()}), "")


def _number(cell: str) -> int | None:
    plain = cell.replace(",", "").removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 12 else None
