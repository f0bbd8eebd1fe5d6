"""What somebody may have meant by a word that stands in no story: the nearest word that does, a slip or two away.

Both databases give the words that begin alike; how near they are is told here, so that both answer the same.
"""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q, QuerySet

from storybank.domain.searching.asking import Asked
from storybank.models import KnownWord

SHORTEST, LONG = 4, 8
"""A word of three letters is near to half the language; one of eight may have two slips in it."""
MOST_LOOKED_AT = 20_000


def nearest(asked: Asked) -> Asked | None:
    """The same question with every unknown word put right, or None when no word needs it or none is near.

    It is only a guess: whoever shows it must first have searched for it, through the gate.
    """
    loose = [term[0] for term in asked.terms if len(term) == 1 and len(term[0]) >= SHORTEST]
    if not loose:
        return None
    known = dict(_like(loose).values_list("word", "stories")[:MOST_LOOKED_AT])
    found = {word: _best(word, known) for word in loose if word not in known}
    meant = {word: near for word, near in found.items() if near}
    if not meant:
        return None
    return replace(asked, terms=tuple((meant.get(term[0], term[0]), *term[1:]) for term in asked.terms))


def slips(one: str, other: str, most: int) -> int:
    """Letters left out, put in, changed or swapped with their neighbour; `most` + 1 where there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        above, before, row = before, row, [i]
        for j, opposite in enumerate(other, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                best = min(best, above[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return row[-1]


def _like(words: Iterable[str]) -> QuerySet[KnownWord]:
    """Words that begin with one of the first two letters: those that a slip leads away from, bar few."""
    begins = Q()
    for letter in sorted({letter for word in words for letter in word[:2]}):
        begins |= Q(word__startswith=letter)
    return KnownWord.objects.filter(begins)


def _best(word: str, known: dict[str, int]) -> str:
    """The fewest slips; then the word that stands in more stories."""
    most = 2 if len(word) >= LONG else 1
    near = [(slips(word, other, most), -stories, other) for other, stories in known.items()]
    fewest, _, best = min(near, default=(most + 1, 0, ""))
    return best if fewest <= most else ""
