"""Anyone who is in it can stop it, whether or not their yes was needed, and nothing brings it back by itself."""

import pytest

from consent import policy
from consent.domain.acts import answering
from consent.domain.care import files, holding
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import Answer, Basis, Relation
from tests.factories.consent import (
    a_file,
    a_person,
    a_version,
    asked,
    cleared,
    first_yes,
    later,
    second_yes,
    told,
)

pytestmark = pytest.mark.django_db

NO_YES_NEEDED = [Basis.COMPOSITE, Basis.REMOVED, Basis.PUBLIC_ROLE]


def with_sam(basis):
    file = a_file()
    sam = a_person("Sam")
    files.add_appearance(file, person=sam, relation=Relation.IN_IT, basis=basis)
    edition = a_version(file)
    cleared(edition, "website", "newsletter")
    return sam, edition


def allowed(edition):
    return {use: policy.may_use(edition.pk, use, later()).allowed for use in ("website", "newsletter")}


@pytest.mark.parametrize("basis", NO_YES_NEEDED)
def test_someone_whose_yes_was_not_needed_stops_it_all_the_same(basis):
    sam, edition = with_sam(basis)
    before = allowed(edition)

    stopping.stop(sam)
    asked(edition, "research")

    assert before == {"website": True, "newsletter": True}
    assert allowed(edition) == {"website": False, "newsletter": False}
    assert list(audit()) == []


def test_their_stop_of_one_use_leaves_the_other(django_user_model):
    by = django_user_model.objects.create_staff(email="sol@charity.example", first_name="Sol", last_name="Ek")
    sam, edition = with_sam(Basis.COMPOSITE)

    stopping.stop(sam, use="website")
    stopped = allowed(edition)
    for hold in holding.open_holds(edition.file_id):
        holding.release(hold, by=by)

    assert stopped == {"website": False, "newsletter": True}
    assert allowed(edition) == {"website": True, "newsletter": True}
    assert list(audit()) == []


def test_stopping_twice_opens_one_hold():
    sam, edition = with_sam(Basis.COMPOSITE)

    stopping.stop(sam)
    stopping.stop(sam)

    assert len(holding.open_holds(edition.file_id)) == 1


def test_someone_taken_out_after_their_own_yes_still_stops_it():
    file = a_file()
    sam = a_person("Sam")
    appearance = files.add_appearance(file, person=sam, relation=Relation.IN_IT, basis=Basis.OWN)
    edition = a_version(file)
    cleared(edition)
    files.decide_appearance(appearance, basis=Basis.REMOVED)
    before = policy.may_use(edition.pk, "website", later()).allowed

    stopping.stop(sam)
    asked(edition, "research")

    assert before
    assert not policy.may_use(edition.pk, "website", later()).allowed
    assert list(audit()) == []


def test_declining_the_second_yes_of_what_is_already_cleared_is_a_stop():
    edition = a_version(a_file())
    (permission,) = cleared(edition)

    answering.decline_second(edition.file, person=permission.appearance.person, permissions=[permission])

    assert not policy.may_use(edition.pk, "website", later()).allowed
    assert list(audit()) == []


def test_staff_cannot_decide_a_no_away():
    file = a_file()
    sam = a_person("Sam")
    appearance = files.add_appearance(file, person=sam, relation=Relation.IN_IT, basis=Basis.OWN)
    edition = a_version(file)
    mine, theirs = asked(edition)
    told(file, sam)
    answering.answer(theirs, person=sam, answer=Answer.NO)
    second_yes(first_yes(mine))

    files.decide_appearance(appearance, basis=Basis.COMPOSITE)

    verdict = policy.may_use(edition.pk, "website", later())
    assert [reason.code for reason in verdict.reasons] == ["refused"]
    without_sam = a_version(file, "I kept the kettle. It was mine.")
    cleared(without_sam)
    assert policy.may_use(without_sam.pk, "website", later()).allowed
    assert list(audit()) == []
