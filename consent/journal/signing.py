"""Who may write the journal: whoever holds the keys of STOP_JOURNAL_KEYS, which lie outside the database."""

import base64
import hashlib
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings


def sign(message: bytes) -> tuple[str, str]:
    """The name of the first key, and its signature (Ed25519, base64)."""
    name, private = _keys(tuple(settings.STOP_JOURNAL_KEYS))[0]
    return name, base64.b64encode(private.sign(message)).decode()


def fits(message: bytes, *, key: str, signature: str) -> bool:
    """Whether one of our keys, the retired ones included, has signed exactly this."""
    public = _public(tuple(settings.STOP_JOURNAL_KEYS)).get(key)
    if public is None:
        return False
    try:
        public.verify(base64.b64decode(signature, validate=True), message)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=4)
def _keys(seeds: tuple[str, ...]) -> list[tuple[str, Ed25519PrivateKey]]:
    private = [Ed25519PrivateKey.from_private_bytes(base64.urlsafe_b64decode(seed)) for seed in seeds]
    return [(_name(key.public_key()), key) for key in private]


@lru_cache(maxsize=4)
def _public(seeds: tuple[str, ...]) -> dict[str, Ed25519PublicKey]:
    return {name: key.public_key() for name, key in _keys(seeds)}


def _name(public: Ed25519PublicKey) -> str:
    return hashlib.sha256(public.public_bytes_raw()).hexdigest()[:16]
