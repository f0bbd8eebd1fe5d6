"""Telling a person from a machine without a puzzle: how long the form was open, and a field no human sees."""

import secrets

from django.core import signing

from people import clock

SALT = "speakers.request.stamp"
QUICKEST = 3
LONGEST = 60 * 60 * 24


def new_stamp() -> str:
    """When this form was opened, signed, and different for each opening."""
    return signing.dumps([int(clock.now().timestamp()), secrets.token_hex(8)], salt=SALT)


def too_quick_or_old(stamp: str) -> bool:
    """Also true for a stamp that is not ours."""
    try:
        opened, _ = signing.loads(stamp, salt=SALT)
        age = clock.now().timestamp() - int(opened)
    except (signing.BadSignature, TypeError, ValueError):
        return True
    return not QUICKEST <= age <= LONGEST
