"""Postcodes, whole ones, and the first half alone where it is no motorway, vitamin or channel."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.words import Reading

AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G"
    " GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW"
    " OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC"
    " WD"
    " WF WN WR WS WV YO ZE"
)
AREA = "|".join(sorted(AREAS.split(), key=len, reverse=True))
WHOLE = re.compile(rf"\b(?:{AREA})\d{{1,2}}[A-Z]? ?\d[ABD-HJLNP-UW-Z]{{2}}\b", re.IGNORECASE)
HALF = re.compile(rf"\b(?:{AREA})\d{{1,2}}[A-Z]?\b(?! ?\d)")
NEAR = re.compile(
    r"\b(?:in|from|near|around|round|is all|of|to|postcode|area|lives?|lived|,|yn|o|ym)\s*$", re.IGNORECASE
)
NOT_HERE = re.compile(r"^\s*(?:form|wing|vitamin|road|bus|tablet|paper|sheet|landing)", re.IGNORECASE)
THINGS = frozenset(
    "B12 B6 B1 B2 B3 B5 B7 B9 E10 E5 G4 G7 G8 G20 L1 L2 L3 S4C N95 PE1 PE2 CO2 CT1 M1 M25 M62".split()
)
"""Vitamins, petrol, gases, levels and roads that look like one."""


def find(reading: Reading) -> Iterator[Hit]:
    text = reading.text
    for found in WHOLE.finditer(text):
        yield Hit(Clue.POSTCODE, found.start(), found.end())
    for found in HALF.finditer(text):
        if found[0] in THINGS or NOT_HERE.match(text[found.end() : found.end() + 12]):
            continue
        if NEAR.search(text[max(0, found.start() - 12) : found.start()]) or len(found[0]) > 3:
            yield Hit(Clue.POSTCODE, found.start(), found.end())
