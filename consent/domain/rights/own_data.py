"""What the consent room holds about one person, for their own copy. Others in a file are counted and never named."""

from typing import Any

from consent.domain.care import complaints
from consent.domain.care.files import files_of, title_of
from consent.domain.record import shown, unfinished
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import state_of
from consent.domain.rights import own_concerns, own_record
from consent.enums import (
    Answer,
    EventKind,
    IdentityLevel,
    Method,
    PlaceDetail,
    Relation,
    TimeDetail,
    Trigger,
)
from consent.models import Appearance, Complaint, ConsentEvent, ConsentFile, NoticeRendering, Permission
from people import clock
from people.domain.own_data import by_role
from people.keyring import KeyShredded
from people.models import Person

THEIR_OWN = frozenset({Relation.AUTHOR, Relation.CO_AUTHOR})
NOT_THEIRS = "Something written by somebody else"


def own_data(person: Person) -> dict[str, Any]:
    """One entry a file, oldest first; and the words of every notice they were shown, once."""
    files = list(files_of(person))
    return {
        "What you are part of": [_file(file, person) for file in files],
        "What you were told before you chose": _notices(files, person),
        **own_record.of_person(person, title_of_others=NOT_THEIRS),
        "What you told us about a story": own_concerns.concerns_of(person),
        "Complaints": [_complaint(row) for row in Complaint.objects.filter(person=person).order_by("id")],
    }


def _file(file: ConsentFile, person: Person) -> dict[str, Any]:
    mine = Appearance.objects.get(file=file, person=person)
    own = mine.relation in THEIR_OWN
    told: dict[str, Any] = {
        "What it is": file.get_kind_display(),
        "What you call it": title_of(file) if own else NOT_THEIRS,
        "Your part in it": mine.get_relation_display(),
        "Opened": file.opened_at,
        "Other people in it": Appearance.objects.filter(file=file, person__isnull=False).count() - 1,
        "Your choices": [_choice(row) for row in _permissions(file, person)],
        "What has happened": [_event(row) for row in _events(file, person, own=own)],
    }
    told |= own_record.of_file(file, mine, own=own)
    if own:
        told["Versions"] = [
            {
                "Number": row.n,
                "Language": row.language,
                "Kind": row.get_kind_display(),
                "Frozen": row.frozen_at,
                "Fingerprint": row.closure_sha256,
            }
            for row in file.editions.order_by("n")
        ]
        told["Times it rested while we checked something"] = [
            {"From": row.opened_at, "Until": row.released_at} for row in file.holds.order_by("id")
        ]
    told["Answers you have begun"] = {
        what: unfinished.begun(file, person=person, what=what)
        for what in (unfinished.CHOICES, unfinished.CHANGES)
    }
    return told


def _permissions(file: ConsentFile, person: Person) -> list[Permission]:
    rows = Permission.objects.filter(file=file, appearance__person=person)
    return list(rows.select_related("use", "edition", "file").order_by("id"))


def _choice(row: Permission) -> dict[str, Any]:
    try:
        values = shown.unseal(row)
    except KeyShredded:
        values = shown.Shown()
    return {
        "For": row.use.label,
        "Version": row.edition.n,
        "Where it stands": state_of(facts_of(row), clock.now()).label,
        "Asked": row.asked_at,
        "Your answer": Answer(row.answer).label if row.answer else "",
        "Answered": row.answered_at,
        "Thinking time until": row.cool_until,
        "Second yes": row.confirmed_at,
        "Ends": row.valid_until,
        "Ended": row.ended_at,
        "How much of you may show": IdentityLevel(row.identity).label,
        "Name, place and time you agreed": ", ".join(
            part for part in (values.name, values.place, values.when) if part
        ),
        "How fine a place may show": PlaceDetail(row.place).label,
        "How fine a time may show": TimeDetail(row.time).label,
        "Ask you first about": [Trigger(name).label for name in row.check_first],
        "Until this happens": Trigger(row.until_event).label if row.until_event else "",
        "Your face": row.face,
        "Your voice": row.voice,
    }


def _events(file: ConsentFile, person: Person, *, own: bool) -> list[ConsentEvent]:
    """Theirs, and what concerns the whole file; never what another person answered."""
    rows = ConsentEvent.objects.filter(file=file).select_related(
        "permission__use", "permission__appearance", "actor", "recorded_by"
    )
    return [
        row
        for row in rows.order_by("seq")
        if (row.permission is not None and row.permission.appearance.person_id == person.pk)
        or (row.permission is None and _whole(row, person, own=own))
    ]


def _whole(row: ConsentEvent, person: Person, *, own: bool) -> bool:
    about = row.data.get("person")
    return about == person.uid.hex if about else own


def _event(row: ConsentEvent) -> dict[str, Any]:
    return {
        "Number": row.seq,
        "When": row.at,
        "What": EventKind(row.kind).label,
        "For": row.permission.use.label if row.permission else "",
        "How": Method(row.method).label,
        "Who": by_role(row.actor) or "You, or the house by itself",
        "Written down by": by_role(row.recorded_by),
        "Number of your stop": row.data.get("code", ""),
        "Fingerprint": row.hash,
    }


def _notices(files: list[ConsentFile], person: Person) -> list[dict[str, Any]]:
    served = ConsentEvent.objects.filter(
        file__in=files, kind=EventKind.NOTICE_SERVED, data__person=person.uid.hex
    )
    first = {row.data["sha256"]: row.at for row in served.order_by("-at")}
    found = NoticeRendering.objects.filter(sha256__in=first).select_related("notice").order_by("id")
    return [
        {
            "First shown": first[row.sha256],
            "Language": row.get_language_display(),
            "Form": row.get_format_display(),
            "Words": row.text,
            "Fingerprint": row.sha256,
        }
        for row in found
    ]


def _complaint(row: Complaint) -> dict[str, Any]:
    return {
        "Your number for it": row.code,
        "It reached us": row.received_at,
        "How": row.get_route_display(),
        "What you said": complaints.said(row).about,
        "We said that we have it": row.acknowledged_at,
        "What was done": [
            {"When": step.at, "Who": by_role(step.by), "What": words}
            for step, words in complaints.steps_of(row)
        ],
        "How it ended": row.get_outcome_display() if row.outcome else "",
        "Ended": row.closed_at,
    }
