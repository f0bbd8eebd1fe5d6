"""What a worker writes down counts once somebody else has checked it; the database itself knows who may not."""

import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction
from PIL import Image

from consent import policy
from consent.domain.acts import answering, asking
from consent.domain.acts.choices import choices_of
from consent.domain.acts.choosing import Given
from consent.domain.proof.audit import audit
from consent.domain.written import evidence, scans, verifying
from consent.domain.written.evidence import CannotRecord, How
from consent.domain.written.verifying import CannotVerify
from consent.enums import Answer, IdentityLevel, Method, State
from consent.models import ConsentEvent, Evidence, Receipt
from people import clock
from tests.factories.consent import a_file, a_person, a_version, later
from tests.factories.people import a_supporter
from tests.people.cleaning.with_marks import PAPERS, SOUNDS

pytestmark = pytest.mark.django_db
YES = [Given("website", Answer.YES, identity=IdentityLevel.N3, name="Dee")]


@pytest.fixture
def staff():
    return {name: a_supporter(first_name=name) for name in ("Priya", "Sol", "Ama")}


@pytest.fixture
def edition(staff):
    """Asked by Sol; nobody has answered."""
    made = a_version(a_file(a_person()))
    asking.ask(made, uses=["website"], by=staff["Sol"])
    return made


def person_of(edition):
    return edition.file.appearances.get().person


def how(**more):
    given = {"method": Method.PAPER, "happened_at": clock.now(), "understood": True}
    return How(**given | more)


def written_down(edition, by, *, answers=YES, **more):
    return evidence.record_first(
        edition.file, person=person_of(edition), answers=answers, how=how(**more), by=by
    )


def state(edition):
    (choice,) = choices_of(person_of(edition), edition.file_id)
    return choice.state


def a_photo():
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    Image.new("RGB", (20, 20), "white").save(out, "JPEG", exif=exif)
    return io.BytesIO(out.getvalue())


def test_what_is_written_down_is_no_answer_yet(edition, staff):
    written_down(edition, staff["Priya"])

    assert state(edition) is State.REQUESTED
    assert Receipt.objects.count() == 0


def test_once_somebody_else_has_checked_it_it_is_the_persons_own_act(edition, staff):
    made = written_down(edition, staff["Priya"])

    verifying.verify(made, agrees=True, by=staff["Ama"])

    answered = ConsentEvent.objects.get(kind="answered")
    assert state(edition) is State.COOLING
    assert (answered.actor, answered.recorded_by, answered.method) == (None, staff["Priya"], "paper")
    assert [copy.kind for copy in Receipt.objects.all()] == ["yes"]
    assert list(audit()) == []


def test_the_second_yes_takes_the_same_two_people_and_then_the_gate_opens(edition, staff):
    verifying.verify(written_down(edition, staff["Priya"]), agrees=True, by=staff["Ama"])

    with clock.at(later()):
        second = evidence.record_second(
            edition.file, person=person_of(edition), uses=["website"], how=how(), by=staff["Priya"]
        )
        before = policy.may_use(edition.pk, "website", clock.now()).allowed
        verifying.verify(second, agrees=True, by=staff["Ama"])
        after = policy.may_use(edition.pk, "website", clock.now()).allowed

    assert (before, after) == (False, True)
    assert list(audit()) == []


def test_a_record_that_is_not_the_same_never_counts_and_can_be_written_anew(edition, staff):
    made = written_down(edition, staff["Priya"])

    verifying.verify(made, agrees=False, by=staff["Ama"])

    assert state(edition) is State.REQUESTED
    verifying.verify(written_down(edition, staff["Priya"]), agrees=True, by=staff["Ama"])
    assert state(edition) is State.COOLING


@pytest.mark.parametrize(("who", "may"), [("Priya", False), ("Sol", False), ("Ama", True)])
def test_neither_who_wrote_it_nor_who_asked_may_check_it(edition, staff, who, may):
    made = written_down(edition, staff["Priya"])

    listed = made in verifying.waiting_for(staff[who])
    try:
        verifying.verify(made, agrees=True, by=staff[who])
        counted = True
    except CannotVerify:
        counted = False

    assert (listed, counted) == (may, may)
    assert state(edition) is (State.COOLING if may else State.REQUESTED)


def test_who_is_kept_apart_from_the_person_may_not_check(edition, staff):
    made = written_down(edition, staff["Priya"])
    person_of(edition).conflicts.add(staff["Ama"])

    assert verifying.waiting_for(staff["Ama"]) == []
    with pytest.raises(CannotVerify, match="kept apart"):
        verifying.verify(made, agrees=True, by=staff["Ama"])


def test_somebody_outside_may_check_and_their_name_is_sealed(edition, staff):
    made = written_down(edition, staff["Priya"])

    verifying.verify(made, agrees=True, outside="Rev. Dilys Amos")

    made.refresh_from_db()
    assert made.verified_by is None
    assert b"Dilys" not in bytes(made.verified_outside_sealed)
    assert state(edition) is State.COOLING


