"""Tokens for links without sign-in. Made from keys outside the database, so a copy of the database opens nothing."""

import hashlib
import hmac
from uuid import UUID

from people import keyring

ANSWER = "speakers.answer"
REQUEST = "speakers.request"
CALENDAR = "speakers.calendar"
LENGTH = 40


def token_for(purpose: str, uid: UUID, *, number: int = 0) -> str:
    """The same words each time, so that a later message can carry the link again."""
    return keyring.index(purpose, f"{uid.hex}:{number}")[:LENGTH]


def hash_of(token: str) -> str:
    """What the database keeps."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare without telling by the time it takes where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
