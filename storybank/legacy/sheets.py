"""A spreadsheet as rows of text: CSV as offices save it, or XLSX. Nothing of it is run, followed or kept."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from storybank.domain.drafts import LONGEST, tidy
from storybank.legacy import unpacked
from storybank.legacy.columns import BY_KEY, COLUMNS, key_of

BIGGEST_FILE = 5_000_000
BIGGEST_UNPACKED = 60_000_000
MOST_ROWS = 3_000
ENCODINGS = ("utf-8-sig", "cp1252")


class NotASheet(ValueError):
    """The file cannot be read as a sheet of ours; the message says why and what to do."""


@dataclass(frozen=True)
class Line:
    """One row: its number as the spreadsheet counts it, and its cells by column key, trimmed."""

    n: int
    cells: dict[str, str]


def read(data: bytes, *, name: str) -> list[Line]:
    """The rows under the headings, empty ones left out. Raises `NotASheet`."""
    return lines_of(opened(data, name=name))


def opened(data: bytes, *, name: str) -> list[list[str]]:
    """The whole sheet as text, headings and all. Raises `NotASheet`."""
    if len(data) > BIGGEST_FILE:
        raise NotASheet("The file is larger than 5 MB. Split it into smaller ones.")
    return _xlsx(data) if data[:4] == b"PK\x03\x04" else _csv(data, name=name)


def lines_of(table: list[list[str]]) -> list[Line]:
    """The rows under the headings, empty ones left out. Raises `NotASheet`."""
    headings, *rows = table or [[]]
    keys = _keys(headings)
    lines = [_line(n, keys, row) for n, row in enumerate(rows, start=2)]
    lines = [line for line in lines if any(line.cells.values())]
    if not lines:
        raise NotASheet("There are no rows under the headings.")
    if len(lines) > MOST_ROWS:
        raise NotASheet(f"There are more than {MOST_ROWS:,} rows. Split the file into smaller ones.")
    return lines


def _keys(headings: list[str]) -> list[str | None]:
    keys = [key_of(heading) for heading in headings]
    twice = {BY_KEY[key].name for key in keys if key and keys.count(key) > 1}
    if twice:
        raise NotASheet(f"Two columns mean the same: {', '.join(sorted(twice))}. Take one of them out.")
    missing = [column.name for column in COLUMNS if column.needed and column.key not in keys]
    if missing:
        raise NotASheet(f"The first row must hold the headings. These are missing: {', '.join(missing)}.")
    return keys


def unknown_headings(table: list[list[str]]) -> list[str]:
    """Headings we have no place for: their columns are left out, and the page says so."""
    return [heading for heading in (table or [[]])[0] if heading and key_of(heading) is None]


def _line(n: int, keys: list[str | None], row: list[str]) -> Line:
    pairs = zip(keys, row, strict=False)
    return Line(n, {key: tidy(cell).strip()[: LONGEST + 1] for key, cell in pairs if key})


def _csv(data: bytes, *, name: str) -> list[list[str]]:
    if b"\x00" in data[:2000] or name.casefold().endswith((".xls", ".ods", ".pdf", ".docx")):
        raise NotASheet("Save the sheet as CSV or XLSX and choose it again.")
    text = _decoded(data)
    try:
        delimiter = csv.Sniffer().sniff(text.split("\n", 1)[0], delimiters=",;\t").delimiter
    except csv.Error:
        delimiter = ","
    try:
        return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise NotASheet("The file breaks off in the middle of a row. Save it once more as CSV.") from error


def _decoded(data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotASheet("We cannot read the letters in this file. Save it as “CSV UTF-8”.")


def _xlsx(data: bytes) -> list[list[str]]:
    try:
        if unpacked.size_of(data, most=BIGGEST_UNPACKED) > BIGGEST_UNPACKED:
            raise NotASheet("The sheet holds more than we can read. Split it into smaller ones.")
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, OSError, IndexError) as error:
        raise NotASheet(
            "The file is damaged, or it is no spreadsheet. Save it again as XLSX or CSV."
        ) from error
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
