"""A database from before the ledger spoke of cases and waivers is brought up to date, and as hard to tamper with."""

from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db.models import F

from consent import guards
from consent.domain.journal import replaying
from consent.domain.proof.audit import audit
from consent.domain.record.ledger import fingerprint
from consent.domain.rights import erasing
from consent.domain.told import notices, renotifying
from consent.enums import CaseKind, EventKind, RecallState
from consent.models import ConsentEvent, ConsentFile, RecallAction, StopCase, Waiver, Wording
from people import clock, roles
from tests.consent.a_full_house import known_by_their_own_leave, taken_back
from tests.factories import people
from tests.surfaces.stage import tried

pytestmark = pytest.mark.django_db

SINCE = (EventKind.CALLED_BACK, EventKind.WAIVED)
tell_late = import_module("consent.migrations.0026_told_late").tell_late


@pytest.fixture
def world():
    """A stop with one thing asked for and one come back, two waivers (one read), a notice written anew."""
    sol, ama = (people.a_supporter(first_name=name) for name in ("Sol", "Ama"))
    taken_back(sol)
    known_by_their_own_leave(sol, ama)
    words = {("en", "plain"): "What do we ask?\n\nWe ask you new things. You say yes or no."}
    officer = people.a_member_of_staff(roles.DPO)
    renotifying.publish(notices.STORY_CHOICES, words, changes_meaning=True, by=officer)


def become_old() -> None:
    """As the house of that day left it: no such event, no such words kept, and every chain whole without them."""
    with guards.lifted():
        files = list(ConsentFile.objects.filter(events__kind__in=SINCE).distinct())
        ConsentEvent.objects.filter(kind__in=SINCE).delete()
        for file in files:
            chain_again(file)
        Wording.objects.filter(key__startswith="notice:").delete()
    replaying.begin_again()


def chain_again(file: ConsentFile) -> None:
    file.head_seq, file.head_hash = 0, ""
    for event in ConsentEvent.objects.filter(file=file).select_related("permission").order_by("seq"):
        event.seq, event.prev_hash = file.head_seq + 1, file.head_hash
        permission = event.permission.uid.hex if event.permission else ""
        event.hash = fingerprint(event, file_uid=file.uid.hex, permission_uid=permission)
        event.save()
        file.head_seq, file.head_hash = event.seq, event.hash
    file.save()


def migrate() -> None:
    tell_late(apps, None)


def change(rows, **values) -> None:
    assert rows.update(**values)


def stops():
    return StopCase.objects.filter(kind=CaseKind.STOP)


ASKED = RecallAction.objects.filter(state=RecallState.ASKED)
BACK = RecallAction.objects.filter(state=RecallState.DONE, moved_by__isnull=False)
READ = Waiver.objects.filter(verified_at__isnull=False)
BEFORE: dict[str, Callable[[], object]] = {
    "how far it came": lambda: change(ASKED.all(), state=RecallState.ACKNOWLEDGED),
    "by when": lambda: change(ASKED.all(), due=F("due") + timedelta(days=9)),
    "when it came back": lambda: change(BACK.all(), done_at=F("done_at") - timedelta(days=1)),
    "who moved it": lambda: change(BACK.all(), moved_by=None),
    "an action taken out": lambda: BACK.all().delete(),
    "a case by another road": lambda: change(stops(), route="screen"),
    "a case received earlier": lambda: change(
        stops(),
        received_at=F("received_at") - timedelta(days=1),
        effective_at=F("effective_at") - timedelta(days=1),
    ),
    "a case of somebody else": lambda: change(stops(), person=people.a_person("Nobody")),
    "a case about one use": lambda: change(stops(), use_slug="funders"),
    "the day of a paper that was read": lambda: change(READ.all(), written_on=date(2025, 1, 1)),
    "when it was read": lambda: change(READ.all(), verified_at=F("verified_at") - timedelta(days=9)),
}


def invent_a_case() -> None:
    case = stops().get()
    files = list(case.files.all())
    case.pk, case.uid, case.code = None, case.uid.__class__(int=7), "CCCC-DDDD"
    case.save(force_insert=True)
    case.files.set(files)


SINCE_THEN: dict[str, Callable[[], object]] = {
    "a case's number": lambda: change(stops(), code="AAAA-BBBB"),
    "who wrote a case down": lambda: change(stops(), recorded_by=None),
    "what a paper says": lambda: change(Waiver.objects.all(), paper_sealed=b"x"),
    "the day of a paper nobody has read": lambda: change(
        Waiver.objects.filter(verified_at=None), written_on=date(2025, 1, 1)
    ),
    "a case that nobody opened": invent_a_case,
    "a notice's own words": lambda: change(
        Wording.objects.filter(key__startswith="notice:"), sha256="0" * 64
    ),
}


def test_an_old_history_audits_clean_once_it_is_migrated_and_a_changed_old_row_is_found(world):
    young = list(audit())
    become_old()
    old = {str(drift).split(": ")[1] for drift in audit()}
    found = {}

    for how, tamper in BEFORE.items():
        with tried():
            with guards.lifted():
                tamper()
            migrate()
            found[how] = bool(list(audit()))
    migrate()
    events = ConsentEvent.objects.count()
    migrate()
    clean = list(audit())
    for how, tamper in SINCE_THEN.items():
        with tried():
            with guards.lifted():
                tamper()
            found[how] = bool(list(audit()))

    assert young == []
    assert old == {
        "what was taken back differs from the events",
        "how far it was taken back differs from the events",
        "a consent to be known differs from the events",
        f"{notices.STORY_CHOICES}:2 is not as it was published",
    }
    assert (clean, ConsentEvent.objects.count()) == ([], events)
    assert found == dict.fromkeys([*BEFORE, *SINCE_THEN], True)


def test_what_is_told_late_says_when_it_was_written_and_that_it_is_said_today(world):
    become_old()

    migrate()

    told = ConsentEvent.objects.filter(kind__in=SINCE)
    case = stops().get()
    late = told.get(kind=EventKind.CALLED_BACK, data__case=case.uid.hex)
    assert (late.at, late.method, late.data["late"]) == (
        case.received_at,
        case.route,
        case.recorded_at.isoformat(timespec="microseconds"),
    )
    assert {event.recorded_at.astimezone(clock.LONDON).date() for event in told} == {clock.today()}


def test_a_waiver_erased_before_is_told_without_its_paper(world):
    become_old()
    for file in ConsentFile.objects.filter(appearances__waivers__isnull=False).distinct():
        erasing.erase_file(file, by=None)

    migrate()

    papers = [event.data.get("paper") for event in ConsentEvent.objects.filter(kind=EventKind.WAIVED)]
    assert papers == [None, None]
    assert list(audit()) == []
