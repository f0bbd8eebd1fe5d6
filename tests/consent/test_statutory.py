"""Anonymity by law: it blocks asking and showing, says which law, and only a complainant's own paper lifts it."""

from datetime import date

import pytest

from consent import policy
from consent.domain.acts import asking
from consent.domain.acts.asking import CannotAsk
from consent.domain.care import files, statutory
from consent.domain.care.statutory import CannotWaive
from consent.domain.proof.audit import audit
from consent.enums import Basis, Law
from people import clock, roles
from tests.factories import consent as make
from tests.factories import people

pytestmark = pytest.mark.django_db
PAPER = "Her letter, in the safe of the office."


@pytest.fixture
def leads():
    return [people.a_member_of_staff(roles.SAFEGUARDING, first_name=name) for name in ("Moss", "Ada")]


def kept_out(law: Law, *, person=None, by=None):
    """A cleared file, in which the law then keeps somebody out."""
    file = make.a_file()
    edition = make.a_version(file)
    make.cleared(edition)
    row = files.add_appearance(file, role="" if person else "a girl", person=person)
    statutory.keep_out(row, law=law, by=by)
    row.refresh_from_db()
    return edition, row


@pytest.mark.parametrize("law", list(Law))
def test_every_law_darkens_at_once_and_names_its_source(law):
    edition, _ = kept_out(law)

    verdict = policy.may_use(edition.pk, policy.WEBSITE, make.later())

    assert not verdict.allowed
    assert [reason.code for reason in verdict.reasons][:2] == ["statutory", "barred"]
    assert statutory.RULES[law].source in verdict.sentence
    assert list(audit()) == []


@pytest.mark.parametrize("law", list(Law))
def test_nothing_can_be_asked_and_the_refusal_explains_with_day_and_doubt(law):
    edition, _ = kept_out(law)

    with pytest.raises(CannotAsk) as refused:
        asking.ask(edition, uses=["website"])

    assert statutory.RULES[law].source in str(refused.value)
    assert "22 November 2026" in str(refused.value)
    assert "a lawyer must confirm" in str(refused.value)


def test_taken_out_the_older_words_never_come_back_and_new_ones_may(leads):
    edition, row = kept_out(Law.COMPLAINANT)
    files.decide_appearance(row, basis=Basis.REMOVED, by=leads[0], reason="She is out of the new words.")
    newer = make.a_version(edition.file, "I kept the kettle, and nothing else.")
    make.cleared(newer)

    with clock.at(make.later()):
        found = [policy.may_use(one.pk, policy.WEBSITE, clock.now()).allowed for one in (edition, newer)]

    assert found == [False, True]
    assert list(audit()) == []


def test_a_complainant_of_16_may_agree_in_writing_and_then_says_yes_like_anybody(leads):
    rosa = people.a_person("Rosa", born="1990-05-01")
    edition, row = kept_out(Law.COMPLAINANT, person=rosa)
    waiver = statutory.record_waiver(row, written_on=date(2026, 1, 5), paper=PAPER, sixteen=True, by=leads[0])
    with pytest.raises(CannotAsk):
        asking.ask(edition, uses=["website"])

    statutory.verify_waiver(waiver, by=leads[1])
    asked = asking.ask(edition, uses=["website"])

    assert {permission.appearance.person.called for permission in asked} == {"Dee", "Rosa"}
    assert not policy.may_use(edition.pk, policy.WEBSITE, make.later()).allowed
    assert list(audit()) == []


def test_nobody_reads_their_own_paper_for_the_second_time(leads):
    _, row = kept_out(Law.COMPLAINANT, person=people.a_person("Rosa"))
    waiver = statutory.record_waiver(row, written_on=date(2026, 1, 5), paper=PAPER, sixteen=True, by=leads[0])

    with pytest.raises(CannotWaive, match="Somebody else reads"):
        statutory.verify_waiver(waiver, by=leads[0])


@pytest.mark.parametrize(
    ("born", "written_on", "sixteen", "paper", "why"),
    [
        ("2010-06-15", date(2026, 6, 14), True, PAPER, "Under 16"),
        ("1990-05-01", date(2026, 1, 5), False, PAPER, "Under 16"),
        ("1990-05-01", date(2190, 1, 5), True, PAPER, "Write the day"),
        ("1990-05-01", date(2026, 1, 5), True, "a letter", "Say what the paper is"),
    ],
)
def test_a_paper_that_is_none_lifts_nothing(leads, born, written_on, sixteen, paper, why):
    _, row = kept_out(Law.COMPLAINANT, person=people.a_person("Rosa", born=born))

    with pytest.raises(CannotWaive, match=why):
        statutory.record_waiver(row, written_on=written_on, paper=paper, sixteen=sixteen, by=leads[0])


@pytest.mark.parametrize("law", [Law.YOUTH_COURT, Law.COURT_ORDER, Law.FAMILY_COURT])
def test_what_a_court_protects_nobody_waives(leads, law):
    _, row = kept_out(law, person=people.a_person("Rosa"))

    with pytest.raises(CannotWaive, match="Nobody can waive"):
        statutory.record_waiver(row, written_on=date(2026, 1, 5), paper=PAPER, sixteen=True, by=leads[0])
