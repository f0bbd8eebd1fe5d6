"""National Insurance numbers, car registrations, and whatever else is called somebody's number."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.words import Reading

INSURANCE = re.compile(r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", re.IGNORECASE)
CAR = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b")
OLD_CAR = re.compile(r"\b[A-Z]\d{1,3} ?[A-Z]{3}\b")
WHEELS = re.compile(r"\b(?:reg|registration|plates?|car|van|bike|motor|lorry)\b", re.IGNORECASE)
NEAR = 30
CALLED = re.compile(
    r"\b(?:case|claim|crime|court|police|reference|ref|incident|hospital|account|passport|licence|policy|roll|file|urn"
    r"|custody|booking|tenancy|payroll|student|cyfeirnod)\b\.?(?: (?:number|no\b\.?|num|ref(?:erence)?\b\.?))?"
    r"(?: (?:is|was|it was|said|says|yw))?[:#]?"
    r" *(?P<number>(?=[\w/-]*\d[\w/-]*\d[\w/-]*\d)[A-Za-z]{0,4}[\d/-][\w/-]{2,20})",
    re.IGNORECASE,
)
BANK = re.compile(r"\b\d{2}-\d{2}-\d{2}(?: *,? *\d{8})\b|(?<=sort code )\d{2}[- ]\d{2}[- ]\d{2}\b")


def find(reading: Reading) -> Iterator[Hit]:
    text = reading.text
    for found in INSURANCE.finditer(text):
        yield Hit(Clue.INSURANCE, found.start(), found.end())
    for found in CAR.finditer(text):
        yield Hit(Clue.CAR, found.start(), found.end())
    for found in OLD_CAR.finditer(text):
        if WHEELS.search(text[max(0, found.start() - NEAR) : found.end() + NEAR]):
            yield Hit(Clue.CAR, found.start(), found.end())
    for found in CALLED.finditer(text):
        yield Hit(Clue.REFERENCE, found.start("number"), found.end("number"))
    for found in BANK.finditer(text):
        yield Hit(Clue.REFERENCE, found.start(), found.end())
