"""Handing the same bytes over again takes all that the gate takes, but for a use that the first time spent."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from consent.domain.acts.narrowing import Less, narrow
from consent.domain.care import files, holding, reviewing, statutory
from consent.domain.clearance.standing_yes import fingerprint
from consent.domain.out.claiming import claim
from consent.domain.stop import stopping
from consent.enums import Basis, HoldReason, IdentityLevel, Law, ReviewOutcome
from consent.models import Edition, Permission, Use
from people import clock
from people.domain import vault
from tests.factories import consent as make

pytestmark = pytest.mark.django_db
PRESS = "newspapers"


def a_version_for_the_press() -> Edition:
    with clock.at(clock.now() - timedelta(days=40)):
        edition = make.a_version(make.a_file())
        make.cleared(edition, PRESS)
    return edition


def mark(edition: Edition) -> str:
    return fingerprint(edition.pk, use=PRESS, at=clock.now())


def the_law(edition: Edition) -> None:
    statutory.keep_somebody_out(edition.file, law=Law.COMPLAINANT, by=None)


def the_law_and_then_taken_out(edition: Edition) -> None:
    the_law(edition)
    row = files.appearances_in(edition.file_id).get(basis=Basis.STATUTORY)
    files.decide_appearance(row, basis=Basis.REMOVED, reason="Taken out of the words.")


def somebody_undecided(edition: Edition) -> None:
    files.add_appearance(edition.file, role="a neighbour")


def a_hold(edition: Edition) -> None:
    holding.hold(edition.file, reason=HoldReason.COURT, by=None)


def a_stop(edition: Edition) -> None:
    person = files.author_of(edition.file_id)
    assert person is not None
    stopping.stop(person)


def a_smaller_choice(edition: Edition) -> None:
    row = Permission.objects.get(edition=edition)
    narrow(row, person=row.appearance.person, less=Less(identity=IdentityLevel.N2))


def a_check_that_says_no(edition: Edition) -> None:
    reviewing.review(edition, outcome=ReviewOutcome.NOT_NOW, valid_until=clock.now() + timedelta(days=9))


def a_birth_date_that_says_fifteen(edition: Edition) -> None:
    person = files.author_of(edition.file_id)
    assert person is not None
    vault.set_identity(person, born=clock.today().replace(day=1, year=clock.today().year - 15).isoformat())


@pytest.mark.parametrize(
    "happens",
    [
        the_law,
        the_law_and_then_taken_out,
        somebody_undecided,
        a_hold,
        a_stop,
        a_smaller_choice,
        a_check_that_says_no,
        a_birth_date_that_says_fifteen,
    ],
)
def test_whatever_shuts_the_gate_ends_what_was_handed_over_before(happens: Callable[[Edition], None]):
    edition = a_version_for_the_press()
    before = mark(edition)

    happens(edition)

    assert before
    assert mark(edition) != before


def test_with_the_end_of_the_yes_it_is_over():
    edition = a_version_for_the_press()
    assert mark(edition)

    with clock.at(Permission.objects.get(edition=edition).valid_until):
        assert mark(edition) == ""


def test_a_use_spent_by_the_first_handover_does_not_end_it():
    Use.objects.filter(slug=PRESS).update(single_use=True)
    edition = a_version_for_the_press()
    before = mark(edition)

    claim(edition.pk, PRESS, by=None, at=clock.now())

    assert Permission.objects.get(edition=edition).uses == 1
    assert before == mark(edition) != ""
