"""Where a list goes on, as a word that says nothing to whoever holds it: no day, no address, and it cannot be made up.

The same place is always the same word, so that an unchanged page is the same bytes.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha512

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings

LONGEST = 400
OLDER, NEWER = "before", "after"


class NoCursor(Exception):
    """Not a word that we made, or one from before our key was changed."""


def cursor_to(direction: str, mark: str) -> str:
    """`mark`: where `storybank.public.keyset` goes on; `direction`: OLDER or NEWER."""
    sealed = _cipher().encrypt(f"{direction} {mark}".encode(), None)
    return urlsafe_b64encode(sealed).decode().rstrip("=")


def opened(cursor: str) -> dict[str, str]:
    """Direction → mark."""
    if len(cursor) > LONGEST or not cursor.isascii():
        raise NoCursor
    try:
        sealed = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        direction, _, mark = _cipher().decrypt(sealed, None).decode().partition(" ")
    except (ValueError, InvalidTag) as error:
        raise NoCursor from error
    return {direction: mark}


def _cipher() -> AESSIV:
    return AESSIV(sha512(f"storybank.api.cursor {settings.SECRET_KEY}".encode()).digest())
