"""Prisons, streets, schools, hospitals, pubs, churches and the like: a name beside a word that says what it is."""

import re
from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.lists import CAPITALS, SMALL
from storybank.domain.identifying.words import Reading

CAP = r"[A-ZÂÊÎÔÛŴŶÁÉÓ][\w'’\-]*"
HEAD = r"(?:HMP\s?(?:/|&|and|\+|,)\s?(?:HM)?YOI|HMPYOI|HMYOI|HMP|H\.M\.P\.?|HM Prison|YOI|STC|IRC)"
AFTER = {
    "prison": "Prison|Young Offenders?'? Institution|Removal Centre|Detention Centre|Secure Unit|Secure Centre"
    "|Approved Premises|Jail|Gaol",
    "court": "Magistrates['’]? Court|Crown Court|County Court|Family Court|Police Station|Probation Office",
    "street": "Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Crescent|Cres|Terrace|Way|Court|Place|Square|Gardens"
    "|Grove|Row|Mews|Estate|Parade|Walk|Rise|Hill|Heights|Towers?|Flats|Buildings|Villas?|House|Lodge",
    "school": "(?:(?:Primary|Infants?|Junior|High|Secondary|Comprehensive|Grammar|Church|Special"
    "|Boys['’]?|Girls['’]?) )*"
    "(?:School|Academy|College|University|Uni|Nursery|Sixth Form|Comprehensive|Comp|Primary|High)",
    "hospital": "(?:(?:General|Royal|Community|Memorial|District) )*"
    "(?:Hospital|Infirmary|Hospice|Surgery|Clinic|Medical Centre|Health Centre|Practice)",
    "church": "(?:(?:Parish|Methodist|Baptist|Catholic|Community|Evangelical) )*"
    "(?:Church|Chapel|Cathedral|Mosque|Temple|Gurdwara|Synagogue|Minster|Abbey|Priory)",
    "pub": "Arms|Head|Inn|Tavern|Oak|Lion|Swan|Bell|Anchor|Plough|Hart|Hounds|Legion|Vaults|Club",
    "place": "Park|Reservoir|Station|Centre|Market|Hall|Farm|Common|Woods?|Moor|Bay|Beach|Bridge|Wharf|Library|Hostel"
    "|Stadium|Hotel|Caf[eé]|Fields?|Foundry|Works|Mill|Docks?|Pier|Marina",
}
PATTERNS = [
    ("prison", re.compile(rf"\b{HEAD}\s+(?P<name>{CAP}(?: {CAP}){{0,2}})")),
    ("prison", re.compile(r"\b(?:hmp|hmyoi|yoi)\s+(?P<name>[a-z]{3,})")),
    ("prison", re.compile(rf"\b(?:C|G|Ch|Ngh)archar (?P<name>(?:(?:y|yr) )?{CAP}(?: {CAP})?)")),
    (
        "street",
        re.compile(rf"\b\d{{1,4}}[a-zA-Z]?,? (?P<name>{CAP}(?: {CAP}){{0,2}}) (?:{AFTER['street']})\b"),
    ),
    (
        "street",
        re.compile(
            rf"\b(?:\d{{1,4}} )?(?:Heol|Stryd|Ffordd|Lôn|Rhodfa|Clos|Llys|Tŷ) (?P<name>(?:(?:y|yr) )?{CAP}(?: {CAP})?)"
        ),
    ),
    ("school", re.compile(rf"\b(?:Ysgol|Coleg|Prifysgol) (?P<name>(?:(?:y|yr) )?{CAP}(?: {CAP}){{0,3}})")),
    ("school", re.compile(rf"\bUniversity of (?P<name>{CAP}(?: {CAP})?)")),
    ("hospital", re.compile(rf"\bYsbyty (?P<name>(?:(?:y|yr) )?{CAP}(?: {CAP}){{0,2}})")),
    ("church", re.compile(rf"\b(?:Eglwys|Capel) (?P<name>(?:(?:y|yr) )?{CAP}(?: {CAP})?)")),
    ("church", re.compile(rf"\b(?:St|Saint)\.? (?!John Ambulance)(?P<name>{CAP})")),
    ("pub", re.compile(rf"\bthe (?P<name>{CAP} (?:and|&) {CAP})")),
    *(
        (what, re.compile(rf"\b(?P<name>{CAP}(?: (?:{CAP}|of|the|and|&)){{0,3}}?) (?:{after})\b"))
        for what, after in AFTER.items()
    ),
]
LIKELY = re.compile(
    rf"\b(?:HM|hmp|hmyoi|YOI|yoi|STC|IRC|\w*archar|Heol|Stryd|Ffordd|Lôn|Rhodfa|Clos|Llys|Tŷ|Ysgol|Coleg|Prifysgol"
    rf"|University|Ysbyty|Eglwys|Capel|Saint|and {CAP}|& {CAP}|{'|'.join(AFTER.values())})"
)
"""A quick look before the slow ones."""
NO_PLACE = frozenset(
    "open crown magistrates county high town full half coronation downing sesame premier waiting village visits"
    " visitors job medical main front back city central youth supreme family art swimming dining big new"
    " primary secondary junior sunday night catholic local national industrial social bus train police railway"
    " safe no any some each every another first second last two three four five next community general"
    " council care children's day day-care detention fire mental working shopping wood well little".split()
)
"""What stands before such a word and still says nothing of which one it is."""
NO_PUB = frozenset("football boxing breakfast book working british department school youth job".split())


def find(reading: Reading) -> Iterator[Hit]:
    if reading.shouted:
        return
    for begins, sentence in reading.sentences:
        if not LIKELY.search(sentence):
            continue
        for what, pattern in PATTERNS:
            for found in pattern.finditer(sentence):
                start = _start(what, found)
                if start is not None:
                    yield Hit(Clue.PLACE, begins + start, begins + found.end(), what)


def _start(what: str, found: re.Match[str]) -> int | None:
    """Where the place really begins, without small words that a sentence opens with; None when it names nothing."""
    name = list(re.finditer(r"\S+", found["name"]))
    opening = 0
    while opening < len(name) and name[opening][0].lower() in SMALL - {"y", "yr"}:
        opening += 1
    known = SMALL | (NO_PUB if what == "pub" else NO_PLACE | CAPITALS)
    if all(word[0].lower().rstrip("’'s") in known or word[0].lower() in known for word in name[opening:]):
        return None
    return found.start("name") + name[opening].start() if opening else found.start()
