"""A capital letter in the middle of a sentence, on a word we do not know: mostly a name that is on no list."""

from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.names import EVERYDAY
from storybank.domain.identifying.words import Reading, Word

HARDENED = (("g", "c"), ("ngh", "c"), ("b", "p"), ("f", "m"), ("f", "b"), ("dd", "d"), ("d", "t"))
"""How a Welsh word may have begun before the word in front softened it: Gymraeg, Cymraeg."""
ENDINGS = ("s", "ed", "ing", "er", "ers", "ly", "es", "d", "'d", "n't")


def find(reading: Reading) -> Iterator[Hit]:
    if reading.shouted or _every_word_has_one(reading):
        return
    words, at = reading.words, 0
    while at < len(words):
        if words[at].opens or not _unknown(words[at]):
            at += 1
            continue
        last = at
        while (
            last + 1 < len(words)
            and reading.beside(words[last], words[last + 1])
            and _unknown(words[last + 1])
        ):
            last += 1
        yield Hit(Clue.NAME, words[at].start, words[last].end, "unknown")
        at = last + 1


def _unknown(word: Word) -> bool:
    if not word.capital or len(word.low) < 3 or word.loud:
        return False
    return not any(form in EVERYDAY for form in _forms(word.low))


def _forms(low: str) -> Iterator[str]:
    """The word itself, without its ending, and its first half."""
    yield low
    yield low.split("-", maxsplit=1)[0]
    yield from (first + low[len(soft) :] for soft, first in HARDENED if low.startswith(soft))
    for ending in ENDINGS:
        if low.endswith(ending):
            yield low.removesuffix(ending)
            yield low.removesuffix(ending) + "e"


def _every_word_has_one(reading: Reading) -> bool:
    """A heading Written Like This says nothing by its capitals."""
    long = [word for word in reading.words if len(word.low) > 3]
    return len(long) > 2 and sum(word.capital for word in long) * 5 >= len(long) * 4