def test_a_second_check_changes_nothing(edition, staff):
    made = written_down(edition, staff["Priya"])
    verifying.verify(made, agrees=True, by=staff["Ama"])

    with pytest.raises(CannotVerify, match="already"):
        verifying.verify(made, agrees=False, by=staff["Ama"])

    assert state(edition) is State.COOLING


def test_when_the_person_answers_themselves_first_the_record_counts_for_nothing(edition, staff):
    made = written_down(edition, staff["Priya"])
    (permission,) = asking.open_asks(person_of(edition).pk, edition.file_id)
    answering.answer(permission, person=person_of(edition), answer=Answer.NO)

    with pytest.raises(CannotVerify, match="changed"):
        verifying.verify(made, agrees=True, by=staff["Ama"])

    made.refresh_from_db()
    assert (state(edition), made.outcome) == (State.REFUSED, "waiting")


@pytest.mark.parametrize(
    "happened",
    [
        lambda: clock.now() + timedelta(minutes=1),
        lambda: datetime(9999, 12, 31, tzinfo=ZoneInfo("UTC")),
        lambda: clock.now() - timedelta(days=1),
        lambda: datetime(1, 1, 2, tzinfo=ZoneInfo("UTC")),
    ],
)
def test_odd_days_are_refused(edition, staff, happened):
    with pytest.raises(CannotRecord):
        written_down(edition, staff["Priya"], happened_at=happened())

    assert Evidence.objects.count() == 0


def test_a_second_yes_said_within_thinking_time_is_refused(edition, staff):
    verifying.verify(written_down(edition, staff["Priya"]), agrees=True, by=staff["Ama"])

    with clock.at(later()), pytest.raises(CannotRecord, match="thinking time"):
        evidence.record_second(
            edition.file,
            person=person_of(edition),
            uses=["website"],
            how=how(happened_at=clock.now() - timedelta(days=3)),
            by=staff["Priya"],
        )


def test_the_same_act_is_written_down_once(edition, staff):
    written_down(edition, staff["Priya"])

    with pytest.raises(CannotRecord, match="already"):
        written_down(edition, staff["Ama"])


def test_nothing_may_be_left_out_or_added(edition, staff):
    for answers in ([], [*YES, Given("newsletter", Answer.YES)], [Given("newsletter", Answer.YES)]):
        with pytest.raises(CannotRecord):
            written_down(edition, staff["Priya"], answers=answers)


def test_who_asked_cannot_be_the_witness(edition, staff):
    with pytest.raises(CannotRecord, match="witness"):
        written_down(edition, staff["Priya"], witness=staff["Sol"])

    assert written_down(edition, staff["Priya"], witness=staff["Ama"]).witness == staff["Ama"]


def test_a_photo_of_the_paper_is_made_anew_and_sealed(edition, staff):
    scan = scans.scan_of(a_photo())

    made = written_down(edition, staff["Priya"], scan=scan)

    assert b"secret place" not in scan.content
    assert evidence.content_of(made) == scan.content
    assert scan.content[:20] not in bytes(made.content_sealed)
    assert (made.form, made.sha256) == ("picture", scan.sha256)


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (PAPERS["pdf"], "pdf"),
        (SOUNDS["mp3"], "audio"),
        (SOUNDS["ogg"], "audio"),
        (SOUNDS["wav"], "audio"),
        (SOUNDS["m4a"], "audio"),
    ],
)
def test_papers_and_voices_are_known_by_their_first_bytes(content, form):
    assert scans.scan_of(io.BytesIO(content())).form == form


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90", b"<svg onload=alert(1)>", b"\x00" * 100, b"GIF89a", b"%PDF" + b"x" * 16_000_000],
)
def test_what_we_cannot_keep_is_refused_in_words(content):
    with pytest.raises(scans.NotAScan):
        scans.scan_of(io.BytesIO(content))


def test_the_record_says_nothing_personal_in_the_events(edition, staff):
    written_down(edition, staff["Priya"], others_present="her sister Mags", read_aloud=True)

    said = str([event.data for event in ConsentEvent.objects.all()])

    assert "Mags" not in said
    assert "'Dee'" not in said
    assert "'others_present': True" in said


@pytest.mark.parametrize(
    "change",
    [
        "verified_by_id = recorded_by_id, verified_at = recorded_at, outcome = 'counted'",
        "verified_by_id = asked_by_id, verified_at = recorded_at, outcome = 'counted'",
        "witness_id = asked_by_id",
        "outcome = 'counted'",
        "outcome = 'counted', verified_at = recorded_at",
        "happened_at = '9999-01-01 00:00:00+00:00'",
    ],
)
def test_the_database_itself_refuses_what_may_not_be(edition, staff, change):
    made = written_down(edition, staff["Priya"])

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE consent_evidence SET {change} WHERE id = %s", [made.pk])


def test_the_database_lets_the_right_person_check(edition, staff):
    made = written_down(edition, staff["Priya"])

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE consent_evidence SET verified_by_id = %s, verified_at = recorded_at, outcome = 'counted'"
            " WHERE id = %s",
            [staff["Ama"].pk, made.pk],
        )
        changed = cursor.rowcount

    assert changed == 1
