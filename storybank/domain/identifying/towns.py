"""Towns and counties by our own list, in English and Welsh, also as a Welsh word begins after another."""

from collections.abc import Iterator

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.lists import MUTATED_TOWNS, ORDINARY, TOWNS, TOWNS_OR_WORDS
from storybank.domain.identifying.words import Reading

LONGEST = 4
"""Words in a town's name: Stockton on Tees, Barrow in Furness."""
FIRST_WORDS = frozenset(town.split("-")[0] for town in TOWNS | TOWNS_OR_WORDS | MUTATED_TOWNS)
IN = frozenset(
    "in at from to near of around outside through for via into leaving left reached visited behind beyond"
    " yn ym yng i o ger ar am ngharchar".split()
)


def find(reading: Reading) -> Iterator[Hit]:
    words, at = reading.words, 0
    while at < len(words):
        longest = LONGEST if words[at].low.split("-")[0] in FIRST_WORDS else 0
        length = next((n for n in range(longest, 0, -1) if _is_town(reading, at, n)), 0)
        if length:
            into = at > 0 and words[at - 1].low in IN
            yield Hit(Clue.PLACE, words[at].start, words[at + length - 1].end, "town" if into else "town?")
        at += max(length, 1)


def _is_town(reading: Reading, at: int, length: int) -> bool:
    words = reading.words[at : at + length]
    if len(words) < length:
        return False
    name = "-".join(word.low for word in words)
    before = reading.words[at - 1].low if at else ""
    if name in TOWNS or name in MUTATED_TOWNS:
        return words[0].capital or (len(name) > 4 and name in TOWNS and name not in ORDINARY)
    capital = words[0].capital and not words[0].opens and not reading.shouted
    return name in TOWNS_OR_WORDS and capital and before in IN
