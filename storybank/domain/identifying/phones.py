"""Phone numbers, however they are spaced. A free line that anybody may ring is nobody's."""

import re
from collections.abc import Iterator

import phonenumbers

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.words import Reading

LIKE_ONE = re.compile(r"(?<![\w/.-])(?:\+|\(\+)?\(?[0oO\d][\doO()\s.\-–/]{7,24}[\doO](?!\w)")
SAID = re.compile(
    r"\b(?:ring|call|phone|text|tel|telephone|mobile|mob|ffonio|ffoniwch|whatsapp)\b"
    r"[^\d\n]{0,15}(?P<number>\d{3} ?\d{3,4})(?![\d/])",
    re.IGNORECASE,
)
EVERYBODYS = ("0800", "0808", "0300", "0303", "0330", "0345", "0116123", "116123", "0999", "0111")
FIGURES = 9


def find(reading: Reading) -> Iterator[Hit]:
    for found in LIKE_ONE.finditer(reading.text):
        if is_phone(found[0]):
            yield Hit(Clue.PHONE, found.start(), found.end())
    for found in SAID.finditer(reading.text):
        if found["number"].replace(" ", "") not in {"116123", "0800000"}:
            yield Hit(Clue.PHONE, found.start("number"), found.end("number"))


def is_phone(text: str) -> bool:
    plain = re.sub(r"[^\d+]", "", re.sub("[oO]", "0", text))
    if not plain.startswith(("0", "+")) or len(plain) < FIGURES or plain.startswith(EVERYBODYS):
        return False
    international = "+" + plain[2:] if plain.startswith("00") else plain
    try:
        number = phonenumbers.parse(international, "GB")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number)
