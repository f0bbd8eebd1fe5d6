"""The audit finds every kind of tampering, also by someone who can lift the guards of the database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F

from consent import guards
from consent.domain.acts import importing
from consent.domain.care import files, holding
from consent.domain.proof.audit import audit
from consent.domain.record import journaling
from consent.domain.record.shown import Shown, seal
from consent.enums import Basis, HoldReason, IdentityLevel, Relation, ReviewOutcome
from consent.models import (
    Appearance,
    Clearance,
    ConsentEvent,
    ConsentFile,
    Edition,
    Hold,
    NoticeRendering,
    Permission,
    Review,
    Use,
)
from people import clock, keyring
from tests.factories.consent import a_file, a_person, a_version, asked, cleared, first_yes, second_yes

pytestmark = pytest.mark.django_db

FAR = timedelta(days=4000)


@dataclass
class World:
    file: ConsentFile
    older: Edition
    newer: Edition
    other: ConsentFile


@pytest.fixture
def world():
    """Two versions, two people, a hold, a safety check, a yes, a first yes: much to tamper with."""
    file = a_file()
    files.add_appearance(file, person=a_person("Sam"), relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    files.add_appearance(file, role="a neighbour", basis=Basis.COMPOSITE)
    older = a_version(file)
    cleared(older, "website", "newsletter")
    holding.hold(file, reason=HoldReason.COURT, by=None, use="newsletter")
    newer = a_version(file, "I kept the kettle, and the cup.")
    first_yes(asked(newer)[0])
    other = a_file(a_person("Lee"))
    importing.import_unknown(a_version(other), use="website")
    journaling.write_due()
    return World(file=file, older=older, newer=newer, other=other)


def last(world: World) -> ConsentEvent:
    return world.file.events.latest("seq")


def middle(world: World):
    return ConsentEvent.objects.filter(file=world.file, seq=5)


def website(world: World):
    return Clearance.objects.filter(file=world.file, use_slug="website")


def a_yes(world: World):
    return Permission.objects.filter(file=world.file, confirmed_at__isnull=False).order_by("id")[:1]


def change(rows, **values: object) -> None:
    """By primary key, because a sliced query cannot be updated."""
    model = rows.model
    assert model._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True))).update(**values)


def swap_two_events(world: World) -> None:
    def renumber(old: int, new: int) -> None:
        change(ConsentEvent.objects.filter(file=world.file, seq=old), seq=new)

    renumber(4, 4000)
    renumber(5, 4)
    renumber(4000, 5)


def delete_raw(rows) -> None:
    with connection.cursor() as cursor:
        for pk in rows.values_list("pk", flat=True):
            cursor.execute(f"DELETE FROM {rows.model._meta.db_table} WHERE id = %s", [pk])


def invent_a_clearance(world: World) -> None:
    row = website(world).get()
    row.pk, row.use, row.use_slug = None, Use.objects.get(slug="newspapers", applies_to="story"), "newspapers"
    row.save(force_insert=True)


def clear_the_version_nobody_agreed_to(world: World) -> None:
    change(website(world), edition=world.newer, closure_sha256=world.newer.closure_sha256)


def seal_another_name(world: World) -> None:
    row = a_yes(world).get()
    seal(row, Shown(name="Mx Other"))
    change(a_yes(world), shown_sealed=row.shown_sealed)


def reopen_and_clear(world: World) -> None:
    """A careful thief: takes the hold away *and* writes the clearance that would then be right."""
    change(Hold.objects.filter(file=world.file), released_at=clock.now())
    row = website(world).get()
    row.pk, row.use, row.use_slug = None, Use.objects.get(slug="newsletter", applies_to="story"), "newsletter"
    row.save(force_insert=True)


TAMPERINGS: dict[str, Callable[[World], object]] = {
    "an event's data": lambda w: change(middle(w), data={"kind": "other"}),
    "an event's kind": lambda w: change(middle(w), kind="resumed"),
    "an event's time": lambda w: change(middle(w), at=F("at") - timedelta(days=1)),
    "who recorded an event": lambda w: change(middle(w), method="phone"),
    "an event's hash": lambda w: change(middle(w), hash="0" * 64),
    "a link of the chain": lambda w: change(middle(w), prev_hash="0" * 64),
    "whose permission an event is about": lambda w: change(
        ConsentEvent.objects.filter(file=w.file, kind="confirmed").order_by("seq")[:1],
        permission=Permission.objects.filter(file=w.file).latest("id"),
    ),
    "a deleted event": lambda w: delete_raw(middle(w)),
    "the last event deleted": lambda w: delete_raw(ConsentEvent.objects.filter(pk=last(w).pk)),
    "all events deleted": lambda w: delete_raw(ConsentEvent.objects.filter(file=w.file)),
    "reordered events": swap_two_events,
    "the head's hash": lambda w: change(ConsentFile.objects.filter(pk=w.file.pk), head_hash="0" * 64),
    "the head's number": lambda w: change(ConsentFile.objects.filter(pk=w.file.pk), head_seq=3),
    "a longer yes": lambda w: change(a_yes(w), valid_until=clock.now() + FAR),
    "a fuller name": lambda w: change(a_yes(w), identity=IdentityLevel.N5),
    "a face": lambda w: change(a_yes(w), face=True),
    "a voice": lambda w: change(a_yes(w), voice=True),
    "an earlier yes": lambda w: change(a_yes(w), asked_at=clock.now() - FAR),
    "a pause that nobody made": lambda w: change(a_yes(w), paused_at=clock.now()),
    "an end that nobody made": lambda w: change(a_yes(w), ended_at=clock.now(), ended_why="revoked"),
    "another value agreed": lambda w: change(a_yes(w), shown_sha256="0" * 64),
    "another name sealed": seal_another_name,
    "a yes moved to another version": lambda w: change(
        Permission.objects.filter(
            file=w.file, appearance__relation="co_author", use__slug="website", edition=w.older
        ),
        edition=w.newer,
        use=Use.objects.get(slug="research", applies_to="story"),
    ),
    "a yes moved to another use": lambda w: change(
        a_yes(w), use=Use.objects.get(slug="newspapers", applies_to="story")
    ),
    "a yes moved to another person in it": lambda w: change(
        a_yes(w), appearance=Appearance.objects.get(file=w.file, person=None)
    ),
    "an old record passed for a new one": lambda w: change(
        Permission.objects.filter(file=w.other), legacy=False
    ),
    "someone let stand without a yes": lambda w: change(
        Appearance.objects.filter(file=w.file, relation="co_author"), basis=Basis.COMPOSITE
    ),
    "someone changed for another": lambda w: change(
        Appearance.objects.filter(file=w.file, relation="co_author"), person=a_person("Kit")
    ),
    "someone who was never said to be in it": lambda w: Appearance.objects.create(
        file=w.file, role="x", relation=Relation.IN_IT, basis=Basis.COMPOSITE
    ),
    "an invented clearance": invent_a_clearance,
    "a clearance for words nobody agreed to": clear_the_version_nobody_agreed_to,
    "a clearance that lasts longer": lambda w: change(website(w), valid_until=clock.now() + FAR),
    "a clearance that begins earlier": lambda w: change(website(w), valid_from=clock.now() - FAR),
    "a clearance with another name": lambda w: change(
        website(w), slots={"name": "X", "place": "", "when": ""}
    ),
    "a clearance with more identity": lambda w: change(website(w), identity=IdentityLevel.N5),
    "a clearance with a face": lambda w: change(website(w), face=True),
    "a clearance with other bytes": lambda w: change(website(w), closure_sha256="0" * 64),
    "a clearance gone missing": lambda w: website(w).delete(),
    "a hold taken away": lambda w: change(Hold.objects.filter(file=w.file), released_at=clock.now()),
    "a hold taken away and its clearance written": reopen_and_clear,
    "a hold deleted": lambda w: delete_raw(Hold.objects.filter(file=w.file)),
    "a hold moved to another use": lambda w: change(Hold.objects.filter(file=w.file), use_slug="funders"),
    "a hold that nobody opened": lambda w: Hold.objects.create(
        file=w.file, reason=HoldReason.OTHER, use_slug="funders", opened_at=clock.now()
    ),
    "a safety check that lasts longer": lambda w: change(
        Review.objects.filter(edition=w.newer), valid_until=clock.now() + FAR
    ),
    "a safety check turned round": lambda w: change(
        Review.objects.filter(edition=w.newer), outcome="not_now"
    ),
    "a safety check that nobody made": lambda w: Review.objects.create(
        edition=w.newer, outcome=ReviewOutcome.SAFE, valid_until=clock.now() + FAR, made_at=clock.now()
    ),
    "a safety check deleted": lambda w: delete_raw(Review.objects.filter(edition=w.newer)),
    "a version's digest": lambda w: change(Edition.objects.filter(pk=w.newer.pk), closure_sha256="0" * 64),
    "a version's parts": lambda w: change(Edition.objects.filter(pk=w.newer.pk), manifest=[]),
    "a version's number": lambda w: change(Edition.objects.filter(pk=w.newer.pk), n=7),
    "a version that nobody froze": lambda w: Edition.objects.create(
        file=w.file,
        n=9,
        language="en",
        kind="original",
        closure_sha256="0" * 64,
        manifest=[],
        frozen_at=clock.now(),
    ),
    "the words of a notice": lambda _: change(NoticeRendering.objects.all()[:1], text="Say yes."),
}


def tamper(how: str, world: World) -> None:
    with guards.lifted():
        TAMPERINGS[how](world)


def test_the_untouched_world_has_no_drift_and_the_command_says_so(world):
    out = StringIO()

    call_command("audit_consent", stdout=out)

    assert list(audit()) == []
    assert out.getvalue().strip() == "Every clearance is what the events say, and every chain is whole."


@pytest.mark.parametrize("how", TAMPERINGS)
def test_the_audit_finds(how, world):
    tamper(how, world)

    assert list(audit())


def test_no_tampering_with_any_event_makes_the_audit_fall_over(world):
    seen = {}

    for event in ConsentEvent.objects.filter(file=world.file):
        for data in (
            {},
            {"answer": 7, "cool_until": "never", "valid_until": []},
            {"edition": None, "hold": "x"},
        ):
            with guards.lifted():
                change(ConsentEvent.objects.filter(pk=event.pk), data=data)
                seen[event.seq, str(data)] = len(list(audit()))
                change(ConsentEvent.objects.filter(pk=event.pk), data=event.data)

    assert min(seen.values()) >= 1
    assert list(audit()) == []


def test_the_command_ends_with_one_and_lists_what_it_found(world):
    tamper("who recorded an event", world)
    err = StringIO()

    with pytest.raises(CommandError) as ended:
        call_command("audit_consent", stderr=err, stdout=StringIO())

    assert ended.value.returncode == 1
    assert err.getvalue() == f"{world.file}: event 5 was changed after it was written\n"


def test_a_missing_guard_is_named(world):
    guards.lift()
    without = {str(drift) for drift in audit()}

    guards.install()

    assert without == {f"database: the guard {name} is missing" for name in guards.expected()}
    assert list(audit()) == []


def test_one_missing_guard_is_enough(world):
    name = "consent_consentevent_no_update"
    on = " ON consent_consentevent" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")

    found = [str(drift) for drift in audit()]
    guards.install()

    assert found == [f"database: the guard {name} is missing"]


def test_erasing_a_key_leaves_the_audit_content(world):
    second_yes(first_yes(asked(world.older, "funders")[0]))
    Clearance.objects.filter(file=world.file).delete()

    keyring.shred(world.file.uid)

    assert list(audit()) == []
