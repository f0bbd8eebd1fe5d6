"""The same words frozen once more are the same words: a no to them stays one, whatever is decided about somebody."""

import pytest

from consent import policy
from consent.domain.acts import answering, asking
from consent.domain.care import files
from consent.domain.proof.audit import audit
from consent.enums import Answer, Basis, IdentityLevel, Relation
from tests.factories import consent as make
from tests.factories import people

pytestmark = pytest.mark.django_db
N0, N2, N3 = (IdentityLevel(number) for number in (0, 2, 3))


def allowed(edition) -> bool:
    make.cleared(edition)
    return policy.may_use(edition.pk, policy.WEBSITE, make.later()).allowed


def test_a_no_to_these_very_words_outlives_what_is_decided_about_somebody_and_a_second_check():
    file = make.a_file(people.a_person("Dee"))
    rosa = files.add_appearance(
        file, person=people.a_person("Rosa"), relation=Relation.IN_IT, basis=Basis.OWN
    )
    first = make.a_revealing_version(file, Dee=N2, Rosa=N2)
    for row in asking.ask(first, uses=["website"]):
        make.told(file, row.appearance.person)
        said = Answer.NO if row.appearance_id == rosa.pk else Answer.YES
        answering.answer(row, person=row.appearance.person, answer=said)
    files.decide_appearance(rosa, basis=Basis.REMOVED, reason="Taken out, it was said.")

    again = make.a_revealing_version(file, Dee=N3, Rosa=N0)
    same_words = allowed(again)
    reasons = [reason.code for reason in policy.may_use(again.pk, policy.WEBSITE, make.later()).reasons]

    assert (again.pk != first.pk, again.closure_sha256) == (True, first.closure_sha256)
    assert (same_words, reasons) == (False, ["was_asked"])
    assert allowed(make.a_version(file, "They called me."))
    assert list(audit()) == []
