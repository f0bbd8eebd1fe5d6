"""What somebody is called in quotation marks, or after words like “they called me”."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.lists import CAPITALS, ORDINARY, SMALL
from storybank.domain.identifying.words import Reading

QUOTED = r"(?P<quoted>[“\"'‘][A-Z][\w’-]*(?: [A-Z][\w’-]*){0,2}[”\"'’])"
LED_IN = re.compile(
    r"\b(?:nick-?named?|nickname (?:was|is)|(?:know|known|knew) (?:\w+ )?as|"
    r"call(?:s|ed)? (?:me|him|her|them|us)|calling (?:me|him|her)|go(?:es)? by|went by|answer(?:s|ed)? to|"
    r"street name (?:was|is)|galw (?:fi|fe|hi|ef|fo|nhw)(?:['’]n| yn)?|llysenw (?:oedd|yw))\s+"
    r"(?:the name |just |simply )?"
    r"(?P<said>[“\"'‘][^“”\"‘’\n]{2,30}[”\"'’]|[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})"
)
ALONE = re.compile(
    rf"(?<![\w,:] )(?<!\w){QUOTED}(?![\w])|(?<=[a-z] ){QUOTED.replace('quoted', 'inside')}(?!\w)"
)


def find(reading: Reading) -> Iterator[Hit]:
    if reading.shouted:
        return
    for found in LED_IN.finditer(reading.text):
        words = found["said"].strip("“”\"'‘’").lower().split()
        if any(word not in SMALL and word not in CAPITALS for word in words):
            yield Hit(Clue.NICKNAME, found.start("said"), found.end("said"))
    for found in ALONE.finditer(reading.text):
        name = "quoted" if found["quoted"] else "inside"
        words = found[name].strip("“”\"'‘’").lower().split()
        if not any(word in SMALL or word in CAPITALS or word in ORDINARY for word in words):
            yield Hit(Clue.NICKNAME, found.start(name), found.end(name))
