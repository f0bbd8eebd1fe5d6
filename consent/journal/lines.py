"""One line of the journal: canonical JSON, numbered, chained to the line before, signed. No word of anybody's."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from consent.journal.signing import fits, sign

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True)


class Broken(ValueError):
    """The journal is not as it was written; the message says where and how."""


@dataclass(frozen=True)
class Line:
    """`says` is what happened (kinds of events, uids and hashes only). `end` is the offset of the next line."""

    n: int
    prev: str
    says: dict[str, Any]
    hash: str
    end: int

    @property
    def kind(self) -> str:
        return str(self.says["kind"])


def written(says: dict[str, Any], *, n: int, prev: str) -> bytes:
    """The bytes of a new line, with its end of line."""
    body = {"n": n, "prev": prev, "says": says}
    key, signature = sign(_ENCODER.encode(body).encode())
    return _ENCODER.encode(body | {"key": key, "signature": signature}).encode() + b"\n"


def read(raw: bytes, *, n: int, prev: str, start: int) -> Line:
    """Check one line against its signature and the line before. Raises `Broken`."""
    try:
        found = json.loads(raw)
        body = {"n": found["n"], "prev": found["prev"], "says": found["says"]}
        key, signature = str(found["key"]), str(found["signature"])
        kind = found["says"]["kind"]
    except (ValueError, KeyError, TypeError) as error:
        raise Broken(f"line {n} of the stop journal cannot be read") from error
    message = _ENCODER.encode(body).encode()
    if not isinstance(kind, str) or not fits(message, key=key, signature=signature):
        raise Broken(f"line {n} of the stop journal was not signed by us, or was changed")
    if (body["n"], body["prev"]) != (n, prev):
        raise Broken(
            f"line {n} of the stop journal does not follow the line before it: one is missing or moved"
        )
    return Line(n=n, prev=prev, says=body["says"], hash=digest(raw), end=start + len(raw))


def digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
