"""The master keys of FIELD_KEYS, which live outside the database."""

from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def master() -> MultiFernet:
    """The first key encrypts, all of them decrypt, so that a key can be rotated without a stop."""
    return _from(tuple(settings.FIELD_KEYS))


@lru_cache(maxsize=4)
def _from(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])
