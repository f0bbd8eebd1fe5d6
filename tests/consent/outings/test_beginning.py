"""Nothing leaves without a yes, and what leaves is written down: once, sealed, for good."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from consent.domain.acts import answering
from consent.domain.out import outings
from consent.domain.out.outings import Kind, NotCleared, begin
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import Answer, EventKind, RecallClass
from consent.models import ConsentEvent, Outing, Permission, Use
from people import clock, keyring
from tests.factories.consent import a_file, a_version, asked, first_yes, later, told
from tests.factories.outings import a_cleared_version, out

pytestmark = pytest.mark.django_db

JOURNALIST = "Rhona Pettifer, Kestlewick Courier"


@pytest.fixture(autouse=True)
def after_thinking_time():
    with clock.at(later()):
        yield


@pytest.fixture
def edition():
    with clock.at(clock.now() - timedelta(days=8)):
        return a_cleared_version("website", "newspapers", "ministers")


def test_an_outing_says_what_went_out_how_and_how_far_it_can_be_called_back(edition):
    outing = begin(edition, use="newspapers", kind=Kind.PACK, recipient=JOURNALIST, where="Saturday page")

    assert (outing.file_id, outing.edition, outing.use.slug, outing.use_slug) == (
        edition.file_id,
        edition,
        "newspapers",
        "newspapers",
    )
    assert (outing.kind, outing.channel, outing.where) == ("pack", "newspaper", "Saturday page")
    assert (outing.recall_class, outing.status) == (RecallClass.R2, "out")
    assert outings.recipient_of(outing) == (JOURNALIST, "")
    assert list(outings.outings_of(edition.file_id)) == [outing]
    assert list(audit()) == []


def test_the_chain_holds_the_outing_and_no_name(edition):
    outing = begin(edition, use="newspapers", kind=Kind.PACK, recipient=JOURNALIST)

    event = ConsentEvent.objects.get(kind=EventKind.OUT)

    assert event.data["outing"] == outing.uid.hex
    assert len(event.data["to"]) == 64
    assert "Rhona" not in str(event.data)


def test_whom_it_went_to_can_be_forgotten_with_the_files_key(edition):
    outing = begin(edition, use="newspapers", kind=Kind.PACK, recipient=JOURNALIST)
    assert b"Rhona" not in bytes(outing.recipient_sealed)

    keyring.shred(edition.file.uid)

    assert outings.recipient_of(Outing.objects.get()) == ("", "")


@pytest.mark.parametrize("use", ["newspapers", "funders", "no-such-use", "", "x\x00y"])
def test_without_a_yes_for_this_use_nothing_goes_out(use):
    with clock.at(clock.now() - timedelta(days=8)):
        edition = a_cleared_version("website")

    with pytest.raises(NotCleared) as refused:
        begin(edition, use=use.replace("\x00", ""), kind=Kind.PACK)

    assert refused.value.reasons
    assert str(refused.value)
    assert not Outing.objects.exists()
    assert begin(edition, use="website", kind=Kind.SURFACE)


def only_asked(permission):
    pass


def said_no(permission):
    person = permission.appearance.person
    told(permission.file, person)
    answering.answer(permission, person=person, answer=Answer.NO)


@pytest.mark.parametrize("act", [only_asked, said_no, first_yes])
def test_whatever_is_less_than_two_yeses_lets_nothing_out(act):
    version = a_version(a_file())
    (permission,) = asked(version, "newspapers")
    act(permission)

    with pytest.raises(NotCleared):
        out(version)

    assert not Outing.objects.exists()


def test_after_a_stop_nothing_goes_out(edition):
    assert out(edition)
    stopping.stop(Permission.objects.first().appearance.person)

    with pytest.raises(NotCleared) as refused:
        out(edition)

    assert [reason.code for reason in refused.value.reasons] == ["withdrawn"]
    assert Outing.objects.count() == 1


def test_our_own_pages_have_one_row_however_often_they_are_put_up(edition):
    first = begin(edition, use="website", kind=Kind.SURFACE)
    again = begin(edition, use="website", kind=Kind.SURFACE)
    assert again == first

    outings.end_on_our_pages(edition.pk, use="website")
    later_on = begin(edition, use="website", kind=Kind.SURFACE)

    assert [row.status for row in outings.outings_of(edition.file_id)] == ["ended", "out"]
    assert later_on != first
    assert ConsentEvent.objects.filter(kind=EventKind.OUT).count() == 2


def test_a_use_for_one_time_closes_the_gate_behind_it(edition):
    with clock.at(clock.now() - timedelta(days=8)):
        Use.objects.filter(slug="ministers").update(single_use=True)
        once = a_cleared_version("ministers")

    assert out(once, use="ministers")
    with pytest.raises(NotCleared):
        out(once, use="ministers")

    assert Permission.objects.get(edition=once).uses == 1
    assert [out(edition), out(edition)]  # where nothing is counted it may go out again
    assert list(audit()) == []


@pytest.mark.parametrize(
    ("kind", "use", "reach"),
    [
        (Kind.SURFACE, "website", "R0"),
        (Kind.PRIVATE_READING, "ministers", "R0"),
        (Kind.PACK, "newspapers", "R2"),
        (Kind.PACK, "ministers", "R3"),
        (Kind.QUOTE, "website", "R2"),
        (Kind.DOWNLOAD, "website", "R1"),
        (Kind.PRINT, "website", "R3"),
        (Kind.SPOKEN, "newspapers", "R3"),
        (Kind.NEWSLETTER, "website", "R3"),
    ],
)
def test_how_far_it_can_be_called_back_follows_from_use_and_form(edition, kind, use, reach):
    assert begin(edition, use=use, kind=kind).recall_class == reach


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM consent_outing",
        "UPDATE consent_outing SET file_id = file_id",
        "UPDATE consent_outing SET code = 'other'",
        "UPDATE consent_outing SET recall_class = 'R0'",
        (
            "INSERT INTO consent_outing (uid, file_id, edition_id, use_id, use_slug, channel, kind, recipient_sealed,"
            ' "where", began_at, artefact_sha256, recall_class, code, terms_version)'
            " SELECT '5b3f0e8a-0000-4000-8000-000000000000', file_id, edition_id, use_id, use_slug, channel, kind,"
            " recipient_sealed, \"where\", began_at, artefact_sha256, recall_class, 'another', terms_version"
            " FROM consent_outing"
        ),
    ],
)
def test_the_database_itself_keeps_what_went_out(edition, sql):
    begin(edition, use="website", kind=Kind.SURFACE)
    before = list(Outing.objects.values())

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)

    assert list(Outing.objects.values()) == before
    assert Outing.objects.update(ended_at=clock.now()) == 1  # its end may be written


def test_a_clock_set_back_never_keeps_our_pages_up(edition):
    began = begin(edition, use="website", kind=Kind.SURFACE).began_at

    with clock.at(began - timedelta(days=1)):
        ended = outings.end_on_our_pages(edition.pk, use="website")

    assert (ended, Outing.objects.get().ended_at) == (1, began)
