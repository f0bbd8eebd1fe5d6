"""The 16-digit paper code and its QR card. They belong to the person; a new one ends the old one at once."""

import hashlib
import re
import secrets
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from django.conf import settings
from django.db import transaction

from people import clock, keyring
from people.domain import limits
from people.models import AccessCode, Person, User

SELECTOR, SECRET = 6, 10  # digits
WRONG_CODES = 10  # by one client
WRONG_CODES_SECONDS = 600

hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # OWASP's smallest for Argon2id


class NotACode(ValueError):
    """Fixed digits are for the demo only, and there must be sixteen."""


@transaction.atomic
def issue_code(person: Person, *, by: User | None, digits: str | None = None) -> tuple[str, str]:
    """A new code and card token, shown this once; the person's earlier ones end. `by` is who hands it over.

    `digits` fixes the code, for the demo's loader and nowhere else (`NotACode`).
    """
    del by  # who made a card is no secret worth keeping beside it
    now = clock.now()
    AccessCode.objects.filter(person=person, ended_at=None).update(ended_at=now)
    code = _fixed(digits) if digits is not None else _free()
    token = secrets.token_urlsafe(24)
    AccessCode.objects.filter(selector=_selector(code), ended_at__isnull=False).delete()
    AccessCode.objects.create(
        person=person,
        selector=_selector(code),
        secret_hash=hasher.hash(code[SELECTOR:]),
        card_token_hash=_token_hash(token),
        made_at=now,
    )
    return spaced(code), token


def find_by_code(code16: str, *, caller: str = "") -> Person | None:
    """Whose paper code this is, or None. Spaces and dashes do not matter.

    The same work for known and unknown codes. `caller` says who tries (the client's address): after ten wrong
    codes in ten minutes it raises `TooManyTries`, whose message is for the screen.
    """
    if caller:
        limits.check("paper-code", caller, most=WRONG_CODES)
    code = tidy(code16)
    row = AccessCode.objects.filter(selector=_selector(code), ended_at=None).select_related("person").first()
    nobodys = _dummy()
    right = _verify(row.secret_hash if row else nobodys, code[SELECTOR:])
    if right and row is not None:
        return row.person
    if caller:
        limits.count("paper-code", caller, most=WRONG_CODES, seconds=WRONG_CODES_SECONDS)
    return None


def find_by_card(token: str) -> Person | None:
    """Whose card carries this token, or None."""
    row = AccessCode.objects.filter(card_token_hash=_token_hash(token), ended_at=None)
    found = row.select_related("person").first()
    return found.person if found else None


def end_codes(person: Person) -> int:
    """The card is lost: nothing opens with it any more."""
    return AccessCode.objects.filter(person=person, ended_at=None).update(ended_at=clock.now())


def fits(known: str | None, secret: str) -> bool:
    """Whether the secret is the one whose hash is known; the same work when nothing is known."""
    nobodys = _dummy()
    return _verify(known or nobodys, secret) and known is not None


def tidy(code16: str) -> str:
    """Sixteen figures, or nothing: other signs are forgiven, other lengths are not."""
    figures = re.sub(r"[^0-9]", "", code16[:80])
    return figures if len(figures) == SELECTOR + SECRET else ""


def spaced(code: str) -> str:
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def _fixed(digits: str) -> str:
    code = tidy(digits)
    if not settings.DEMO or not code:
        raise NotACode("a code may be fixed only in the demo, as sixteen digits")
    return code


def _free() -> str:
    while True:
        code = "".join(secrets.choice("0123456789") for _ in range(SELECTOR + SECRET))
        if not AccessCode.objects.filter(selector=_selector(code)).exists():
            return code


def _selector(code: str) -> str:
    return keyring.index("paper-code", code[:SELECTOR])


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _verify(known: str, secret: str) -> bool:
    try:
        return hasher.verify(known, secret)
    except (VerificationError, InvalidHashError):
        return False


@lru_cache(maxsize=1)
def _dummy() -> str:
    return hasher.hash(secrets.token_hex(8))
