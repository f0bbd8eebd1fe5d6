"""Parts of a person's own copy: how they told us, how it was explained, copies, stops, what went out, who read."""

from typing import Any

from consent.domain.acts.ending_letters import reason_of
from consent.domain.care.files import files_by
from consent.domain.out.where_been import where_it_has_been
from consent.domain.told import receipts
from consent.domain.written import evidence, scans
from consent.enums import CaseKind, Law, Method
from consent.models import (
    Appearance,
    Bar,
    ConsentFile,
    Ending,
    EndsSoon,
    Evidence,
    InformedRecord,
    LedgerRead,
    Receipt,
    StopCase,
)
from people.domain.own_data import by_role
from people.keyring import KeyShredded, unseal
from people.models import Person

ENDINGS = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/webm": "webm",
    "audio/wav": "wav",
    "audio/mp4": "m4a",
}


def of_person(person: Person, *, title_of_others: str) -> dict[str, Any]:
    """What stands beside no single file. `title_of_others` is said for whatever somebody else has written."""
    own = set(files_by(person).values_list("uid", flat=True))
    stops = StopCase.objects.filter(person=person).select_related("recorded_by").order_by("received_at", "id")
    return {
        "Your stops": [_stop(row) for row in stops],
        "Where it has been": [
            _been(place.title if place.uid in own else title_of_others, one)
            for place in where_it_has_been(person)
            for one in place.places
        ],
        "What we ended, and why": [
            {"When": row.at, "What": row.get_kind_display(), "By": by_role(row.by), "Why": reason_of(row)}
            for row in Ending.objects.filter(permissions__appearance__person=person)
            .select_related("file", "by")
            .distinct()
            .order_by("at", "id")
        ],
        "What we wrote to you about because it ends soon": [
            {
                "For": row.permission.use.label,
                "Ends": row.until,
                "First letter": row.first_at,
                "Second letter": row.second_at,
                "You let it end": row.let_end_at,
            }
            for row in EndsSoon.objects.filter(permission__appearance__person=person)
            .select_related("permission__use")
            .order_by("id")
        ],
    }


def of_file(file: ConsentFile, mine: Appearance, *, own: bool) -> dict[str, Any]:
    """Theirs alone, but for who read the record of the whole."""
    told: dict[str, Any] = {
        "How you told us": [_written(row) for row in _papers(mine)],
        "How it was explained to you": [_explained(row, file) for row in _explanations(mine)],
        "Your copies": [_copy(row) for row in Receipt.objects.filter(file=file, person=mine.person_id)],
        "A law that keeps you from being known": Law(mine.law).label if mine.law else "",
        "Your written consent to be known": [_waiver(row, file) for row in mine.waivers.order_by("id")],
        "What was decided because you are young": [
            {"When": row.at, "What": row.get_what_display(), "Who": by_role(row.by)}
            for row in mine.young_decisions.select_related("by").order_by("id")
        ],
        "Who has read the record of it": [
            {"When": row.at, "Who": by_role(row.reader)}
            for row in LedgerRead.objects.filter(file=file).select_related("reader").order_by("id")
        ],
    }
    if own:
        told["Versions that may not come back"] = [
            {
                "Up to number": row.up_to_n,
                "Because of": Law(row.law).label if row.law else "What somebody told us",
                "Since": row.opened_at,
                "Until": row.lifted_at,
            }
            for row in Bar.objects.filter(file=file).order_by("id")
        ]
    return told


def papers_of(person: Person) -> list[tuple[str, bytes]]:
    """Their own papers and recordings as files: the name that the record says, and the bytes."""
    found = []
    for row in Evidence.objects.filter(person=person).exclude(content_sealed=b"").select_related("file"):
        try:
            found.append((_name(row), scans.unseal(row.file.uid, bytes(row.content_sealed))))
        except KeyShredded:
            continue
    return found


def _papers(mine: Appearance) -> list[Evidence]:
    rows = Evidence.objects.filter(file=mine.file_id, person=mine.person_id)
    return list(rows.select_related("file", "recorded_by", "verified_by", "witness").order_by("id"))


def _written(row: Evidence) -> dict[str, Any]:
    return {
        "What": row.get_act_display(),
        "How": Method(row.method).label,
        "When": row.happened_at,
        "Written down": row.recorded_at,
        "By": by_role(row.recorded_by),
        "Somebody else was there": by_role(row.witness),
        "What was written down": _said(row),
        "Your paper or voice": _name(row) if row.content_sealed else "",
        "Checked": row.verified_at,
        "Checked by": by_role(row.verified_by)
        or ("Somebody outside whom we trust" if row.verified_at else ""),
        "Where it stands": row.get_outcome_display(),
    }


def _said(row: Evidence) -> list[dict[str, Any]]:
    try:
        return evidence.said_in(row)
    except (KeyShredded, ValueError):
        return []


def _name(row: Evidence) -> str:
    return f"papers/{row.uid.hex[:8]}.{ENDINGS.get(row.content_type, 'bin')}"


def _explanations(mine: Appearance) -> list[InformedRecord]:
    rows = InformedRecord.objects.filter(file=mine.file_id, person=mine.person_id)
    return list(rows.select_related("reader", "rendering").order_by("id"))


def _explained(row: InformedRecord, file: ConsentFile) -> dict[str, Any]:
    return {
        "When": row.made_at,
        "What was asked back": row.questions,
        "It was understood": row.understood,
        "Read out by": by_role(row.reader),
        "Your copy": row.get_copy_left_display(),
        "Fingerprint of the words": row.rendering.sha256,
    }


def _copy(row: Receipt) -> dict[str, Any]:
    return {"Number": receipts.grouped(row.code), "Of": row.get_kind_display(), "Made": row.made_at}


def _waiver(row: Any, file: ConsentFile) -> dict[str, Any]:
    try:
        paper = unseal(file.uid, bytes(row.paper_sealed))
    except KeyShredded:
        paper = ""
    return {"Written on": row.written_on, "Your paper": paper, "Read by a second person": row.verified_at}


def _stop(row: StopCase) -> dict[str, Any]:
    return {
        "Its number": row.code,
        "What": CaseKind(row.kind).label,
        "For": row.use_slug.replace("-", " ") or "everything",
        "How": Method(row.route).label,
        "It reached us": row.received_at,
        "Written down": row.recorded_at,
        "By": by_role(row.recorded_by),
    }


def _been(title: str, one: Any) -> dict[str, Any]:
    return {
        "What of": title,
        "For": one.use,
        "How": one.what,
        "Who": one.who,
        "Where": one.where,
        "Since": one.began_at,
        "Now": one.sentence,
    }
