"""Column by column: whatever somebody changes in the ledger's tables, the audit names it, or it says here why not."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import Field

from consent import guards
from consent.domain.care import files, holding
from consent.domain.journal import journal_roots
from consent.domain.out import outings
from consent.domain.proof.audit import audit
from consent.domain.record import journaling
from consent.domain.stop import stopping
from consent.enums import Basis, HoldReason, OutingKind, Relation
from consent.models import ConsentEvent, ConsentFile, Notice, NoticeRendering, Permission, Use
from people import clock
from people.models import User
from tests.consent.a_full_house import full_house
from tests.consent.taking_out import take_out
from tests.factories.consent import a_file, a_person, a_version, asked, cleared, first_yes, later
from tests.surfaces.stage import tried

pytestmark = pytest.mark.django_db

AUDITED = (
    "ConsentFile",
    "Appearance",
    "Edition",
    "Permission",
    "Clearance",
    "ConsentEvent",
    "Hold",
    "Review",
    "Receipt",
    "NoticeRendering",
    "JournalMark",
)
IN_A_FULL_HOUSE = (
    "StopCase",
    "RecallAction",
    "Outing",
    "Evidence",
    "InformedRecord",
    "Waiver",
    "Bar",
    "YoungDecision",
    "Ending",
    "Use",
    "Notice",
    "Wording",
)
HARMLESS = {
    "ConsentFile.title_sealed": "what the person calls it; shown to them alone, and no yes is about it",
    "Receipt.sha256": "filled when the copy is first read, and held against what is derived then",
    "NoticeRendering.reading_age": "a measure of the words, for whoever writes them",
    "Appearance.reason_sealed": "why staff decided so, for staff; that it was decided stands in the events",
    "StopCase.followed_up_at": "when its letters were written; that each went stands in the events",
    "RecallAction.note_sealed": "what staff noted for staff; no event speaks of it and nothing follows from it",
    "RecallAction.token_hash": "the address of a partner's own answer; what they answer is an event",
    "Ending.told_at": "when its letters were written; the debt of telling is not what was said",
    "YoungDecision.reason_sealed": "why a lead decided so, for leads; that it was decided stands in the events",
    "Wording.key": "a copy that was read once is held against its digest when it is made again",
    "Wording.since": "as for the key",
    "JournalMark.root_on": "when the next daily root is due",
    "JournalMark.moved_at": "for whoever looks at the row",
}
ITS_NUMBER = "id"
ELSEWHERE = {
    "EndsSoon": "who was written to before a yes runs out; no yes hangs on it",
    "RecallLetter": "further letters about a thing to be taken back; that it was asked for is an event",
    "JournalDue": "a queue: owed lines; what they say is written from the events",
    "Unfinished": "answers that were begun; no yes, read by no gate, gone when they are given",
    "Tombstone": "a keyed fingerprint of an address that is gone",
    "Complaint": "not about a yes: its own record, with its own clock",
    "ComplaintStep": "not about a yes: its own record",
    "Concern": "what somebody outside said is its own record; that it came, what it is about and what was"
    " decided is held against its events (test_audit_rows)",
    "ConcernLook": "who looked: its own record",
    "LedgerRead": "who looked: its own record",
}


@pytest.fixture
def world():
    """Much of everything: two people, two versions, a hold opened and released, something out, a stop."""
    by = User.objects.create_staff(email="sol@charity.example", first_name="Sol", last_name="Ek")
    file = a_file()
    files.add_appearance(file, person=a_person("Sam"), relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    files.add_appearance(file, role="a neighbour", basis=Basis.COMPOSITE)
    older = a_version(file)
    cleared(older, "website", "newsletter")
    with clock.at(later()):
        outings.begin(
            older, use="newsletter", kind=OutingKind.PRINT, recipient="The Herald", where="A desk", by=by
        )
    held = holding.hold(file, reason=HoldReason.COURT, by=by, use="newsletter")
    holding.release(held, by=by)
    newer = a_version(file, "I kept the kettle, and the cup.")
    first_yes(asked(newer)[0])
    other = a_file(a_person("Lee"))
    cleared(a_version(other), "website", "research")
    stopping.stop(other.appearances.get().person, use="research")
    journaling.write_due()
    return file


def ledger_models():
    return {model.__name__: model for model in apps.get_app_config("consent").get_models()}


def columns(model) -> list[Field[Any, Any]]:
    return [field for field in model._meta.concrete_fields if field.column != ITS_NUMBER]


def another(field: Field[Any, Any], value: Any) -> Any:
    """A value that could stand there, and is not the one that does."""
    if isinstance(field, models.ForeignKey):
        others = field.related_model._base_manager.exclude(pk=value).order_by("pk")
        found = others.values_list("pk", flat=True).first()
        return None if found is None and field.null else found or value + 1000
    if field.choices:
        return next(choice for choice, _ in field.flatchoices if choice not in (value, ""))
    changes = {
        bool: lambda: not value,
        int: lambda: value + 1,
        float: lambda: value + 1,
        datetime: lambda: value - timedelta(days=400),
        date: lambda: value - timedelta(days=1),
        uuid.UUID: uuid.uuid4,
        dict: lambda: {**value, "x": 1},
        list: lambda: [*value, "release"],
        str: lambda: "f" * len(value) if value and set(value) != {"f"} else "x",
        bytes: lambda: value[::-1] or b"x",
    }
    if isinstance(value, memoryview):
        value = bytes(value)
    if value is None:
        empty = {
            "DateTimeField": clock.now() + timedelta(days=400),
            "PositiveSmallIntegerField": 3,
            "DateField": clock.today(),
        }
        return empty[field.get_internal_type()]
    return changes[type(value)]()


def rows_to_change(model) -> Iterator[Any]:
    """The first and the last row, which tell different stories."""
    found = model._base_manager.order_by("pk")
    if model is NoticeRendering:
        told = ConsentEvent.objects.filter(kind="notice_served").values_list("data__sha256", flat=True)
        found = found.filter(sha256__in=list(told))
    if model is Use:
        found = found.filter(pk__in=Permission.objects.values("use"))
    if model is Notice:
        found = found.filter(version__gt=1)
    yield from {row.pk: row for row in (found.first(), found.last())}.values()


def unnamed(model) -> set[str]:
    """Columns that can be changed in some row without the audit saying a word."""
    quiet = set()
    for row in rows_to_change(model):
        for field in columns(model):
            with tried():
                if changed(row, field) and not list(audit()):
                    quiet.add(f"{model.__name__}.{field.attname}")
    return quiet


def changed(row: Any, field: Field[Any, Any]) -> bool:
    """False when the database itself refuses it, with the guards down."""
    new = another(field, getattr(row, field.attname))
    try:
        with guards.lifted(), transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**{field.attname: new})
    except IntegrityError:
        guards.install()
        return False
    return True


@pytest.mark.parametrize("name", AUDITED)
def test_a_change_in_any_column_is_named_or_harmless_for_a_stated_reason(name, world):
    model = ledger_models()[name]
    before = list(audit())

    quiet = unnamed(model)

    assert before == []
    assert quiet == {column for column in HARMLESS if column.startswith(f"{name}.")}


@pytest.mark.parametrize("name", IN_A_FULL_HOUSE)
def test_in_a_full_house_too(name):
    full_house()
    before = list(audit())

    quiet = unnamed(ledger_models()[name])

    assert before == []
    assert quiet == {column for column in HARMLESS if column.startswith(f"{name}.")}


def test_every_table_of_the_ledger_is_audited_here_or_is_said_to_be_elsewhere():
    assert set(ledger_models()) == {*AUDITED, *IN_A_FULL_HOUSE, *ELSEWHERE}


def test_a_whole_file_taken_out_shows_in_the_daily_root(world):
    journal_roots.root_if_due()
    well = list(audit())
    file = ConsentFile.objects.exclude(pk=world.pk).get()
    with tried():
        with guards.lifted():
            take_out(file)
        found = [str(drift) for drift in audit()]

    assert well == []
    assert found == [f"files: 1 of the 2 that stood on {clock.now():%Y-%m-%d} are gone"]
