"""Names of people: from our own list, and, for names that are words too, by the words around them."""

from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.lists import (
    ANY_SURNAME,
    CAPITALS,
    FIRST_NAMES,
    NAMES_OR_WELSH_WORDS,
    NAMES_OR_WORDS,
    ORDINARY,
    SMALL,
    SURNAMES,
)
from storybank.domain.identifying.words import Reading, Word

BEFORE = frozenset(
    "called named friend mate pal cellmate padmate pad-mate brother sister son daughter wife husband partner"
    " girlfriend boyfriend cousin nephew niece uncle aunt auntie worker sponsor mentor tutor teacher officer"
    " lad bloke bruv stepson stepdaughter stepdad grandson granddaughter babe".split()
)
"""Words after which a name comes."""
SAYS = frozenset(
    "said says told tells asked asks rang rings phoned texted wrote writes came comes went goes gave gives laughed"
    " laughs smiled smiles cried cries shouted shouts whispered sang answered knew reckons reckoned visited"
    " wanted helped sat looked taught brought drove cooked hugged nodded shook promised waited".split()
)
"""What a person does and a thing hardly ever."""
SPEAKS = SAYS - frozenset("came comes went goes gave gives helped sat brought shook promised waited".split())
"""What even hope and joy cannot do."""
IS = frozenset("is was has had from who".split())
IDEAS = frozenset(
    "charity comfort destiny faith favour fortune glory grace harmony heaven honour hope joy justice liberty mercy"
    " patience peace pride promise unity wisdom blessing thanks happy".split()
)
MONTHS = frozenset({"april", "may", "june", "august"})
IN_A_MONTH = frozenset(
    "in since until till by of last next every this early late mid before after during".split()
)
ARTICLES = frozenset("the a an this that every each any no".split())
SHORT_NAMES = frozenset(
    "sam tom ben dan joe ali kim jon tim ted liz ken zoe amy ann bev deb lyn jen kev".split()
)
PARTICLES = frozenset("ap ab ferch van von de der da dos del el al bin ibn".split())
EVERYDAY = ORDINARY | CAPITALS | SMALL


def find(reading: Reading) -> Iterator[Hit]:
    words, at = reading.words, 0
    while at < len(words):
        if not _begins_a_name(reading, at):
            at += 1
            continue
        last = _end_of(reading, at)
        yield Hit(Clue.NAME, words[at].start, words[last].end, _who(reading, at))
        at = last + 1


def _begins_a_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    parts = [word.low, *word.low.split("-")]
    welsh_word = reading.language == "cy" and word.low in NAMES_OR_WELSH_WORDS
    if any(part in FIRST_NAMES for part in parts) and not welsh_word:
        small = reading.language == "en" and (len(word.low) > 3 or word.low in SHORT_NAMES)
        return word.capital or small
    if word.low in NAMES_OR_WORDS or welsh_word:
        return _is_somebody(reading, at)
    initial = len(word.text) == 1 and word.capital and reading.text[word.end : word.end + 1] == "."
    if initial and word.low not in {"i", "p"}:
        return _surname_follows(reading, at)
    return word.capital and not reading.shouted and word.low in SURNAMES


def _is_somebody(reading: Reading, at: int) -> bool:
    """A name that is a word too: is it a person here?"""
    word, words = reading.words[at], reading.words
    before = words[at - 1].low if at and not word.opens else ""
    after = words[at + 1].low if at + 1 < len(words) and reading.beside(word, words[at + 1]) else ""
    if before in BEFORE and after not in {"of", "and"}:
        return word.capital or before in {"called", "named"}
    if not word.capital or word.loud:
        return False
    if word.opens:
        return _opens_with_somebody(reading, at, after)
    if before in ARTICLES:
        return False
    if word.low in MONTHS:
        return bool(before) and before not in IN_A_MONTH
    if word.low in CAPITALS:
        return _surname_follows(reading, at)
    return not (after and words[at + 1].capital and after in CAPITALS)


def _opens_with_somebody(reading: Reading, at: int, after: str) -> bool:
    word = reading.words[at]
    if after in (SPEAKS if word.low in IDEAS else SAYS) or _surname_follows(reading, at):
        return True
    owns = reading.text[word.end : word.end + 2] in {"'s", "’s"}
    return word.low not in IDEAS and word.low not in SMALL and (after in IS or owns)


def _surname_follows(reading: Reading, at: int) -> bool:
    words = reading.words
    if at + 1 >= len(words) or not reading.beside(words[at], words[at + 1]):
        return False
    word = words[at + 1]
    return word.capital and (
        word.low in SURNAMES or (word.low in ANY_SURNAME and word.low not in SMALL) or _odd(word)
    )


def _end_of(reading: Reading, at: int) -> int:
    """The last word of the name that begins at `at`."""
    words, last = reading.words, at
    while last + 1 < len(words) and reading.beside(words[last], words[last + 1]):
        word = words[last + 1]
        small = not words[at].capital or reading.shouted
        belongs = word.low in (SURNAMES if small else ANY_SURNAME) or word.low in FIRST_NAMES
        if not small:
            belongs = (
                word.capital and not word.opens and (belongs or _odd(word) or word.low in NAMES_OR_WORDS)
            )
        if belongs:
            last += 1
        elif word.low in PARTICLES and last + 2 < len(words) and words[last + 2].capital and not small:
            last += 2
        else:
            break
    return last


def _odd(word: Word) -> bool:
    """With a capital letter and no everyday word."""
    return word.low not in EVERYDAY and word.low.split("-")[0] not in CAPITALS


def _who(reading: Reading, at: int) -> str:
    """Whether words before already say who it is, so that the name can go: `my brother Kyle`."""
    words = reading.words
    told = (
        at and reading.beside(words[at - 1], words[at]) and words[at - 1].low in BEFORE - {"called", "named"}
    )
    return "told" if told else "friend"
