"""Days by which somebody could be found: every usual way to write one in English. A year alone is not one of them."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.numbers_in_words import IN_WORDS, ORDINALS
from storybank.domain.identifying.words import Reading

MONTH = (
    r"(?:January|February|April|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
ANY_MONTH = rf"(?:{MONTH}|(?-i:March|May)\b)"
AFTER_A_DAY = rf"(?:{MONTH}|(?:March|May)\b)"
YEAR = r"(?:(?:19|20)\d\d|['’]\d\d)(?!\d)"
SUFFIX = r"(?:st|nd|rd|th)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
FEAST = (
    r"(?:Christmas(?: Eve| Day)?|Xmas|New Year(?:['’]?s)?(?: Eve| Day)?|Boxing Day|Easter(?: Sunday| Monday)?"
    r"|Good Friday|Eid(?:[ -][Uu]l[ -][A-Z]\w+| al-\w+)?|Ramadan"
    r"|Diwali|Vaisakhi|Hanukkah|Halloween|Hallowe['’]en|Hogmanay"
    r"|Mother(?:['’]?s|ing) (?:Day|Sunday)|Father['’]?s Day|Valentine(?:['’]?s)?(?: Day)?|Bonfire Night|Pancake Day"
    r"|Remembrance (?:Day|Sunday)|St \w+['’]s Day|Lent|Pentecost|Passover)"
)
AROUND = (
    rf"(?:(?:(?:the|a|\d{{1,3}}|{IN_WORDS}|couple of|few) )?(?:couple of |few )?(?:days?"
    rf"|weeks?|months?|nights?|mornings?"
    r"|weekends?) (?:before|after|of|following) )"
)
SEASON = r"(?:spring|summer|autumn|winter|Spring|Summer|Autumn|Winter)"
PATTERNS = [
    # 3rd of May 2019, the 14 March, 1st Dec
    rf"(?:the )?\b{DAY}{SUFFIX}?(?: day)?(?: of)? {MONTH}(?:,? {YEAR})?",
    rf"(?:the )?\b{DAY}(?:{SUFFIX}(?: of)?| of) (?:March|May)\b(?:,? {YEAR})?",
    rf"(?:the )?\b{DAY} (?-i:March|May)\b(?:,? {YEAR})?",
    rf"(?:the )?\b(?:{ORDINALS})(?: day)? of {AFTER_A_DAY}(?:,? {YEAR})?",
    # March 14th, May 3, 2019
    rf"\b{ANY_MONTH} (?:the )?{DAY}{SUFFIX}(?:,? {YEAR})?",
    rf"\b{ANY_MONTH} {DAY},? {YEAR}",
    rf"\b{ANY_MONTH} {DAY}(?=[.,;!?)\n]|$)",
    # February 2020, the end of May '19
    rf"(?:(?:early|late|mid|the (?:start|beginning|middle|end) of)[ -])?\b{ANY_MONTH}(?: of)?,? {YEAR}",
    # 21/06/2018, 03.11.17, 2016-08-30
    r"(?<![\d/.-])(?:3[01]|[12]\d|0?[1-9])([/.-])(?:1[0-2]|0?[1-9])\1(?:(?:19|20)\d\d|\d\d)(?![\d/-])",
    r"(?<![\d/.-])(?:19|20)\d\d([/.-])(?:1[0-2]|0[1-9])\1(?:3[01]|[12]\d|0[1-9])(?!\d)",
    # last Tuesday the 4th, Friday 13th, Monday 6 January
    rf"(?:(?:last|next|this) )?\b{WEEKDAY},? (?:the )?{DAY}{SUFFIX}(?: (?:of )?{AFTER_A_DAY})?(?:,? {YEAR})?",
    rf"(?:(?:last|next|this) )?\b{WEEKDAY},? (?:the )?{DAY} (?:of )?{AFTER_A_DAY}(?:,? {YEAR})?",
    # two days before Christmas 2018, the autumn of 2015
    rf"{AROUND}?\b{FEAST}(?: (?:of|in))?,? {YEAR}",
    rf"{AROUND}{FEAST}",
    rf"(?:the )?(?:(?:early|late|mid)[ -])?\b{SEASON}(?: (?:of|in))? {YEAR}",
    # born in 1971
    rf"(?<=\bborn in ){YEAR}",
    rf"(?<=\bgeni yn ){YEAR}",
]
DATES = [re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS]
LIKELY = re.compile(
    rf"\d|\b(?:{ORDINALS}) (?:day )?of\b|\b(?:days?|weeks?|months?|nights?|weekend) (?:before|after|of)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Hit]:
    for start, found in reading.search(DATES, only=LIKELY):
        yield Hit(Clue.DATE, start + found.start(), start + found.end(), when(found[0]))


SEASONS = {
    "winter": "dec jan feb rhag ion chwef christmas xmas new boxing nadolig",
    "spring": "mar apr may maw ebr mai easter good pasg mother",
    "summer": "jun jul aug meh gor awst father",
    "autumn": "sep oct nov med hyd tach halloween bonfire remembrance",
}
IN_FIGURES = ("", *("winter",) * 2, *("spring",) * 3, *("summer",) * 3, *("autumn",) * 3, "winter")


def when(text: str) -> str:
    """The season a date falls in, in English; empty when it says none."""
    low = text.lower()
    for season, begins in SEASONS.items():
        if season in low or any(re.search(rf"\b{begin}", low) for begin in begins.split()):
            return season
    figures = re.fullmatch(r"(\d{1,4})[/.-](\d{1,2})[/.-]\d{1,4}", low)
    return IN_FIGURES[int(figures[2])] if figures and int(figures[2]) <= 12 else ""
