"""A whole number as it comes in a form: plain digits and not too many of them, or none at all."""

import re

DIGITS_OF_A_ROW = 18
"""A database's whole numbers end at nineteen; a longer one makes the query itself fail."""


def whole_number(text: str, *, digits: int = 9) -> int | None:
    """`digits`: at most so many. Signs, spaces and other scripts' digits are no number here."""
    return int(text) if re.fullmatch(f"[0-9]{{1,{digits}}}", text) else None
