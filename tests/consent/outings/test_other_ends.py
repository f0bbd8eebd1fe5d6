"""What is called back without a stop: what we ended, what did not count, what became less; and what is not."""

from datetime import timedelta

import pytest

from consent.domain.acts import answering
from consent.domain.acts.invalidating import Found, invalidate
from consent.domain.acts.narrowing import Less, narrow
from consent.domain.acts.revoking import revoke
from consent.domain.care import holding
from consent.domain.out.outings import Kind, begin
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import HoldReason, IdentityLevel
from consent.models import Permission, RecallAction, StopCase, Use
from people import clock
from tests.factories.consent import a_file, a_version, cleared
from tests.factories.people import a_person, a_supporter

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    with clock.at(clock.now() - timedelta(days=40)):
        Use.objects.update(single_use=False)
        made = a_version(a_file(a_person("Dee")))
        cleared(made, "website", "newspapers")
    begin(made, use="website", kind=Kind.SURFACE)
    begin(made, use="newspapers", kind=Kind.PACK)
    return made


def permission(use):
    return Permission.objects.get(use__slug=use)


def we_end_it(version):
    revoke(version.file, by=a_supporter())


def it_did_not_count(version):
    invalidate(permission("newspapers"), found=Found.NOT_INFORMED, by=a_supporter())


def less_of_me(version):
    row = permission("newspapers")
    narrow(row, Less(identity=IdentityLevel.N2), person=row.appearance.person)


def a_shorter_time(version):
    row = permission("newspapers")
    narrow(row, Less(until=clock.now() + timedelta(days=5)), person=row.appearance.person)


def a_hold(version):
    holding.hold(version.file, reason=HoldReason.SAFETY, by=a_supporter())


def a_pause(version):
    row = permission("newspapers")
    answering.pause(row, person=row.appearance.person)


@pytest.mark.parametrize(
    ("act", "kinds", "reached"),
    [
        (we_end_it, ["ended_by_us"], ["newspapers", "website"]),
        (it_did_not_count, ["ended_by_us"], ["newspapers"]),
        (less_of_me, ["less"], ["newspapers"]),
        (a_shorter_time, [], []),
        (a_hold, [], []),
        (a_pause, [], []),
    ],
)
def test_what_each_end_reaches(version, act, kinds, reached):
    act(version)

    assert [str(case.kind) for case in StopCase.objects.all()] == kinds
    assert sorted(RecallAction.objects.values_list("outing__use_slug", flat=True)) == reached
    assert list(audit()) == []


def test_a_stop_after_less_asks_again_because_now_all_of_it_must_go(version):
    less_of_me(version)
    stopping.stop(permission("website").appearance.person)

    assert RecallAction.objects.filter(outing__use_slug="newspapers").count() == 2
