"""Telling a person from a machine without a puzzle: how long the form was open. Says nothing of who opened it."""

import secrets

from django.core import signing

from people import clock

SALT = "storybank.replies.stamp"
QUICKEST, LONGEST = 3, 60 * 60 * 24


def new_stamp() -> str:
    """When this form was opened, signed, and different for each opening: two presses of one form are one letter."""
    return signing.dumps([int(clock.now().timestamp()), secrets.token_hex(12)], salt=SALT)


def once_of(stamp: str) -> str:
    """The random part; empty for a stamp that is not ours."""
    return _read(stamp)[1]


def too_quick_or_old(stamp: str) -> bool:
    """Also true for a stamp that is not ours."""
    age = clock.now().timestamp() - _read(stamp)[0]
    return not QUICKEST <= age <= LONGEST


def _read(stamp: str) -> tuple[int, str]:
    try:
        opened, once = signing.loads(stamp, salt=SALT)
        return int(opened), str(once)
    except (signing.BadSignature, TypeError, ValueError):
        return 0, ""
