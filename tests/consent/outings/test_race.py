"""A stop while something is being handed over: it went first and is taken back, or it never leaves."""

from datetime import timedelta

import pytest

from consent.domain.out.outings import Kind, NotCleared, begin
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.models import Outing, RecallAction, Use
from people import clock
from tests.consent.the_race import race
from tests.factories.consent import a_file, a_person, a_version, cleared

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def version():
    with clock.at(clock.now() - timedelta(days=40)):
        Use.objects.update(single_use=False)
        made = a_version(a_file(a_person()))
        cleared(made, "newspapers")
    return made


def acts(version):
    person = version.file.appearances.get().person
    return (
        lambda: begin(version, use="newspapers", kind=Kind.PACK),
        lambda: stopping.stop(person),
    )


def test_what_went_before_the_stop_is_taken_back(version):
    going, stop = acts(version)

    out, _ = race(going, stop, files=[version.file_id])

    assert out.error is None
    assert list(RecallAction.objects.values_list("outing", flat=True)) == [out.answer.pk]
    assert list(audit()) == []


def test_after_the_stop_nothing_leaves(version):
    going, stop = acts(version)

    _, out = race(stop, going, files=[version.file_id])

    assert isinstance(out.error, NotCleared)
    assert not Outing.objects.exists()
    assert list(audit()) == []


def test_two_put_it_on_our_own_pages_at_once_and_there_is_one_row(version):
    def up():
        return begin(version, use="newspapers", kind=Kind.SURFACE)

    both = race(up, up, files=[version.file_id])

    assert [runner.error for runner in both] == [None, None]
    assert Outing.objects.count() == 1
