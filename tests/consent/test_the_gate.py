"""The gate opens for exactly what everyone in it said yes to twice, and for nothing else."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import answering, asking
from consent.domain.care import files, holding, reviewing
from consent.domain.proof.audit import audit
from consent.domain.record.shown import Shown
from consent.domain.stop import stopping
from consent.enums import Answer, Basis, HoldReason, IdentityLevel, Relation, ReviewOutcome
from consent.models import Clearance, Permission
from people import clock
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


def codes(edition, use="website"):
    return {reason.code for reason in policy.may_use(edition.pk, use, later()).reasons}


def test_two_yeses_open_the_gate_with_the_name_agreed():
    edition = a_version(a_file())

    cleared(edition)

    found = policy.clearance(edition.pk, "website", later())
    assert (found.slots, found.identity, found.closure_sha256) == (
        {"name": "Dee", "place": "", "when": ""},
        IdentityLevel.N3,
        edition.closure_sha256,
    )
    assert list(audit()) == []


def test_one_yes_opens_nothing():
    edition = a_version(a_file())

    first_yes(asked(edition)[0])

    assert codes(edition) == {"cooling"}
    assert not Clearance.objects.exists()


def test_the_second_yes_cannot_come_before_thinking_time_is_over():
    edition = a_version(a_file())
    permission = first_yes(asked(edition)[0])

    with pytest.raises(answering.CannotAnswer), clock.at(permission.cool_until - timedelta(seconds=1)):
        answering.confirm(edition.file, person=permission.appearance.person, permissions=[permission])

    assert Permission.objects.get().confirmed_at is None
    assert second_yes(permission).confirmed_at is not None


def test_a_yes_for_one_use_clears_no_other():
    edition = a_version(a_file())

    cleared(edition, "website")

    assert policy.may_use(edition.pk, "website", later()).allowed
    assert not policy.may_use(edition.pk, "newspapers", later()).allowed


def test_a_yes_for_one_version_clears_no_other_version():
    file = a_file()
    first = a_version(file)
    cleared(first)

    second = a_version(file, "I kept the kettle, and the cup.")

    assert policy.may_use(first.pk, "website", later()).allowed
    assert codes(second) == {"not_asked"}


def test_the_newer_version_replaces_the_older_when_all_have_cleared_it_and_not_before():
    file = a_file()
    first = a_version(file)
    cleared(first)
    second = a_version(file, "I kept the kettle, and the cup.")
    (permission,) = asked(second)
    permission = first_yes(permission)
    before = policy.may_use(first.pk, "website", later()).allowed

    second_yes(permission)

    assert before
    assert not policy.may_use(first.pk, "website", later()).allowed
    assert policy.may_use(second.pk, "website", later()).allowed
    assert list(audit()) == []


def test_everybody_in_it_must_say_yes():
    file = a_file()
    other = a_person("Sam")
    files.add_appearance(file, person=other, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    edition = a_version(file)
    mine, theirs = asked(edition)
    second_yes(first_yes(mine))
    alone = policy.may_use(edition.pk, "website", later()).allowed

    second_yes(first_yes(theirs, name="Sam"))

    assert not alone
    assert policy.clearance(edition.pk, "website", later()).slots["name"] == "Dee and Sam"


def test_either_of_two_can_stop_for_both():
    file = a_file()
    other = a_person("Sam")
    files.add_appearance(file, person=other, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    edition = a_version(file)
    cleared(edition)

    stopping.stop(other)

    assert codes(edition) == {"withdrawn"}
    assert list(audit()) == []


def test_someone_undecided_closes_the_gate_until_it_is_settled():
    file = a_file()
    edition = a_version(file)
    cleared(edition)
    files.add_appearance(file, role="a neighbour")
    undecided = codes(edition)

    files.settle_unnamed(file)

    assert undecided == {"undecided"}
    assert policy.may_use(edition.pk, "website", later()).allowed


@pytest.mark.parametrize("use", ["", "website"])
def test_a_hold_beats_any_yes_and_its_release_gives_it_back(use, django_user_model):
    by = django_user_model.objects.create_staff(email="sol@charity.example", first_name="Sol", last_name="Ek")
    file = a_file()
    edition = a_version(file)
    cleared(edition)

    held = holding.hold(file, reason=HoldReason.SAFETY, by=by, use=use)
    while_held = codes(edition)
    holding.release(held, by=by)

    assert while_held == {"held"}
    assert policy.may_use(edition.pk, "website", later()).allowed
    assert list(audit()) == []


def test_no_safety_check_no_gate_and_a_bad_one_closes_it():
    edition = a_version(a_file(), safe=False)
    cleared(edition)
    without = codes(edition)
    until = clock.now() + timedelta(days=30)
    reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=until)
    with_one = policy.may_use(edition.pk, "website", later()).allowed

    reviewing.review(edition, outcome=ReviewOutcome.NOT_NOW, valid_until=until)

    assert without == {"no_safety_check"}
    assert with_one
    assert codes(edition) == {"no_safety_check"}


def test_a_safety_check_that_runs_out_closes_the_gate_without_any_job():
    edition = a_version(a_file(), safe=False)
    until = clock.now() + timedelta(days=30)
    reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=until)
    cleared(edition)

    assert policy.may_use(edition.pk, "website", until - timedelta(seconds=1)).allowed
    assert not policy.may_use(edition.pk, "website", until).allowed


def test_a_yes_runs_out_by_the_clock_alone():
    edition = a_version(a_file(), safe=False)
    (permission,) = cleared(edition)
    far = permission.valid_until + timedelta(days=365)
    reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=far)

    last_moment = policy.may_use(edition.pk, "website", permission.valid_until - timedelta(seconds=1))
    over = policy.may_use(edition.pk, "website", permission.valid_until)

    assert last_moment.allowed
    assert [reason.code for reason in over.reasons] == ["expired"]


@pytest.mark.parametrize(("answer", "code"), [(Answer.NO, "refused"), (Answer.LATER, "deferred")])
def test_no_and_not_now_are_answers_and_clear_nothing(answer, code):
    edition = a_version(a_file())
    (permission,) = asked(edition)
    person = permission.appearance.person
    told(edition.file, person)

    answering.answer(permission, person=person, answer=answer)

    assert codes(edition) == {code}
    assert list(audit()) == []


def test_nobody_is_asked_to_answer_before_they_were_told():
    (permission,) = asked(a_version(a_file()))

    with pytest.raises(answering.CannotAnswer):
        answering.answer(permission, person=permission.appearance.person, answer=Answer.YES)


def test_nobody_answers_for_somebody_else():
    edition = a_version(a_file())
    (permission,) = asked(edition)
    told(edition.file, permission.appearance.person)

    with pytest.raises(answering.CannotAnswer):
        answering.answer(permission, person=a_person("Sam"), answer=Answer.YES)


def test_below_a_chosen_name_no_name_is_kept():
    edition = a_version(a_file())

    second_yes(first_yes(asked(edition)[0], name="Dee Canary", identity=IdentityLevel.N2))

    assert policy.clearance(edition.pk, "website", later()).slots["name"] == ""


def test_asking_twice_changes_nothing_and_five_at_once_is_too_many():
    edition = a_version(a_file())

    first, again = asked(edition), asked(edition)

    assert [item.pk for item in first] == [item.pk for item in again]
    with pytest.raises(asking.CannotAsk):
        asked(edition, "website", "newsletter", "newspapers", "funders", "research")


def test_the_person_lets_it_rest_and_only_they_end_the_rest():
    edition = a_version(a_file())
    (permission,) = cleared(edition)
    person = permission.appearance.person
    with clock.at(later()):
        answering.pause(permission, person=person)
        resting = codes(edition)
        answering.resume(permission, person=person)

    assert resting == {"paused"}
    assert policy.may_use(edition.pk, "website", later()).allowed


def test_shown_values_lie_sealed_and_come_back_for_the_person():
    edition = a_version(a_file())
    (permission,) = asked(edition)
    first_yes(permission, name="Canary Dee")
    row = Permission.objects.get()

    assert b"Canary" not in bytes(row.shown_sealed)
    assert answering.shown_values.unseal(row) == Shown(name="Canary Dee")
