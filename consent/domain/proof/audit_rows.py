"""The part of the audit that asks of every row beside the permissions' columns: is there an event that says so?

One `Topic` a kind of row; here those of the file itself. `audit_topics` lists them all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import eq
from typing import Any

from consent.domain.clearance.grounds import Grounds
from consent.domain.proof.audit_events import Chunk, Told
from consent.domain.proof.audit_values import UNSAID, Near, said
from consent.domain.record.digests import commitment, digest
from consent.domain.record.ledger import moment
from consent.enums import EventKind
from consent.models import Edition

Heard = dict[Any, Any]


@dataclass(frozen=True)
class Topic:
    """`hear` adds to what the events of one file say; `rows` gives, for each file of a chunk, what the tables say.

    The two must be equal, or `agree`. A `hear` may raise on events it cannot read: that is a drift of its own.
    """

    sentence: str
    kinds: frozenset[EventKind]
    hear: Callable[[Heard, Told], None]
    rows: Callable[[Chunk], dict[int, Heard]]
    agree: Callable[[Heard, Heard], bool] = eq


def file_opened(heard: Heard, event: Told) -> None:
    heard["opened"] = (event.data["kind"], Near(event.at))


def files(chunk: Chunk) -> dict[int, Heard]:
    return {file.pk: {"opened": (str(file.kind), file.opened_at)} for file in chunk.files}


def version_frozen(heard: Heard, event: Told) -> None:
    data = event.data
    heard[data["edition"]] = (
        data["n"],
        data["closure_sha256"],
        Near(event.at),
        data.get("reveals", {}),
        *(said(data, name) for name in ("language", "kind", "derived_from")),
    )


def versions(chunk: Chunk) -> dict[int, Heard]:
    """A version whose parts do not give its digest counts as a version without one."""
    found: dict[int, Heard] = {}
    for pk, grounds in chunk.grounds.items():
        found[pk] = {
            row.uid.hex: (
                row.n,
                row.closure_sha256 if digest(row.manifest) == row.closure_sha256 else "",
                row.frozen_at,
                row.reveals,
                row.language,
                str(row.kind),
                _source(row, grounds),
            )
            for row in grounds.editions.values()
        }
    return found


def _source(row: Edition, grounds: Grounds) -> str | None:
    """The version it was made from; one of another file is no source."""
    if row.derived_from_id is None:
        return None
    source = grounds.editions.get(row.derived_from_id)
    return source.uid.hex if source else ""


def review_made(heard: Heard, event: Told) -> None:
    data = event.data
    heard[len(heard)] = (
        data["edition"],
        data["outcome"],
        data["valid_until"],
        Near(event.at),
        event.actor_id,
    )


def reviews(chunk: Chunk) -> dict[int, Heard]:
    return {
        pk: {
            number: (
                grounds.editions[row.edition_id].uid.hex,
                str(row.outcome),
                moment(row.valid_until),
                row.made_at,
                row.made_by_id,
            )
            for number, row in enumerate(grounds.reviews)
        }
        for pk, grounds in chunk.grounds.items()
    }


def hold_moved(heard: Heard, event: Told) -> None:
    key, nobody = event.data["hold"], (None, None)
    if event.kind == EventKind.HELD:
        heard[key] = (event.data["use"], event.data["reason"], Near(event.at), event.actor_id, *nobody)
    elif key in heard:
        heard[key] = (*heard[key][:4], Near(event.at), event.actor_id)


def holds(chunk: Chunk) -> dict[int, Heard]:
    return {
        pk: {
            row.pk: (
                row.use_slug,
                str(row.reason),
                row.opened_at,
                row.opened_by_id,
                row.released_at,
                row.released_by_id,
            )
            for row in grounds.holds
        }
        for pk, grounds in chunk.grounds.items()
    }


def person_told(heard: Heard, event: Told) -> None:
    data = event.data
    if event.kind == EventKind.ERASED:
        heard |= {key: (*value[:2], UNSAID, *value[3:]) for key, value in heard.items()}
        return
    key = data["appearance"]
    law = data.get("law", heard[key][5] if key in heard else "")
    if event.kind == EventKind.APPEARS:
        who = (data["person"], data["relation"], said(data, "role"))
        heard[key] = (*who, data["basis"], said(data, "speaks_for"), law)
    else:
        heard[key] = (*heard[key][:3], data["basis"], heard[key][4], law)


def people(chunk: Chunk) -> dict[int, Heard]:
    return {
        pk: {
            row.pk: (
                row.person.uid.hex if row.person else None,
                str(row.relation),
                commitment(row.role),
                str(row.basis),
                row.speaks_for_id,
                str(row.law),
            )
            for row in grounds.appearances
        }
        for pk, grounds in chunk.grounds.items()
    }
