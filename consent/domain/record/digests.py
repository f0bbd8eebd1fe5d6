"""Digests: canonical JSON, SHA-256 for words, a keyed commitment for what is personal."""

import hashlib
import hmac
import json
from typing import Any

from django.conf import settings

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical(value: Any) -> bytes:
    """One byte string for one value: sorted keys, no spaces, UTF-8."""
    return _ENCODER.encode(value).encode()


def digest(value: Any) -> str:
    """SHA-256 (hex) of the canonical form."""
    return hashlib.sha256(canonical(value)).hexdigest()


def commitment(value: Any) -> str:
    """A keyed digest (HMAC-SHA-256, hex): proves what was agreed to whoever holds the key, tells nothing else."""
    key = settings.INDEX_KEY.encode()
    return hmac.new(key, b"consent.shown\x00" + canonical(value), hashlib.sha256).hexdigest()
