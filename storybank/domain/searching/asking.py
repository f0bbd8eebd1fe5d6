"""What somebody asks a search for, read kindly: words, and words in quotation marks that stand together."""

import re
from dataclasses import dataclass
from enum import Enum

from storybank.domain.searching.words import SMALL_WORDS, tokens

LONGEST, MOST = 200, 12
"""Signs that are read, and things that are looked for at once; what is typed beyond is said to be left out."""
PIECE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


class Why(Enum):
    """Why nothing is looked for."""

    NOTHING = "nothing was typed"
    NO_WORDS = "no letters and no digits"
    ONE_LETTER = "one letter"
    SMALL_WORDS = "only words such as and, the, in"


@dataclass(frozen=True)
class Asked:
    """`terms`: each must be met; one of several words only where they stand together, in this order."""

    typed: str
    terms: tuple[tuple[str, ...], ...]
    cut: bool = False
    why_not: Why | None = None

    @property
    def words(self) -> frozenset[str]:
        """Every word looked for, small ones left out."""
        return frozenset(word for term in self.terms for word in term if word not in SMALL_WORDS)

    @property
    def said(self) -> str:
        """As one would type it."""
        return " ".join(f'"{" ".join(term)}"' if len(term) > 1 else term[0] for term in self.terms)


def read(typed: str) -> Asked:
    """Never fails: whatever was typed is a question, or a reason why it is none."""
    plain = typed.replace("\x00", "").strip()
    kept = plain[:LONGEST]
    whole = kept if len(plain) <= LONGEST else kept.rpartition(" ")[0]
    terms = list(dict.fromkeys(_terms(whole)))
    if len(terms) > 1:
        terms = [term for term in terms if len(term) > 1 or len(term[0]) > 1] or terms
    return Asked(
        typed=kept,
        terms=tuple(terms[:MOST]),
        cut=len(plain) > LONGEST or len(terms) > MOST,
        why_not=_why_not(kept, terms),
    )


def _terms(text: str) -> list[tuple[str, ...]]:
    """A piece such as "self-harm" is two words that stand together; small words stay only inside what is quoted."""
    found = []
    for quoted, loose in PIECE.findall(text):
        words = tokens(quoted or loose)
        while loose and words and words[0] in SMALL_WORDS:
            words = words[1:]
        while loose and words and words[-1] in SMALL_WORDS:
            words = words[:-1]
        if not SMALL_WORDS.issuperset(words):
            found.append(tuple(words))
    return found


def _why_not(text: str, terms: list[tuple[str, ...]]) -> Why | None:
    if len(terms) > 1 or (terms and (len(terms[0]) > 1 or len(terms[0][0]) > 1)):
        return None
    if terms:
        return Why.ONE_LETTER
    if not text:
        return Why.NOTHING
    letters = tokens(text)
    if not letters:
        return Why.NO_WORDS
    return Why.ONE_LETTER if len("".join(letters)) == 1 else Why.SMALL_WORDS
