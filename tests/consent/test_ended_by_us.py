"""What the organisation ends: it no longer relies on it, or finds that it never counted."""

import pytest

from consent import policy
from consent.domain.acts import answering, asking
from consent.domain.acts.invalidating import AlreadyOver, Found, invalidate
from consent.domain.acts.revoking import revoke
from consent.domain.care import holding
from consent.domain.proof.audit import audit
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import state_of
from consent.enums import Answer, State
from consent.models import Permission
from people import clock
from people.models import User
from tests.factories.consent import a_file, a_version, asked, cleared, later, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def kit():
    return User.objects.create_staff(email="kit@charity.example", first_name="Kit", last_name="Oye")


@pytest.fixture
def edition():
    made = a_version(a_file())
    cleared(made, "website", "newsletter")
    return made


def state(permission):
    return state_of(facts_of(Permission.objects.get(pk=permission.pk)), later())


def allowed(edition, use="website"):
    return policy.may_use(edition.pk, use, later()).allowed


def drifts():
    return [str(drift) for drift in audit()]


@pytest.mark.parametrize(
    ("use", "website", "newsletter"),
    [("", False, False), ("website", False, True), ("newsletter", True, False)],
)
def test_what_we_no_longer_rely_on_is_dark_and_the_rest_stays(edition, kit, use, website, newsletter):
    before = (allowed(edition), allowed(edition, "newsletter"))

    ended = revoke(edition.file, by=kit, use=use)

    assert before == (True, True)
    assert (allowed(edition), allowed(edition, "newsletter")) == (website, newsletter)
    assert {state(row) for row in ended} == {State.REVOKED}
    assert drifts() == []


def test_revoking_leaves_a_no_a_no_and_twice_is_once(edition, kit):
    (no,) = asked(edition, "newspapers")
    told(edition.file, no.appearance.person)
    answering.answer(no, person=no.appearance.person, answer=Answer.NO)

    first, second = revoke(edition.file, by=kit), revoke(edition.file, by=kit)

    assert (len(first), len(second), state(no)) == (2, 0, State.REFUSED)


@pytest.mark.parametrize(
    ("found", "held"), [(Found.NOT_FREE, True), (Found.WRONG_PERSON, True), (Found.NOT_INFORMED, False)]
)
def test_a_yes_that_did_not_count_is_dark_and_doubt_about_freedom_holds_the_whole_file(
    edition, kit, found, held
):
    permission = Permission.objects.get(use__slug="website")

    invalidate(permission, found=found, by=kit)

    assert state(permission) is State.INVALIDATED
    assert (allowed(edition), allowed(edition, "newsletter")) == (False, not held)
    assert bool(holding.open_holds(edition.file_id)) is held
    assert asking.ask(edition, uses=["website"])[0].pk != permission.pk
    assert drifts() == []


def test_what_has_ended_is_not_ended_again(edition, kit):
    permission = Permission.objects.get(use__slug="website")
    invalidate(permission, found=Found.NOT_INFORMED, by=kit)

    with pytest.raises(AlreadyOver):
        invalidate(permission, found=Found.NOT_FREE, by=kit)

    assert holding.open_holds(edition.file_id) == []


def test_nobody_can_wake_what_was_ended_by_us(edition, kit):
    permission = Permission.objects.get(use__slug="website")
    revoke(edition.file, by=kit)

    with clock.at(later()), pytest.raises(answering.CannotAnswer):
        answering.resume(permission, person=permission.appearance.person)
