"""No yes ends later than was said before the first one, however late the second comes."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import answering, renewing
from consent.domain.acts.choices import ready_choices
from consent.domain.care import reviewing
from consent.domain.proof.audit import audit
from consent.enums import Answer, IdentityLevel, ReviewOutcome
from consent.models import Permission, Use
from people import clock
from tests.factories import consent as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return make.a_version(make.a_file())


def first_yes(edition) -> Permission:
    (asked,) = make.asked(edition, "website")
    return make.first_yes(asked)


def second_yes(first: Permission, *, days: int) -> Permission:
    with clock.at(first.cool_until + timedelta(days=days)):
        answering.confirm(first.file, person=first.appearance.person, permissions=[first])
    return Permission.objects.select_related("use", "appearance__person").get(pk=first.pk)


@pytest.mark.parametrize("late", [0, 1, 59])
def test_a_late_second_yes_ends_when_it_was_said(edition, late):
    first = first_yes(edition)
    said = first.cool_until + timedelta(days=first.use.max_days)
    reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=said + timedelta(days=900))

    given = second_yes(first, days=late)

    assert given.valid_until == said
    assert policy.may_use(edition.pk, "website", said - timedelta(seconds=1)).allowed
    assert not policy.may_use(edition.pk, "website", said).allowed


def test_their_own_sooner_day_still_counts(edition):
    (asked,) = make.asked(edition, "website")
    make.told(asked.file, asked.appearance.person)
    until = clock.now() + timedelta(days=100)
    first = answering.answer(
        asked, person=asked.appearance.person, answer=Answer.YES, identity=IdentityLevel.N2, until=until
    )

    assert second_yes(first, days=20).valid_until == until


def test_a_late_yes_can_be_renewed_and_the_record_holds(edition):
    given = second_yes(first_yes(edition), days=30)

    with clock.at(given.valid_until - timedelta(days=10)):
        reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=clock.now() + timedelta(days=900))
        renewed = renewing.renew(given, person=given.appearance.person)
        found = [str(drift) for drift in audit()]

    assert renewed.valid_until > given.valid_until
    assert found == []


def test_a_second_yes_with_no_time_left_is_not_offered_and_takes_nothing_else_down(edition):
    Use.objects.filter(slug="website").update(max_days=10)
    first = first_yes(edition)
    person = first.appearance.person

    with clock.at(first.cool_until + timedelta(days=9)):
        in_time = [choice.use.slug for choice in ready_choices(person, first.file_id)]
    with clock.at(first.cool_until + timedelta(days=10)):
        too_late = ready_choices(person, first.file_id)
        with pytest.raises(answering.CannotAnswer, match="Its last day has passed"):
            answering.confirm(first.file, person=person, permissions=[first])

    assert (in_time, too_late) == (["website"], [])
