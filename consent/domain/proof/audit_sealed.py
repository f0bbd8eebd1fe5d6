"""What lies sealed under a file, opened for the audit, and the commitment that an event should hold to it."""

import json
from typing import Any

from consent.domain.clearance.grounds import Grounds
from consent.domain.proof.audit_values import GONE, UNSAID
from consent.domain.record.digests import commitment
from consent.domain.rights.overwriting import NOISE
from people.keyring import KeyShredded

UNREADABLE = "sealed by another key"


class Sealed:
    """Opens what lies sealed under one file."""

    def __init__(self, grounds: Grounds) -> None:
        self.owner, self.keys = grounds.file.uid, grounds.keys

    def text(self, sealed: bytes | memoryview) -> Any:
        """What lies there; anything at all without a key, `GONE` once it was overwritten."""
        if self.owner not in self.keys:
            return UNSAID
        if bytes(sealed) == NOISE:
            return GONE
        try:
            return self.keys.unseal(self.owner, bytes(sealed))
        except (KeyShredded, TypeError, ValueError):
            return UNREADABLE

    def opened(self, sealed: bytes | memoryview) -> Any:
        text = self.text(sealed)
        try:
            return text if text is UNSAID or text is GONE else json.loads(text)
        except ValueError:
            return UNREADABLE


def committed(value: Any, *about: str) -> Any:
    """The commitment that the event should hold."""
    if value is UNSAID or value is GONE:
        return value
    return commitment([*about, value] if about else value)
