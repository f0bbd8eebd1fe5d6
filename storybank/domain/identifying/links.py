"""Links, and the names people have on the net."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.lists import CAPITALS, ORDINARY, SMALL
from storybank.domain.identifying.words import Reading

ENDS = "com|co|org|net|uk|info|io|me|tv|cymru|wales|scot|gov|eu|example|ie|pl|ro|app|link|gg|blog|news|site|online"
LINK = re.compile(
    rf"\bhttps?://[^\s<>\"”’)]{{3,300}}|\bwww\.[\w.-]{{3,200}}(?:/[^\s<>\"”’)]*)?"
    rf"|(?<![@\w.])[a-z0-9][\w-]{{1,60}}(?:\.[\w-]{{2,60}}){{0,3}}\.(?:{ENDS})\b(?:/[^\s<>\"”’)]*)?",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w.])@[A-Za-z0-9_][\w.]{2,30}")
SAID = re.compile(
    r"\b(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|twitter|facebook|fb|xbox|gamertag"
    r"|psn|discord|telegram|youtube|onlyfans)"
    r"(?: (?:name|handle|account|page|channel|user ?name))?(?: (?:is|was|as|called)|:| =)"
    r" +[“\"']?(?P<name>[\w.-]{3,30}\w)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Hit]:
    for found in LINK.finditer(reading.text):
        yield Hit(Clue.LINK, found.start(), found.start() + len(found[0].rstrip(".,;:!?'")))
    for found in HANDLE.finditer(reading.text):
        yield Hit(Clue.LINK, found.start(), found.start() + len(found[0].rstrip(".")))
    for found in SAID.finditer(reading.text):
        if found["name"].lower() not in SMALL | ORDINARY | CAPITALS:
            yield Hit(Clue.LINK, found.start("name"), found.end("name"))
