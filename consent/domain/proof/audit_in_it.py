"""The audit of what concerns those who are in it: barred versions, the young, and whoever says that they are."""

from consent.domain.proof.audit_events import Chunk, Told
from consent.domain.proof.audit_values import UNSAID, Near
from consent.models import Concern

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


def concern_spoken_of(heard: Heard, event: Told) -> None:
    """That it came and what it is about; then what was decided, when and by whom."""
    data = event.data
    if "matter" in data:
        heard[data["concern"]] = (data["matter"], "", Near(None), None)
    else:
        was = heard.get(data["concern"])
        matter = was[0] if isinstance(was, tuple) else UNSAID
        heard[data["concern"]] = (matter, data["decision"], Near(event.at), event.actor_id)


def concerns(chunk: Chunk) -> dict[int, Heard]:
    found: dict[int, Heard] = {}
    for row in Concern.objects.filter(file__in=chunk.ids).order_by("id"):
        value = (str(row.matter), str(row.decision), row.decided_at, row.decided_by_id)
        if row.appeal_of_id is None or row.decided_at is not None:
            found.setdefault(row.file_id or 0, {})[row.uid.hex] = value
    return found
