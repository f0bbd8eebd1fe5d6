"""NHS numbers: ten figures with a check digit (NHS Data Dictionary), or whatever is called one."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.words import Reading

TEN = re.compile(r"(?<![\d/+-])\d{3}([ -]?)\d{3}\1\d{4}(?![\d/-])")
SAID = re.compile(r"\bNHS (?:number|no\.?|num|rhif)\D{0,12}(?P<number>\d[\d -]{7,12}\d)", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Hit]:
    for found in TEN.finditer(reading.text):
        if is_nhs_number(re.sub(r"\D", "", found[0])):
            yield Hit(Clue.NHS, found.start(), found.end())
    for found in SAID.finditer(reading.text):
        yield Hit(Clue.NHS, found.start("number"), found.end("number"))


def is_nhs_number(figures: str) -> bool:
    """Modulus 11 over the first nine; a check of 10 is never given out."""
    check = 11 - sum(int(figure) * (10 - place) for place, figure in enumerate(figures[:9])) % 11
    return check % 11 == int(figures[9]) and check != 10 and figures[0] != "0"
