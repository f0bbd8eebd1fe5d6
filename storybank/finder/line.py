"""One line into a question: "visits · North West · BBC · today". Pure; what is not known stays as words to look for.

The parts may be parted by dots, commas, bars or nothing at all. The longest known phrase wins.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from storybank.finder.day_words import day_of
from storybank.finder.lexicon import AT_SIX, EVERYWHERE, SAID_FOR

LONGEST_LINE = 200
MOST_WORDS = 12
LONGEST_PHRASE = 6
PARTS = re.compile(r"[·•|,;/\n]+|\s[-–—]\s")
WORD = re.compile(r"[^\W_]+(?:[:.'’&-][^\W_]+)*")
SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with", "about"}
)


@dataclass(frozen=True)
class Known:
    """What the house knows by name: theme and region slugs with their names, uses with their labels, outlets met."""

    themes: dict[str, str]
    regions: dict[str, str]
    uses: dict[str, str]
    outlets: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """The question. `use` is always one of the catalogue; `unknown` are words the line had that name nothing."""

    use: str
    themes: tuple[str, ...] = ()
    region: str = ""
    words: tuple[str, ...] = ()
    day: date | None = None
    outlet: str = ""
    use_was_said: bool = True


@dataclass(frozen=True)
class _Meaning:
    kind: str
    value: str


def understand(text: str, *, known: Known, today: date) -> Asked:
    """The question in a line. Of two uses, regions or days the last one said counts; themes add up."""
    lexicon = _lexicon(known)
    met: dict[str, list[str]] = {}
    for meaning in _meanings(text[:LONGEST_LINE], lexicon, today):
        met.setdefault(meaning.kind, []).append(meaning.value)
    use = met.get("use", [""])[-1]
    day = met.get("day", [""])[-1]
    return Asked(
        use=use or (AT_SIX if AT_SIX in known.uses else next(iter(known.uses), "")),
        themes=tuple(dict.fromkeys(met.get("theme", []))),
        region=met.get("region", [""])[-1],
        words=tuple(dict.fromkeys(met.get("word", [])))[:MOST_WORDS],
        day=date.fromisoformat(day) if day else None,
        outlet=met.get("outlet", [""])[-1],
        use_was_said=bool(use),
    )


def stems(text: str) -> tuple[str, ...]:
    """Words as they are compared: without case, accents, hyphens or a plural s."""
    return tuple(_stem(word) for word in WORD.findall(_plain(text).replace("-", " ")))


def _meanings(text: str, lexicon: dict[tuple[str, ...], list[_Meaning]], today: date) -> Iterator[_Meaning]:
    for part in PARTS.split(text.replace("\x00", " ")):
        words = WORD.findall(part)
        start = 0
        while start < len(words):
            length, found = _longest(words[start:], lexicon, today)
            yield from found
            start += length


def _longest(
    words: list[str], lexicon: dict[tuple[str, ...], list[_Meaning]], today: date
) -> tuple[int, list[_Meaning]]:
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        phrase = " ".join(words[:length])
        if found := lexicon.get(stems(phrase)):
            return length, found
        if day := day_of(phrase, today=today):
            return length, [_Meaning("day", day.isoformat())]
    word = words[0]
    return 1, [] if _plain(word) in SMALL else [_Meaning("word", word)]


def _lexicon(known: Known) -> dict[tuple[str, ...], list[_Meaning]]:
    """Phrase → what it means. The house's own names beat other words for uses."""
    made: dict[tuple[str, ...], list[_Meaning]] = {}
    for slug, phrases in SAID_FOR.items():
        if slug in known.uses:
            _put(made, phrases, [_Meaning("use", slug)])
    for outlet, use in known.outlets.items():
        also = [_Meaning("use", use)] if use in known.uses else []
        _put(made, [outlet], [_Meaning("outlet", outlet), *also])
    for kind, names in (("use", known.uses), ("theme", known.themes), ("region", known.regions)):
        for slug, name in names.items():
            _put(made, [name, slug.replace("-", " ")], [_Meaning(kind, slug)])
    _put(made, EVERYWHERE, [_Meaning("region", "")])
    made.pop((), None)
    return made


def _put(
    made: dict[tuple[str, ...], list[_Meaning]], phrases: Iterable[str], meanings: list[_Meaning]
) -> None:
    made.update((stems(phrase), meanings) for phrase in phrases)


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _stem(word: str) -> str:
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    )  # shorter words have no plural to lose
