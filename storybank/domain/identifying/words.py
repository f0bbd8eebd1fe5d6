"""A text as words that know where they stand, and whether a capital letter there says anything."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
ENDS = re.compile(r"[.!?…:][\"'”’)\]]*\s*$|\n\s*$|(?:^|\s)[\"'“‘(\[]+$|^\s*$|[,.!?:]\s+[\"'“‘]$")
"""What stands right before a word that begins a sentence, a line or what somebody says."""
SHORT = frozenset("mr mrs ms mx dr st rev revd prof sgt cllr mt".split())
"""Shortened words whose full stop ends no sentence."""
OWNING = ("'s", "’s")
SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?=\S)[^.!?\n]*)*(?:[.!?]+|\n|$)")
"""Up to a full stop with a space behind it, so that 03.11.17 stays whole."""


@dataclass(frozen=True, slots=True)
class Word:
    """`low` in small letters and without a possessive 's; `opens` when any word there has a capital letter."""

    text: str
    start: int
    end: int
    low: str
    capital: bool
    opens: bool
    loud: bool


@dataclass(frozen=True)
class Reading:
    """One text with its words."""

    text: str
    language: str = "en"

    @cached_property
    def words(self) -> list[Word]:
        made: list[Word] = []
        for found in WORD.finditer(self.text):
            said = found[0]
            bare = said[:-2] if said.endswith(OWNING) else said
            opens = self._opens(found.start(), made[-1] if made else None)
            loud = len(bare) > 1 and bare.isupper()
            made.append(
                Word(
                    said,
                    found.start(),
                    found.start() + len(bare),
                    bare.lower().replace("’", "'"),
                    said[0].isupper(),
                    opens,
                    loud,
                )
            )
        return made

    @cached_property
    def shouted(self) -> bool:
        """Written in capital letters from end to end."""
        long = [word for word in self.words if len(word.text) > 1]
        return len(long) > 2 and sum(word.loud for word in long) * 5 >= len(long) * 4

    @cached_property
    def sentences(self) -> list[tuple[int, str]]:
        """Each sentence with where it begins."""
        return [(found.start(), found[0]) for found in SENTENCE.finditer(self.text) if found[0]]

    def search(
        self, patterns: list[re.Pattern[str]], *, only: re.Pattern[str]
    ) -> Iterator[tuple[int, re.Match[str]]]:
        """Each match with where its sentence begins. `only` is a quick look before the slow ones."""
        for start, sentence in self.sentences:
            if only.search(sentence):
                yield from ((start, found) for pattern in patterns for found in pattern.finditer(sentence))

    def beside(self, one: Word, other: Word) -> bool:
        """Nothing but a space (or the full stop of an initial or a short form) between the two."""
        between = self.text[one.end : other.start]
        initial = _is_initial(one) or one.low in SHORT
        return between in {" ", "\u00a0", "  "} or (between == ". " and initial)

    def _opens(self, at: int, last: Word | None) -> bool:
        before = self.text[max(0, at - 6) : at]
        if at > 6:
            before = "a" + before  # so that the pattern does not take this for the beginning of the text
        if not ENDS.search(before):
            return False
        return not (last and before.endswith(". ") and (_is_initial(last) or last.low in SHORT))


def _is_initial(word: Word) -> bool:
    return len(word.low) == 1 and word.capital and word.low != "i"
