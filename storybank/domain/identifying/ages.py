"""How old somebody is or was. “In my thirties” is wide enough and stays."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.numbers_in_words import AGE, IN_WORDS, TEENS, TENS, UNITS, WELSH
from storybank.domain.identifying.words import Reading

WHO = (
    r"(?:I|he|she|they|who|we|son|daughter|boy|girl|brother|sister|mum|mam|dad|nan|youngest|eldest|oldest|baby|child"
    r"|grandson|granddaughter|nephew|niece|cousin|wife|husband|partner|(?-i:[A-Z][a-z]+))"
)
NOW = r"(?:only|just|nearly|almost|about|around|maybe|then|now|already|still)"
ENDS = (
    r"(?=[.,;:!?)\n–—]|$| (?:when|then|now|and|at the time|at that time|that|by then|years? old|before|this|but|so|on"
    r" (?:my|his|her)|last|next|or so|going on|in (?:my|a|the|his|her)|with (?:two|three|a|no)"
    r"|in (?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)|years of age)\b)"
)
PATTERNS = [
    rf"\b(?:aged|age|at the age of|by the age of|oed) {AGE}\b(?! (?:minutes|hours|days|weeks|months))",
    rf"\b{AGE}[- ]years?[- ](?:olds?|of age)\b",
    rf"\b{AGE}[- ]?(?:yrs?|yo|y/o)(?:[- ]old)?\b",
    (
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{TENS})(?:ieth|[ -]\w+th)?|eighteenth|twentieth|thirtieth|fortieth|fiftieth"
        r"|sixtieth|seventieth|eightieth|sixteenth) birthday\b"
    ),
    (
        rf"\b{WHO}(?: (?:was|is|am|were|are|turned|turns|will be|would be|had turned)|['’](?:m|s|re|d be))(?: {NOW})*"
        rf" (?P<age>{AGE}){ENDS}"
    ),
    rf"\b(?:turned|turning|being) (?P<turned>{AGE}){ENDS}",
    rf"\b(?:at|from) (?P<at>(?:{TENS})(?:[ -](?:{UNITS}))?|(?:{TEENS}))(?=[.,;!?]|$)(?<!ten)(?<!eleven)(?<!twelve)",
    rf"\b(?:\d{{1,3}}|{IN_WORDS}|{WELSH}) (?:mlwydd |blwydd )?oed\b",
]
AGES = [re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS]
LIKELY = re.compile(rf"\d|\b(?:{IN_WORDS})\b|birthday|\boed\b", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Hit]:
    for start, found in reading.search(AGES, only=LIKELY):
        part = next((name for name, value in found.groupdict().items() if value), 0)
        what = "at" if part == "at" else _life(found[part])
        yield Hit(Clue.AGE, start + found.start(part), start + found.end(part), what)


def _life(text: str) -> str:
    """Roughly when in a life, by the figure; the words are for `blurring`."""
    if text.endswith("birthday"):
        return "birthday"
    figure = re.search(r"\d+", text)
    if figure is None:
        low = text.lower()
        if re.search("thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen", low):
            return "teens"
        return next((ten for ten in TENS.split("|") if ten in low), "child")
    years = int(figure[0])
    if years < 13:
        return "child"
    return "teens" if years < 20 else f"{min(years // 10, 9)}0s"
