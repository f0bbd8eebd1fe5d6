"""Somebody by title: Mr Bassett, Officer Tranter, Dr Nwosu, Uncle Terry."""

from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.lists import ANY_SURNAME, CAPITALS, FIRST_NAMES, NAMES_OR_WORDS, SMALL
from storybank.domain.identifying.words import Reading

OF = {
    "somebody": "mr mrs ms mx miss sir lady lord dame",
    "doctor": "dr doctor prof professor",
    "nurse": "nurse matron nyrs",
    "officer": "officer so cm swyddog governor warden",
    "police": "pc dc di ds sgt sergeant constable inspector detective wpc",
    "judge": "judge justice barnwr magistrate",
    "chaplain": "father reverend rev revd imam rabbi pastor bishop canon chaplain sister brother sheikh parchedig",
    "family": "uncle auntie aunty aunt nan nanny nana nanna nain taid grandad granddad grandma granny gran mam"
    " mamgu tadcu wncwl anti cousin",
    "councillor": "councillor cllr cynghorydd mp",
}
WHAT = {title: what for what, titles in OF.items() for title in titles.split()}
KIN = frozenset({"sister", "brother", "father", "cousin"})
"""With a small letter they say who somebody is to the author, and only the name after them goes."""
WRITTEN_SMALL = frozenset("mr mrs ms dr miss".split())
"""Titles that many write without a capital letter, and the name with them."""


def find(reading: Reading) -> Iterator[Hit]:
    words = reading.words
    for at, word in enumerate(words[:-1]):
        if word.low not in WHAT or (word.low in KIN and not word.capital):
            continue
        if not (reading.beside(word, words[at + 1]) or _dotted(reading, at)):
            continue
        last = _end_of(reading, at)
        if last > at:
            yield Hit(Clue.NAME, word.start, words[last].end, WHAT[word.low])


def _dotted(reading: Reading, at: int) -> bool:
    words = reading.words
    return reading.text[words[at].end : words[at + 1].start] == ". " and words[at].low in {
        "mr",
        "mrs",
        "dr",
        "ms",
    }


def _end_of(reading: Reading, at: int) -> int:
    words, last = reading.words, at
    while last + 1 < len(words) and last < at + 3:
        follows = reading.beside(words[last], words[last + 1]) or (last == at and _dotted(reading, at))
        if not follows or not _a_name(reading, at, last + 1):
            break
        last += 1
    return last


def _a_name(reading: Reading, at: int, number: int) -> bool:
    word, title = reading.words[number], reading.words[at]
    known = (word.low in ANY_SURNAME and title.capital) or word.low in FIRST_NAMES
    if word.low in SMALL or (word.low in CAPITALS and not known and word.low not in NAMES_OR_WORDS):
        return False
    if word.capital and not reading.shouted:
        return True
    first = number == at + 1
    if reading.shouted:
        return word.low in FIRST_NAMES or (first and title.low in WRITTEN_SMALL)
    return first and not title.capital and (title.low in WRITTEN_SMALL or word.low in FIRST_NAMES)
