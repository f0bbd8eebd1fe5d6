"""How old one has to be to read an English text with ease: Flesch–Kincaid grade level and five (Kincaid 1975)."""

import re

SENTENCE = re.compile(r"[.!?:]+|\n+")
WORD = re.compile(r"[A-Za-z']+")
VOWELS = re.compile(r"[aeiouy]+")


def reading_age(text: str) -> float:
    """In years, to one decimal; 0 for a text without words. A rough measure: for comparing, not for passing."""
    sentences = [part for part in SENTENCE.split(text) if WORD.search(part)]
    words = WORD.findall(text)
    if not words:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return round(max(grade + 5, 0.0), 1)


def _syllables(word: str) -> int:
    lower = word.lower().strip("'")
    if len(lower) > 3 and lower.endswith("e") and not lower.endswith(("le", "ee")):
        lower = lower[:-1]
    if len(lower) > 3 and lower.endswith("ed") and not lower.endswith(("ted", "ded")):
        lower = lower[:-2]
    return max(1, len(VOWELS.findall(lower)))
