"""Numbers by which a court or the police keep a case: T20190001, 01AB1234567, claim numbers, citations."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.words import Reading

PATTERNS = [
    r"\b[TSAU]-? ?(?:19|20)\d{2}[ -]?\d{4}\b",  # Crown Court
    r"\b\d{2}[A-Z]{1,2}\d?[A-Z]?\d{6,8}(?:/\d{1,2})?\b",  # the police's and the CPS's unique reference
    r"\b[A-Z]\d{2}[A-Z]{2}\d{3}\b",  # county court claims
    r"\b[A-Z]{2,3}-(?:19|20)\d{2}-\d{3,6}\b",  # High Court claims
    r"\b[A-Z]{2}\d{2}[CPDFZ]\d{4,5}\b",  # family court
    r"\b(?:19|20)\d{2}/?0\d{4}/?[A-D]\d\b",  # Court of Appeal, Criminal Division
    r"\bCO/\d{2,5}/(?:19|20)\d{2}\b",  # Administrative Court
    (
        r"[\[(](?:19|20)\d{2}[\])] (?:EWCA|EWHC|EWFC|EWCOP|EWCC|UKSC|UKHL|UKUT|UKFTT|CSIH|CSOH|HCJAC|NICA|NIQB)"
        r"(?: (?:Crim|Civ|Admin|Fam|QB|KB))? \d{1,5}(?: \((?:Admin|Fam|QB|KB|Ch)\))?"
    ),
]
COURTS = [re.compile(pattern) for pattern in PATTERNS]


def find(reading: Reading) -> Iterator[Hit]:
    for pattern in COURTS:
        for found in pattern.finditer(reading.text):
            yield Hit(Clue.COURT, found.start(), found.end())
