"""What counts as a word when stories are searched: letters and digits, without accents, without capitals."""

import re
from unicodedata import combining, normalize

WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 40
"""What is longer is no word that anybody types; the database's search would refuse to keep it, too."""
SMALL_WORDS = frozenset(
    """i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
    it its itself they them their theirs themselves what which who whom this that these those am is are was were be
    been being have has had having do does did doing a an the and but if or because as until while of at by for with
    about against between into through during before after above below to from up down in out on off over under again
    further then once here there when where why how all any both each few more most other some such no nor not only
    own same so than too very s t can will just don should now""".split()
)
"""PostgreSQL's own list for English: a search does not look for these, in either database."""


def fold(text: str) -> str:
    """Without accents and capitals: "Siân" and "sian" are one word."""
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))


def tokens(text: str) -> list[str]:
    """The words of a text in order, folded; "don't" is two of them, in stories and in questions alike."""
    return [word for word in WORD.findall(fold(text)) if len(word) <= LONGEST_WORD]
