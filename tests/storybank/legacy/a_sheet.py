"""Spreadsheets for tests, as offices make them."""

import csv
import io
from datetime import date, datetime

import xlsxwriter

HEADINGS = [
    "Our number",
    "Called",
    "Reach by",
    "Address",
    "Title",
    "Story",
    "Themes",
    "Form signed on",
    "Form said",
]
GOOD = {
    "Our number": "7",
    "Called": "Ngozi",
    "Reach by": "letter",
    "Address": "3 Quay Row\nKestlewick",
    "Title": "Somebody has to put the chairs out",
    "Story": "I put the chairs out.\n\nBy the fourth time they had stopped asking.",
    "Themes": "",
    "Form signed on": "31/12/2021",
    "Form said": "Our website",
}


def row(**changes: str) -> dict[str, str]:
    """A good row with some cells changed; keys with _ for the spaces."""
    return GOOD | {key.replace("_", " "): value for key, value in changes.items()}


def as_csv(*rows: dict[str, str], delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(*rows: dict[str, object]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for column, heading in enumerate(rows[0]):
            sheet.write(0, column, heading)
        for line, cells in enumerate(rows, start=1):
            for column, value in enumerate(cells.values()):
                if isinstance(value, date):
                    sheet.write_datetime(line, column, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001  # a cell has no zone
                else:
                    sheet.write(line, column, value)
    return out.getvalue()
