"""A yes goes on without a gap when its person says so in time, and never otherwise."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import answering, renewing
from consent.domain.care import reviewing
from consent.domain.proof.audit import audit
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import state_of
from consent.domain.stop import stopping
from consent.enums import EventKind, ReviewOutcome, State
from consent.models import ConsentEvent, Permission, Use
from people import clock
from tests.factories.consent import a_file, a_person, a_version, cleared

pytestmark = pytest.mark.django_db


@pytest.fixture
def yes():
    """A yes whose last ten days have begun; its safety check reaches further."""
    edition = a_version(a_file())
    (permission,) = cleared(edition)
    with clock.at(permission.valid_until - timedelta(days=10)):
        far = clock.now() + timedelta(days=2000)
        reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=far)
        yield permission


def renew(permission, person=None):
    return renewing.renew(permission, person=person or permission.appearance.person)


def allowed(permission, at):
    return policy.may_use(permission.edition_id, "website", at).allowed


def test_one_act_in_time_carries_it_on_without_a_gap(yes):
    end = yes.valid_until

    renewed = renew(yes)

    moments = [end - timedelta(seconds=1), end, end + timedelta(seconds=1), end + timedelta(days=300)]
    assert [allowed(yes, at) for at in moments] == [True] * 4
    assert renewed.valid_until == clock.now() + (end - yes.confirmed_at)
    assert (renewed.renewed_at, renewed.confirmed_at) == (clock.now(), yes.confirmed_at)
    assert list(audit()) == []


def test_silence_renews_nothing(yes):
    assert not allowed(yes, yes.valid_until)


def test_what_has_run_out_is_not_brought_back(yes):
    with clock.at(yes.valid_until), pytest.raises(answering.CannotAnswer, match="over"):
        renew(yes)

    assert not ConsentEvent.objects.filter(kind=EventKind.RENEWED).exists()


def test_too_early_there_is_nothing_to_renew(yes):
    early = yes.valid_until - renewing.LEAD - timedelta(seconds=1)

    with clock.at(early), pytest.raises(answering.CannotAnswer, match="long time"):
        renew(yes)
    with clock.at(early + timedelta(seconds=1)):
        assert renew(yes).renewed_at == clock.now()


def test_nobody_renews_for_somebody_else(yes):
    with pytest.raises(answering.CannotAnswer, match="not yours"):
        renew(yes, person=a_person("Sam"))


def test_a_stopped_yes_is_not_renewed(yes):
    stopping.stop(yes.appearance.person)

    with pytest.raises(answering.CannotAnswer):
        renew(yes)

    assert not allowed(yes, clock.now())


def test_renewing_a_yes_that_rests_leaves_it_resting(yes):
    answering.pause(yes, person=yes.appearance.person)

    renew(yes)

    row = Permission.objects.get(pk=yes.pk)
    assert state_of(facts_of(row), yes.valid_until + timedelta(days=1)) is State.PAUSED
    assert not allowed(yes, clock.now())


def test_a_meaning_that_has_changed_is_asked_afresh(yes):
    Use.objects.filter(pk=yes.use_id).update(current=False)

    with pytest.raises(answering.CannotAnswer, match="means has changed"):
        renew(yes)


def test_two_taps_renew_once(yes):
    renew(yes)

    with pytest.raises(answering.CannotAnswer):
        renew(yes)

    assert ConsentEvent.objects.filter(kind=EventKind.RENEWED).count() == 1


def test_a_use_that_lasts_less_long_now_is_renewed_for_less_long(yes):
    Use.objects.filter(pk=yes.use_id).update(max_days=30)

    assert renew(yes).valid_until == clock.now() + timedelta(days=30)


def test_the_person_and_the_house_find_what_ends_soon(yes):
    person = yes.appearance.person

    assert [row.pk for row in renewing.to_renew(person)] == [yes.pk]
    assert renewing.people_with_yeses_that_end_soon() == {person: [yes.pk]}
    renew(yes)
    assert (renewing.to_renew(person), renewing.people_with_yeses_that_end_soon()) == ([], {})
