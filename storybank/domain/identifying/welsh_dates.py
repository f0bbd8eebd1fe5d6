"""Days as they are written in Welsh: y 3ydd o Fai 2019, 14 Mawrth, Nadolig 2017."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.dates import YEAR, when
from storybank.domain.identifying.words import Reading

MONTH = (
    r"(?:Ionawr|[CG]?hwefror|Chwefror|Mawrth|Fawrth|Ebrill|Mai|Fai|[MF]ehefin|Ngorffennaf|G?orffennaf|Awst|[MF]edi"
    r"|Hydref|[TD]d?achwedd|Nhachwedd|Rhagfyr|Ragfyr)\b"
)
DAY = r"(?:3[01]|[12]\d|[1-9])"
NTH = r"(?:af|il|ydd|fed|ed|eg|ain)"
WEEKDAY = r"(?:Llun|Mawrth|Mercher|Iau|Gwener|Sadwrn|Sul)"
FEAST = r"(?:Nadolig|Pasg|Sulgwyn|Calan|Gŵyl San Steffan|Calan Gaeaf|Dydd Gŵyl Dewi|Sul y Mamau)"
PATTERNS = [
    rf"(?:(?:y|yr) )?\b{DAY}{NTH}?(?: o)? {MONTH}(?: {YEAR})?",
    rf"(?:dydd|nos) {WEEKDAY},? (?:y |yr )?{DAY}{NTH}?(?: o {MONTH})?(?: {YEAR})?",
    rf"\b{MONTH} {YEAR}",
    rf"(?:\b\w{{1,12}} (?:diwrnod|wythnos) (?:cyn|ar ôl) )?(?:y )?\b{FEAST} {YEAR}",
    rf"(?:(?:y |yr )?(?:gwanwyn|haf|hydref|gaeaf))(?: yn)? {YEAR}",
]
DATES = [re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS]
FIGURE = re.compile(r"\d")


def find(reading: Reading) -> Iterator[Hit]:
    if reading.language == "cy":
        for start, found in reading.search(DATES, only=FIGURE):
            yield Hit(Clue.DATE, start + found.start(), start + found.end(), when(found[0]))
