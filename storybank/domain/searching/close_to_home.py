"""Words that somebody may search for on a bad night. Then people who can be rung stand above what was found.

Nothing about it is kept or counted. Which lines fit is told as it is beside a story that carries such a note.
"""

import re

from storybank.domain.helping import LineShown, helplines_shown, wanted
from storybank.domain.searching.words import tokens
from storybank.note_names import NoteCode

BAD_NIGHT = {
    NoteCode.SUICIDE: r"suicid\w*|kill(ed|ing)? (my|him|her|them)sel\w+|end(ed|ing)? (it all|my life|his life|her life)"
    r"|want(ed|s)? to die|hunanladd\w*|lladd fy hun\w*|diwedd fy mywyd",
    NoteCode.SELF_HARM: r"self ?harm\w*|overdos\w*|(hurt|cut)(ting|ing|s)? mysel\w+|hunan ?niw\w*",
    NoteCode.SEXUAL_VIOLENCE: r"rape[ds]?|raping|rapist|sexual(ly)? (abus|assault)\w*|treisi\w*",
    NoteCode.DOMESTIC_ABUSE: r"abus\w*|domestic violence|cam ?dri\w*",
    NoteCode.HARM_TO_CHILD: r"child abus\w*",
    NoteCode.EATING: r"anorexi\w*|bulimi\w*",
}
"""In English and in Welsh, whatever the language of the page."""


def close_to_home(typed: str) -> frozenset[str]:
    """What the words are about, as codes of content notes; none for nearly every search."""
    said = " ".join(tokens(typed))
    return frozenset(code.value for code, words in BAD_NIGHT.items() if re.search(rf"\b({words})\b", said))


def lines_for(typed: str) -> tuple[LineShown, ...]:
    """None, where nothing of the kind was searched for: a reader is not told to need help."""
    codes = close_to_home(typed)
    return helplines_shown(wanted(notes=codes)).lines if codes else ()
