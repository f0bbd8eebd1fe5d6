"""The lists of names, places and ordinary words that the finders look in. Read once; every word in small letters."""

from pathlib import Path

HERE = Path(__file__).parent / "lists"
SOFTENED = (
    ("ll", ("l",)),
    ("rh", ("r",)),
    ("c", ("g", "ngh", "ch")),
    ("p", ("b", "mh", "ph")),
    ("t", ("d", "nh", "th")),
    ("g", ("", "ng")),
    ("b", ("f", "m")),
    ("d", ("dd", "n")),
    ("m", ("f",)),
)
"""How a Welsh word may begin instead (soft, nasal and breathed mutation); the longer beginnings first."""


def words_in(name: str) -> frozenset[str]:
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word.lower() for line in lines if not line.startswith("#") for word in line.split())


def mutations(word: str) -> list[str]:
    """The same Welsh word as it stands after another one: Caernarfon, Gaernarfon, Nghaernarfon."""
    for begins, instead in SOFTENED:
        if word.startswith(begins):
            return [new + word[len(begins) :] for new in instead]
    return []


ORDINARY = words_in("ordinary_words")
CAPITALS = words_in("capitals")
SMALL = words_in("small_words")
NAMES_OR_WORDS = words_in("first_names_that_are_words")
FIRST_NAMES = words_in("first_names") - NAMES_OR_WORDS
SURNAMES_OR_WORDS = words_in("surnames_that_are_words")
TOWNS_OR_WORDS = words_in("towns_that_are_words")
TOWNS = words_in("towns") - TOWNS_OR_WORDS
SURNAMES = words_in("surnames") - SURNAMES_OR_WORDS - TOWNS - TOWNS_OR_WORDS
ANY_SURNAME = words_in("surnames") | SURNAMES_OR_WORDS
NAMES_OR_WELSH_WORDS = words_in("first_names_that_are_welsh_words")
WELSH_TOWNS = words_in("towns_of_wales")
MUTATED_TOWNS = frozenset(new for town in WELSH_TOWNS for new in mutations(town) if len(new) > 4) - ORDINARY
