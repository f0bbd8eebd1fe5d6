"""Marked sentences read, and findings counted against the marks."""

import re
from collections import Counter
from dataclasses import dataclass, field

from storybank.domain.identifying.clues import Clue, Finding

MARK = re.compile(r"\{(\w+):([^{}]*)\}")
ARTICLES = frozenset({"the", "a", "an", "of", "y", "yr"})
IN_FIGURES = frozenset({"prison", "postcode", "phone", "nhs", "court", "insurance", "car", "reference"})


@dataclass(frozen=True)
class Marked:
    """A plain sentence and where something in it tells."""

    text: str
    spans: tuple[tuple[str, int, int], ...]


@dataclass
class Score:
    """By kind: what was marked, what of it was found, what was found at all and how much of that rightly."""

    marked: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.met.total() / self.marked.total()

    @property
    def precision(self) -> float:
        return self.right.total() / self.found.total()

    def of(self, kind: str) -> tuple[float, float]:
        """Recall and precision of one kind."""
        return self.met[kind] / max(self.marked[kind], 1), self.right[kind] / max(self.found[kind], 1)


def read(sentence: str) -> Marked:
    text, spans, last = "", [], 0
    for mark in MARK.finditer(sentence):
        text += sentence[last : mark.start()]
        spans.append((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        last = mark.end()
    return Marked(text + sentence[last:], tuple(spans))


def count(score: Score, sentence: Marked, found: list[Finding]) -> None:
    """A mark is met when each of its telling words is found, as whatever; a finding is right on a mark of its kind."""
    for kind, start, end in sentence.spans:
        score.marked[kind] += 1
        if all(_is_found(at, to, found) for at, to in _telling(kind, sentence.text, start, end)):
            score.met[kind] += 1
        else:
            score.missed.append(f"{kind}: {sentence.text[start:end]!r} in {sentence.text!r}")
    for one in found:
        score.found[one.clue] += 1
        if any(
            kind == one.clue and start < one.end and one.start < end for kind, start, end in sentence.spans
        ):
            score.right[one.clue] += 1
        else:
            score.wrong.append(f"{one.clue}: {one.text!r} in {sentence.text!r}")


def table(score: Score) -> str:
    """The numbers in words, for whoever reads the log."""
    lines = [f"{'kind':10} marked  found  recall  precision"]
    for kind in Clue.values:
        recall, precision = score.of(kind)
        lines.append(
            f"{kind:10} {score.marked[kind]:6} {score.found[kind]:6}  {recall:6.1%}  {precision:9.1%}"
        )
    lines.append(
        f"{'all':10} {score.marked.total():6} {score.found.total():6}  {score.recall:6.1%}  {score.precision:9.1%}"
    )
    return "\n".join(lines)


def _telling(kind: str, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words that matter of a span: of numbers those with figures, of all others all but articles."""
    words = [
        (start + word.start(), start + word.end(), word[0]) for word in re.finditer(r"\w+", text[start:end])
    ]
    if kind in IN_FIGURES:
        return [(at, to) for at, to, word in words if re.search(r"\d", word)]
    return [(at, to) for at, to, word in words if word.lower() not in ARTICLES]


def _is_found(start: int, end: int, found: list[Finding]) -> bool:
    return any(one.start <= start and end <= one.end for one in found)
