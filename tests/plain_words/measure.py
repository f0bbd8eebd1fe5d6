"""How old one has to be to read an English text with ease, and which of its sentences and words are too hard.

Three formulas of textstat, averaged, because each is blind to something: Flesch–Kincaid (Kincaid et al. 1975) counts
syllables, the Automated Readability Index (Smith and Senter 1967) counts letters, and Spache (1953, revised 1974), the
one made for the first years of school, counts words that a child of that age has not met. All three give a grade of
American schools, in which the first is for children of six: grade and five is the age. Coleman–Liau and SMOG are left
out: they were fitted to samples of a hundred words and thirty sentences, and call the one word "Listen" sixteen.

Formulas say little about a button. So there are three rules, and one cannot be paid for with another:
* a whole text (short ones together with the others of their folder) may need nine years;
* a sentence has at most twenty words (Plain English Campaign: fifteen to twenty; what people have already been told
  or asked stays as it was said, at most GOV.UK's twenty-five) and, from six words on, may need twelve years: a single
  line goes up and down by two or three years with one word like "anybody";
* a word of four syllables, or of thirteen letters (dictionaries of syllables are American), is one of the few that
  everybody says (`LONG_BUT_KNOWN`), in a label of one word too.
"""

import re

import textstat

NINE = 9.0
OLDEST_FOR_A_SENTENCE = 12.0
MOST_WORDS, MOST_WORDS_KEPT = 20, 25
SHORT_SENTENCE = 6
SHORT_TEXT = 40
LONG_WORD, MANY_LETTERS = 4, 13
LONG_BUT_KNOWN = frozenset(
    "anybody everybody somebody anything everything anyone everyone afterwards information samaritans"
    " organisation organisations television parliament university community communities".split()
)
"""Long, and said by everybody; or a name that cannot be another."""
NAMES = re.compile(
    r"\b(?:Information Commissioner|Northern Ireland|Scotland|England|Wales|Samaritans"
    r"|chief executive|public consultations)\b"
)
"""What is called so cannot be called otherwise: read as one short name, as a person's would be."""
PIECE = re.compile(r"[^.!?:;]+[.!?:;]*")
WORD = re.compile(r"[A-Za-zÀ-ÿ’'-]+")


def reading_age(sayings: list[str]) -> float:
    """In years. Every saying is at least one sentence: a heading and a label end where they end."""
    text = " ".join(_closed(NAMES.sub("Sam", said)) for said in sayings)
    if not WORD.search(text):
        return 0.0
    grades = (
        textstat.flesch_kincaid_grade(text),
        textstat.automated_readability_index(text),
        textstat.spache_readability(text),
    )
    return round(sum(grades) / len(grades) + 5, 1)


def words_in(sayings: list[str]) -> int:
    return sum(len(WORD.findall(said)) for said in sayings)


def sentences(said: str) -> list[str]:
    """Also where a colon or a semicolon lets the reader breathe."""
    return [part.strip() for part in PIECE.findall(said) if WORD.search(part)]


def too_hard(said: str, *, most: int = MOST_WORDS) -> list[str]:
    """What is wrong with one saying, in words; empty when a child of nine can follow."""
    return [wrong for sentence in sentences(said) for wrong in _wrong(sentence, most)]


def _wrong(sentence: str, most: int) -> list[str]:
    words = WORD.findall(NAMES.sub("Sam", sentence))
    found = []
    if len(words) > most:
        found.append(f"{len(words)} words in one sentence: {sentence}")
    if len(words) >= SHORT_SENTENCE and (age := reading_age([sentence])) > OLDEST_FOR_A_SENTENCE:
        found.append(f"needs {age} years: {sentence}")
    return found + [f"long word “{word}”: {sentence}" for word in words if is_long(word)]


def is_long(word: str) -> bool:
    parts = [part.strip("’'").lower().removesuffix("’s").removesuffix("'s") for part in word.split("-")]
    return any(_long(part) for part in parts if part and part not in LONG_BUT_KNOWN)


def _long(part: str) -> bool:
    return len(part) >= MANY_LETTERS or textstat.syllable_count(part) >= LONG_WORD


def _closed(said: str) -> str:
    text = said.replace(":", ".").replace(";", ".").rstrip()
    return text if text[-1:] in {".", "!", "?"} else f"{text}."
