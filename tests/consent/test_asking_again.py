"""What has run out can be asked afresh, and a newer version takes over whatever made it cleared."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import answering, asking, importing
from consent.domain.care import holding, reviewing
from consent.domain.proof.audit import audit
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import SILENCE, state_of
from consent.enums import Answer, HoldReason, ReviewOutcome, State
from consent.models import Permission
from people import clock
from tests.factories.consent import a_file, a_version, asked, cleared, first_yes, later, second_yes, told

pytestmark = pytest.mark.django_db


def states(edition, at=None):
    rows = Permission.objects.filter(edition=edition).order_by("id")
    return [state_of(facts_of(row), at or clock.now()) for row in rows]


def test_a_yes_that_has_run_out_can_be_asked_again_and_given_again():
    edition = a_version(a_file())
    (old,) = cleared(edition)

    with clock.at(old.valid_until + timedelta(days=1)):
        over = states(edition)
        (new,) = asked(edition)
        reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=clock.now() + timedelta(days=100))
        second_yes(first_yes(new))
        found = list(audit())
        after = states(edition, later())

    assert over == [State.EXPIRED]
    assert new.pk != old.pk
    assert after == [State.SUPERSEDED, State.ACTIVE]
    assert found == []


def test_a_first_yes_that_met_with_silence_can_be_asked_again():
    edition = a_version(a_file())
    old = first_yes(asked(edition)[0])

    with clock.at(old.cool_until + SILENCE):
        (new,) = asked(edition)
        waiting = states(edition)

    assert new.pk != old.pk
    assert waiting == [State.SUPERSEDED, State.REQUESTED]


def test_an_old_record_is_dark_until_it_is_asked_afresh_and_answered_twice():
    edition = a_version(a_file())
    importing.import_unknown(edition, use="website")
    before = policy.may_use(edition.pk, "website", later())

    (new,) = asked(edition)
    second_yes(first_yes(new))

    assert [reason.code for reason in before.reasons] == ["unknown"]
    assert states(edition, later()) == [State.SUPERSEDED, State.ACTIVE]
    assert policy.may_use(edition.pk, "website", later()).allowed
    assert list(audit()) == []


@pytest.mark.parametrize("open_state", [State.REQUESTED, State.COOLING, State.ACTIVE, State.PAUSED])
def test_what_still_stands_is_not_asked_twice(open_state):
    edition = a_version(a_file())
    (permission,) = asked(edition)
    if open_state is not State.REQUESTED:
        permission = first_yes(permission)
    if open_state in (State.ACTIVE, State.PAUSED):
        permission = second_yes(permission)
    with clock.at(later()):
        if open_state is State.PAUSED:
            answering.pause(permission, person=permission.appearance.person)
        (again,) = asked(edition)
        stands = states(edition)

    assert again.pk == permission.pk
    assert stands == [open_state]


@pytest.mark.parametrize(("answer", "days"), [(Answer.NO, 30), (Answer.LATER, 0)])
def test_after_a_no_a_new_ask_is_a_new_row_and_the_no_stays_on_record(answer, days):
    edition = a_version(a_file())
    (old,) = asked(edition)
    told(edition.file, old.appearance.person)
    answering.answer(old, person=old.appearance.person, answer=answer)

    with clock.at(clock.now() + timedelta(days=days)):
        (new,) = asking.ask(edition, uses=["website"])

    assert new.pk != old.pk
    assert states(edition)[1] is State.REQUESTED
    assert states(edition)[0] in (State.REFUSED, State.DEFERRED)


def both_versions_said_yes(*, newer_is_safe=True, held=False):
    """The older version stands; everyone has said yes twice to a newer one that may not be shown yet."""
    file = a_file()
    older = a_version(file)
    cleared(older)
    newer = a_version(file, "I kept the kettle, and the cup.", safe=newer_is_safe)
    hold = holding.hold(file, reason=HoldReason.SAFETY, by=None) if held else None
    cleared(newer)
    return older, newer, hold


def test_the_newer_version_takes_over_when_its_safety_check_comes_last():
    older, newer, _ = both_versions_said_yes(newer_is_safe=False)
    before = [policy.may_use(one.pk, "website", later()).allowed for one in (older, newer)]

    reviewing.review(newer, outcome=ReviewOutcome.SAFE, valid_until=clock.now() + timedelta(days=300))

    assert before == [True, False]
    assert [policy.may_use(one.pk, "website", later()).allowed for one in (older, newer)] == [False, True]
    assert states(older, later()) == [State.SUPERSEDED]
    assert list(audit()) == []


def test_the_newer_version_takes_over_when_a_hold_ends(django_user_model):
    by = django_user_model.objects.create_staff(email="sol@charity.example", first_name="Sol", last_name="Ek")
    older, newer, hold = both_versions_said_yes(held=True)

    holding.release(hold, by=by)

    assert [policy.may_use(one.pk, "website", later()).allowed for one in (older, newer)] == [False, True]
    assert states(older, later()) == [State.SUPERSEDED]
    assert list(audit()) == []
