"""The number of a pack: eight signs without look-alikes, the last of which tells a slip of the pen."""

import secrets

from people.models.person import ALPHABET

LENGTH = 8
BETWEEN = str.maketrans("", "", "-–—.·")


def new() -> str:
    """Random, so that it says nothing about anybody."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return body + _check(body)


def tidy(typed: str) -> str:
    """The number as it was printed, from however it was typed or scanned; empty when it cannot be one."""
    signs = "".join(typed[:80].split()).upper().translate(BETWEEN)
    known = len(signs) == LENGTH and all(sign in ALPHABET for sign in signs)
    return signs if known and _check(signs[:-1]) == signs[-1] else ""


def _check(body: str) -> str:
    """Weighted by place, so that two signs changed about do not go unseen; 31 signs are a prime number of them."""
    total = sum(place * ALPHABET.index(sign) for place, sign in enumerate(body, start=1))
    return ALPHABET[total % len(ALPHABET)]
