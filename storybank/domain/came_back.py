"""The sealed part of an answer or a promise: who said it, their words, and where we have it from."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from uuid import UUID

from people import keyring
from storybank.models import Answer, Promise

CameBack = Answer | Promise


@dataclass(frozen=True)
class Words:
    """`who` is an organisation or an office. `source` says to staff and to the author where we have it from."""

    who: str
    words: str
    source: str = ""


def of_files(file_ids: Iterable[int]) -> list[CameBack]:
    """Everything that came back to these stories, with what those who told them said of each, and told us."""
    rows: list[CameBack] = []
    for model in (Answer, Promise):
        rows += (
            model.objects.filter(file_id__in=file_ids)
            .select_related("file")
            .prefetch_related("said", "told_us")
        )
    return rows


def by_uid(uid: UUID) -> CameBack | None:
    return next((row for model in (Answer, Promise) for row in model.objects.filter(uid=uid)), None)


def column_of(model: type[CameBack]) -> str:
    """The field of `TellerSaid` and `SaidToUs` in which it stands."""
    return "answer" if model is Answer else "promise"


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
