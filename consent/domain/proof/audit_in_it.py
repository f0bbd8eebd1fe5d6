"""The audit of what concerns those who are in it: barred versions, and decisions about the young."""

from consent.domain.proof.audit_events import Chunk, Told
from consent.domain.proof.audit_values import Near

Heard = dict[object, object]


def bar_moved(heard: Heard, event: Told) -> None:
    data = event.data
    if "up_to" in data:
        heard[data["bar"]] = (data["up_to"], data["law"], Near(event.at), event.actor_id, None)
    else:
        was = heard[data["bar"]]
        heard[data["bar"]] = (*(was[:4] if isinstance(was, tuple) else ()), Near(event.at))


def bars(chunk: Chunk) -> dict[int, Heard]:
    return {
        pk: {
            row.pk: (row.up_to_n, row.law, row.opened_at, row.opened_by_id, row.lifted_at)
            for row in grounds.bars
        }
        for pk, grounds in chunk.grounds.items()
    }


def decided_about_the_young(heard: Heard, event: Told) -> None:
    data = event.data
    heard[data["decision"]] = (data["appearance"], data["what"], Near(event.at), event.actor_id)


def decisions(chunk: Chunk) -> dict[int, Heard]:
    return {
        pk: {row.pk: (row.appearance_id, row.what, row.at, row.by_id) for row in grounds.young.decisions}
        for pk, grounds in chunk.grounds.items()
    }
