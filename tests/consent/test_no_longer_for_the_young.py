"""A use of which it is said later that it is not for anybody under 18: the gate looks again at once."""

from datetime import date, timedelta

import pytest

from consent import policy
from consent.domain.acts import asking, new_use_version
from consent.domain.care import deciding_young, files
from consent.domain.care.deciding_young import What
from consent.domain.proof.audit import audit
from consent.enums import IdentityLevel
from consent.models import Use
from people import clock, roles
from tests.factories import consent as make
from tests.factories import people

pytestmark = pytest.mark.django_db


def written_at_17():
    birthday = clock.today() + timedelta(days=100)
    born = date(birthday.year - 18, birthday.month, min(birthday.day, 28)).isoformat()
    file = make.a_file(people.a_person("Wren", born=born))
    lead = people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")
    wren = files.appearances_in(file.pk).get()
    deciding_young.decide(wren, what=What.PARENT_NOT_NEEDED, reason="She lives by herself.", by=lead)
    edition = make.a_version(file)
    for row in asking.ask(edition, uses=["website"]):
        make.second_yes(make.first_yes(row, name="", identity=IdentityLevel.N2))
    return edition


def is_cleared(edition) -> bool:
    return policy.may_use(edition.pk, policy.WEBSITE, make.later()).allowed


def test_it_is_dark_for_the_young_at_once_and_stays_for_everybody_else():
    young, grown_up = written_at_17(), make.a_version(make.a_file())
    make.cleared(grown_up)
    before = is_cleared(young), is_cleared(grown_up)

    new_use_version.mend(Use.objects.get(slug="website", current=True, applies_to="story"), not_under_18=True)

    assert before == (True, True)
    assert (is_cleared(young), is_cleared(grown_up)) == (False, True)
    assert list(audit()) == []
