"""The sealed part of an answer or a promise: who said it, their words, and where we have it from."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from people import keyring
from storybank.models import Answer, Promise

CameBack = Answer | Promise


@dataclass(frozen=True)
class Words:
    """`who` is an organisation or an office. `source` says to staff and to the author where we have it from."""

    who: str
    words: str
    source: str = ""


def sealed(row: CameBack, words: Words) -> bytes:
    return keyring.seal(row.file.uid, json.dumps(asdict(words)))


def opened(rows: Iterable[CameBack]) -> dict[CameBack, Words]:
    """In one query for all keys. What was sealed under a key that is gone is left out."""
    listed = list(rows)
    keys = keyring.keys_of(row.file.uid for row in listed)
    found: dict[CameBack, Words] = {}
    for row in listed:
        try:
            found[row] = Words(**json.loads(keys.unseal(row.file.uid, bytes(row.sealed))))
        except keyring.KeyShredded:
            continue
    return found
