"""Taking every way to reach somebody out of what a reader wrote, before anybody is asked to pass it on.

What is taken out leaves one sign (`GAP`), which a page or a paper says in words. Nothing else is changed.
"""

import re
import unicodedata
from dataclasses import dataclass

from people.in_sight import in_sight
from storybank.domain.drafts import tidy
from storybank.domain.identifying import (
    buildings,
    links,
    mails,
    nhs_numbers,
    other_numbers,
    phones,
    postcodes,
    prison_numbers,
)
from storybank.domain.identifying.words import SENTENCE, Reading
from storybank.domain.replies.odd_spellings import FIGURE, LOOKS_LIKE, ODD, PLACE

GAP = "\ue000"
"""Stands where a way to reach somebody stood."""
LEFT_OUT = "\ue001"
"""Stands where the moderator left a sentence out."""
PRIVATE = re.compile("[\ue000-\uf8ff]")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
UNSEEN = "[\u00ad\u200b-\u200d\u2060\ufeff]"
SPLITTING = re.compile(rf"(?<=[\x00-\x7f]){UNSEEN}+|{UNSEEN}+(?=[\x00-\x7f])")
"""Signs without a width inside plain letters, by which an address hides; between other signs they join a picture."""
FINDERS = (mails, links, phones, postcodes, prison_numbers, other_numbers, nhs_numbers)
OURS = (
    re.compile(r"\S+@\S+"),
    re.compile(
        r"(?:[\w-]{1,40}\s+[(\[]?dot[)\]]?\s+){0,3}[\w-]{1,40}\s*[(\[]?\bat\b[)\]]?\s*[\w-]{1,40}"
        r"(?:\s*[(\[]?\bdot\b[)\]]?\s*\w{2,10}){1,3}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:\S{1,40}\s+(?:at\s+)?)?(?:gmail|hotmail|outlook|yahoo|icloud|protonmail)\b\S*", re.IGNORECASE
    ),
    re.compile(r"(?<!\d)(?!0?116 ?123(?!\d))\+?\(?\d(?:[\s().\-–/_*]{0,3}\d){5,}(?!\d)"),
    re.compile(rf"\b(?:(?:{FIGURE})[\s,.-]+){{5,}}(?:{FIGURE})\b", re.IGNORECASE),
    re.compile(
        r"\b(?:find|add|follow|message|dm|reach|get|write to|text|ring|call|phone)\s+me\b[^.!?\n]{0,120}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:i(?:['’]m| am)|i go by|my name is|known as)\s+(?:on\s+)?{PLACE}\b[^.!?\n]{{0,80}}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{PLACE}\s*(?:name|handle|id|user ?name|account)?\s*(?:[:=@-]|is|as|under|called)\s*[^.!?\n]{{1,60}}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:my|our) (?:home )?(?:address|postcode|number|e-?mail|mobile)\b[^.!?\n]{0,120}", re.IGNORECASE
    ),
    re.compile(r"\b(?:fy|ein) (?:nghyfeiriad|cyfeiriad|rhif|e-?bost)\b[^.!?\n]{0,120}", re.IGNORECASE),
    re.compile(
        r"\b(?:flat|house|no\.?)?\s?\d{1,4}[a-z]?,?\s+(?:[\w’'-]+\s+){1,3}"
        r"(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|way|crescent|court|terrace|place|gardens|grove|row)\b",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True, slots=True)
class TakenOut:
    """`words` with a `GAP` for each of `gaps` ways to reach somebody."""

    words: str
    gaps: int


def as_typed(text: str) -> str:
    """What was typed without signs that no screen shows, that hide an address, or that are ours."""
    return in_sight(SPLITTING.sub("", TURNING.sub("", PRIVATE.sub("", tidy(text)))).strip())


def take_out(text: str) -> TakenOut:
    """Every finder over the text; what overlaps or stands side by side is one gap. `text` as `as_typed` gives it."""
    gaps: list[tuple[int, int]] = []
    for start, end in sorted(_found(_plain(text))):
        if gaps and not text[gaps[-1][1] : start].strip():
            gaps[-1] = (gaps[-1][0], max(end, gaps[-1][1]))
        else:
            gaps.append((start, end))
    words, here = "", 0
    for start, end in gaps:
        words, here = words + text[here:start] + GAP, end
    return TakenOut(words + text[here:], len(gaps))


def sentences(words: str) -> list[str]:
    """The parts that a moderator may leave out, one by one; put together they are the words again."""
    return [found[0] for found in SENTENCE.finditer(words) if found[0]]


def without(words: str, numbers: set[int]) -> str:
    """The words without these sentences; each leaves a sign, and a run of them one."""
    kept = ""
    for number, sentence in enumerate(sentences(words)):
        if number not in numbers or not sentence.strip():
            kept += sentence
            continue
        if not kept.endswith(LEFT_OUT):
            kept += sentence[: len(sentence) - len(sentence.lstrip())] + LEFT_OUT
        kept += "\n" if sentence.endswith("\n") else ""
    return kept.strip()


def _plain(text: str) -> str:
    """The same text, letter for letter, as a finder best reads it: wide, bold and ringed signs as the plain ones, and
    letters that only look like ours as ours."""
    return "".join(_one(sign) for sign in text).translate(LOOKS_LIKE)


def _one(sign: str) -> str:
    normal = unicodedata.normalize("NFKC", sign)
    figure = unicodedata.digit(sign, None)
    if figure is not None:
        return str(figure)
    return normal if len(normal) == 1 else sign


def _found(text: str) -> set[tuple[int, int]]:
    reading = Reading(text)
    hits = [hit for finder in FINDERS for hit in finder.find(reading)]
    hits += [hit for hit in buildings.find(reading) if hit.what == "street"]
    found = {(hit.start, hit.end) for hit in hits if text[hit.start : hit.end].strip()}
    return found | {
        found.span() for pattern in (*OURS, *ODD) for found in pattern.finditer(text) if found[0].strip()
    }
