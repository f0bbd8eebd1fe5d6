"""Is this change only spelling, or does it change what is said? When in doubt it changes what is said.

Pure: two words in, a verdict out. Digits, short words that are easily mistaken for one another, endings and
beginnings that turn a word's meaning (-s, -ed, -n't, un-) never count as spelling.
"""

import unicodedata

SHORT = 5
LONG = 8
"""From this many letters on two slips in one word may still be spelling; below `SHORT` only known slips are."""

KNOWN_SLIPS = {
    "teh": "the",
    "hte": "the",
    "adn": "and",
    "nad": "and",
    "taht": "that",
    "thta": "that",
    "wich": "which",
    "whta": "what",
    "wnat": "want",
    "jsut": "just",
    "wiht": "with",
    "waht": "what",
    "tiem": "time",
    "alot": "a lot",
    "untill": "until",
    "thier": "their",
    "freind": "friend",
    "recieve": "receive",
}
# fmt: off
EASILY_MISTAKEN = frozenset({
    "angle", "angel", "bread", "beard", "board", "broad", "clam", "calm", "causal", "casual", "convicted",
    "convinced", "diary", "dairy", "except", "accept", "expect", "father", "farther", "lather", "rather",
    "fiend", "friend", "loose", "lose", "marital", "martial", "minster", "minister", "prison", "prisoner",
    "prisoners", "quiet", "quite", "scared", "sacred", "shoot", "shout", "sliver", "silver", "stair",
    "stare", "steal", "steel", "stolen", "swollen", "their", "there", "these", "those", "though", "through",
    "thought", "tough", "trail", "trial", "untied", "united", "warden", "warder", "weather", "whether",
    "where", "were", "women", "woman", "mother", "brother", "bother", "never", "every", "fever", "lever",
    "wonder", "wander", "charge", "change",
})
# fmt: on


def is_spelling(struck: str, added: str) -> bool:
    """Whether two runs of words differ only in spelling, capitals, spaces or punctuation."""
    before, after = _words(struck), _words(added)
    if len(before) != len(after):
        return KNOWN_SLIPS.get(_bare(struck.strip())) == " ".join(after)
    return all(same_word(one, other) for one, other in zip(before, after, strict=True))


def same_word(one: str, other: str) -> bool:
    """Whether one word is a slip of the pen for the other."""
    a, b = _bare(one), _bare(other)
    if a == b or KNOWN_SLIPS.get(a) == b:
        return True
    if not (a.isalpha() and b.isalpha()) or min(len(a), len(b)) < SHORT or a[0] != b[0]:
        return False
    if {a, b} <= EASILY_MISTAKEN or _only_an_ending(a, b) or _only_an_ending(b, a):
        return False
    return distance(a, b) <= (2 if min(len(a), len(b)) >= LONG else 1)


def distance(a: str, b: str) -> int:
    """Letters put in, left out, changed, or two neighbours swapped (optimal string alignment)."""
    older: list[int] = []
    last = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        row = [i]
        for j, right in enumerate(b, start=1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        older, last = last, row
    return last[-1]


def _only_an_ending(short: str, long: str) -> bool:
    """prison → prisons changes what is said; until → untill, with its last letter doubled, does not."""
    return len(long) > len(short) and long.startswith(short) and set(long[len(short) :]) != {short[-1]}


def _words(text: str) -> list[str]:
    """The words that are left when spaces, capitals and punctuation are set aside."""
    bare = "".join(" " if sign in "-–—/…" else sign for sign in text)
    return [word for word in map(_bare, bare.split()) if word]


def _bare(word: str) -> str:
    return "".join(sign for sign in word.casefold() if not _is_punctuation(sign))


def _is_punctuation(sign: str) -> bool:
    """Signs that carry meaning of their own (%, £, an emoji) are no punctuation here."""
    return unicodedata.category(sign).startswith("P") and sign not in "%&@#"
