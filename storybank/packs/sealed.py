"""Bytes and names of a handover, sealed under the story's own key: when the key is gone, so are they."""

import base64

from people import keyring
from people.keyring import KeyShredded


def seal(file_uid: object, value: bytes) -> bytes:
    """Made fast to the file of `file_uid` (a UUID)."""
    return keyring.seal(file_uid, base64.b64encode(value).decode())  # type: ignore[arg-type]  # a model's UUIDField


def unseal(file_uid: object, sealed: bytes) -> bytes:
    """The value again; empty when there is none or its key is gone."""
    if not sealed:
        return b""
    try:
        return base64.b64decode(keyring.unseal(file_uid, bytes(sealed)))  # type: ignore[arg-type]  # a model's UUIDField
    except KeyShredded:
        return b""
