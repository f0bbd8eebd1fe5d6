"""E-mail addresses, written as such or in words."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.words import Reading

WRITTEN = re.compile(r"[\w.+'%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
IN_WORDS = re.compile(
    r"\b[\w.]{1,40} ?(?:\bat\b|\(at\)|\[at\]) ?[\w-]{2,40}(?: ?(?:\bdot\b|\(dot\)|\[dot\]) ?\w{2,10}){1,3}\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Hit]:
    for pattern in (WRITTEN, IN_WORDS):
        for found in pattern.finditer(reading.text):
            yield Hit(Clue.MAIL, found.start(), found.end())
