"""What runs beside an erasure: copies that others hold are asked back first, and a copy being made is never kept."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages

from consent.domain.out import recalling
from consent.domain.out.outings import Kind, begin
from consent.enums import RecallState
from consent.models import Clearance, RecallAction, Use
from home.models import RightsRequest
from home.rights import asking, carrying_out, copying, erasing, gathering
from people import clock, roles
from people.models import Person
from tests.factories import consent as make
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return people.a_person("Dee", email="dee@post.example")


@pytest.fixture
def version(person):
    """Agreed for newspapers long ago."""
    Use.objects.update(single_use=False)
    with clock.at(clock.now() - timedelta(days=40)):
        made = make.a_version(make.a_file(person))
        make.cleared(made, "newspapers")
    return made


@pytest.fixture
def officer():
    return people.a_member_of_staff(roles.DPO, first_name="Kit")


@pytest.fixture
def lead():
    return people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")


def handed_over(version):
    """To somebody without an e-mail address: a human has to ask."""
    return begin(version, use="newspapers", kind=Kind.PACK, recipient="Rhona, Courier")


def everybody_is_asked():
    for action in RecallAction.objects.filter(state=RecallState.TODO):
        recalling.mark(action.uid, to=RecallState.ASKED)


def test_nobody_is_erased_before_whoever_holds_a_copy_was_asked(person, version, officer, lead):
    handed_over(version)
    row = asking.ask_to_be_erased(person)
    carrying_out.prepare(row, by=officer)
    with clock.at(clock.now() + timedelta(days=8)):
        with pytest.raises(asking.CannotDo, match="nobody has asked back yet: 1"):
            carrying_out.confirm(row, by=lead)
        everybody_is_asked()

        carrying_out.confirm(row, by=lead)

    assert Person.objects.get(pk=person.pk).erased_at is not None


def test_what_they_agreed_to_again_since_it_was_prepared_is_stopped_and_asked_back(
    person, version, officer, lead
):
    row = asking.ask_to_be_erased(person)
    carrying_out.prepare(row, by=officer)
    make.comes_to_us(version.file, "newspapers")
    make.cleared(version, "newspapers")
    with clock.at(clock.now() + timedelta(days=20)):
        handed_over(version)
        with pytest.raises(asking.CannotDo, match="nobody has asked back yet: 1"):
            carrying_out.confirm(row, by=lead)

    assert not Clearance.objects.exists()
    assert [action.state for action in RecallAction.objects.all()] == ["todo"]


def copies_kept() -> set[str]:
    """Other tests leave theirs in the folder of the run."""
    held = storages["private"]
    return set(held.listdir("copies")[1]) if held.exists("copies") else set()


def test_a_copy_being_made_while_they_are_erased_is_kept_nowhere(person, version, monkeypatch):
    asked, before = asking.ask_for_copy(person), copies_kept()
    gather = gathering.gather

    def slowly(whose, **more):
        told = gather(whose, **more)
        erasing.erase(Person.objects.get(pk=person.pk), by=None)
        return told

    monkeypatch.setattr(gathering, "gather", slowly)

    copying.build(asked.pk)

    asked.refresh_from_db()
    assert (asked.state, asked.file_name) == (RightsRequest.State.CANCELLED, "")
    assert copies_kept() == before
