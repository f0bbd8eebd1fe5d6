"""Whether a screen would show anything of a text. Signs without a width look like nothing, and `strip` leaves them."""

import unicodedata

NOTHING = frozenset("CZ")
"""Kinds of signs that show nothing by themselves: controls, joiners, turns of direction, every kind of space."""
NOT_KNOWN_YET = "Cn"
"""What this machine's tables do not hold may be a sign that a newer phone draws."""
BLANK = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""Letters and marks that are drawn as nothing: fillers, the empty Braille cell, signs that only choose a shape."""


def in_sight(text: str) -> str:
    """The text as it is, or nothing where not one sign of it could be seen."""
    return text if any(map(_shows, text)) else ""


def _shows(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return sign not in BLANK and (kind == NOT_KNOWN_YET or kind[0] not in NOTHING)
