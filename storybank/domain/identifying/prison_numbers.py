"""Prison numbers, today's and older ones, and the police's: A1234BC, LX4471, 98/123456K."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.words import Reading

NOW = re.compile(r"\b[A-Za-z][ -]?\d{4}[ -]?[A-Za-z]{2}\b")
OLD = re.compile(r"\b[A-Z]{2} ?\d{4}\b(?![/-]?\d)")
POLICE = re.compile(r"(?<![\d/])\d{2,4}/\d{4,7}[A-Z]\b|\b\d{3,6}/\d{2}[A-Z]\b|\b[A-Z]\d{6}\b")
SAID = re.compile(
    r"\b(?:prison|prisoner|jail|my old|carchar)(?: number| no\.?)"
    r"\s*(?:is|was|:)?\s+(?P<number>[A-Z]{0,2} ?\d[\d ]{3,7}\d)",
    re.IGNORECASE,
)
WORDS = frozenset(
    "am pm cc kg km mm cm ml gb mb lb st th ft hp mg of or in on at to by my me we he it is as so up no us do go an"
    " if be".split()
)
"""What follows a number in a sentence and is no end of a prison number: a 1600 cc engine, a 2000 of them."""
NOT_OLD = frozenset("no uk eu us pc mp tv am pm ad bc ps ph os in on at of to by is it".split())


def find(reading: Reading) -> Iterator[Hit]:
    for found in NOW.finditer(reading.text):
        if not (" " in found[0] and found[0][-2:].lower() in WORDS and not found[0].isupper()):
            yield Hit(Clue.PRISON, found.start(), found.end())
    for found in OLD.finditer(reading.text):
        if not (" " in found[0] and found[0][:2].lower() in NOT_OLD):
            yield Hit(Clue.PRISON, found.start(), found.end())
    for found in POLICE.finditer(reading.text):
        yield Hit(Clue.PRISON, found.start(), found.end())
    for found in SAID.finditer(reading.text):
        yield Hit(Clue.PRISON, found.start("number"), found.end("number"))
