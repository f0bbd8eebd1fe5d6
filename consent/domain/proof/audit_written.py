"""The audit of what was written down of a person: their answers on paper, whether it was understood, a waiver."""

import hashlib
from datetime import date, datetime
from typing import Any

from consent.domain.proof.audit_events import Chunk, Told
from consent.domain.proof.audit_sealed import UNREADABLE, Sealed, committed
from consent.domain.proof.audit_values import GONE, UNSAID, Near, OrGone, said
from consent.domain.record.digests import digest
from consent.domain.rights.overwriting import NOISE
from consent.domain.written import scans
from consent.enums import EventKind
from consent.models import Evidence, InformedRecord, Waiver
from consent.models.evidence import Form, Outcome
from people.keyring import KeyShredded

Heard = dict[Any, Any]
READ = "read"
WAITS = (str(Outcome.WAITING), None, Near(None), "")


def written(heard: Heard, event: Told) -> None:
    """What was said is bound by a commitment, the scan by its digest; erased words could be anybody's."""
    data = event.data
    if event.kind == EventKind.ERASED:
        heard |= {key: (*value[:6], OrGone(value[6]), *value[7:]) for key, value in heard.items()}
    elif event.kind == EventKind.EVIDENCED:
        about = (data["person"], said(data, "edition"), data["act"], event.method, data["form"])
        content = data["content_sha256"]
        heard[data["evidence"]] = (
            *(*about, datetime.fromisoformat(data["happened_at"])),
            *(data["said"], content),
            *(said(data, "content_type"), said(data, "asked_by"), said(data, "witness")),
            *(event.recorded_by_id, Near(event.recorded_at), WAITS),
        )
    else:
        outcome = Outcome.COUNTED if data["agrees"] else Outcome.NOT_THE_SAME
        checked = (str(outcome), event.actor_id, Near(event.at), said(data, "by"))
        heard[data["evidence"]] = (*heard[data["evidence"]][:-1], checked)


def papers(chunk: Chunk) -> dict[int, Heard]:
    """One scan in memory at a time."""
    found: dict[int, Heard] = {}
    rows = Evidence.objects.filter(file__in=chunk.ids).select_related("person", "edition")
    for row in rows.defer("content_sealed").order_by("id"):
        sealed = Sealed(chunk.grounds[row.file_id])
        told = sealed.opened(row.said_sealed)
        found.setdefault(row.file_id, {})[row.uid.hex] = (
            *(row.person.uid.hex, row.edition.uid.hex, str(row.act), str(row.method), str(row.form)),
            *(row.happened_at, committed(told), _bound(row, told, sealed)),
            *(row.content_type, row.asked_by_id, row.witness_id),
            *(row.recorded_by_id, row.recorded_at),
            (str(row.outcome), row.verified_by_id, row.verified_at, _by_whom(row, sealed)),
        )
    return found


def explained(heard: Heard, event: Told) -> None:
    data = event.data
    if event.kind == EventKind.ERASED:
        heard |= {key: (*value[:5], *map(OrGone, value[5:7]), *value[7:]) for key, value in heard.items()}
        return
    heard[data["record"]] = (
        *(data["person"], data["notice"], data["version"], said(data, "language"), said(data, "format")),
        *(data["questions"], said(data, "company"), data["sha256"], data["understood"]),
        *(said(data, "reader"), data["copy_left"], Near(event.at)),
    )


def explanations(chunk: Chunk) -> dict[int, Heard]:
    found: dict[int, Heard] = {}
    rows = InformedRecord.objects.filter(file__in=chunk.ids).select_related("person", "rendering__notice")
    for row in rows.order_by("id"):
        words, company = row.rendering, Sealed(chunk.grounds[row.file_id]).opened(row.with_sealed)
        found.setdefault(row.file_id, {})[row.pk] = (
            *(row.person.uid.hex, words.notice.key, words.notice.version, words.language, words.format),
            GONE if bytes(row.with_sealed) == NOISE and not row.questions else row.questions,
            *(committed(company), words.sha256, row.understood),
            *(row.reader_id, str(row.copy_left), row.made_at),
        )
    return found


def waived(heard: Heard, event: Told) -> None:
    """A paper from before the ledger spoke of it is told `late`, perhaps after it was read (migration 0026)."""
    data = event.data
    if event.kind == EventKind.ERASED:
        told = {key: value for key, value in heard.items() if isinstance(key, int)}
        heard |= {key: (*value[:3], OrGone(value[3]), *value[4:]) for key, value in told.items()}
    elif event.kind == EventKind.WAIVED:
        read = heard.pop((READ, data["waiver"]), (None, Near(None)))
        if read[0] and "late" not in data:
            raise ValueError("it was read before it was written down")
        about = (data["appearance"], data["law"], date.fromisoformat(data["written_on"]), said(data, "paper"))
        heard[data["waiver"]] = (*about, event.actor_id, Near(event.at), *read)
    elif "waiver" in data:
        read = (event.actor_id, Near(event.at))
        if data["waiver"] in heard:
            heard[data["waiver"]] = (*heard[data["waiver"]][:-2], *read)
        else:
            heard[READ, data["waiver"]] = read


def waivers(chunk: Chunk) -> dict[int, Heard]:
    found: dict[int, Heard] = {}
    rows = Waiver.objects.filter(appearance__file__in=chunk.ids).select_related("appearance")
    for row in rows.order_by("id"):
        file_id = row.appearance.file_id
        paper = Sealed(chunk.grounds[file_id]).text(row.paper_sealed)
        found.setdefault(file_id, {})[row.pk] = (
            *(row.appearance_id, row.law, row.written_on, committed(paper, "paper")),
            *(row.recorded_by_id, row.recorded_at, row.verified_by_id, row.verified_at),
        )
    return found


def _bound(row: Evidence, told: Any, sealed: Sealed) -> str:
    """The digest of the scan; where there is none, that of what was said must stand in its place."""
    if content := _content(row, sealed):
        return content if content == row.sha256 else UNREADABLE
    same = told is UNSAID or told is GONE or row.sha256 == digest(told)
    return "" if same and row.form == Form.NONE else UNREADABLE


def _content(row: Evidence, sealed: Sealed) -> str:
    """The digest of the scan, opened; as it stands in the row once it cannot be opened any more."""
    content = bytes(Evidence.objects.values_list("content_sealed", flat=True).get(pk=row.pk))
    if not content:
        return ""
    if sealed.owner not in sealed.keys or content == NOISE:
        return row.sha256
    try:
        return hashlib.sha256(scans.unseal(sealed.owner, content)).hexdigest()
    except (KeyShredded, TypeError, ValueError):
        return UNREADABLE


def _by_whom(row: Evidence, sealed: Sealed) -> Any:
    if not row.verified_outside_sealed:
        return ""
    return committed(sealed.text(row.verified_outside_sealed), "checked")
