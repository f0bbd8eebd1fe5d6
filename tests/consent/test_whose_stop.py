"""A stop by whose yes was decided away, or is not needed any more since a birthday: nothing shines again by itself."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.acts import answering, asking
from consent.domain.care import deciding_young, files, holding, people_in_it
from consent.domain.out import mending
from consent.domain.out.outings import Kind, begin
from consent.domain.out.where_been import where_it_has_been
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import Answer, Basis, Relation
from consent.models import RecallAction, StopCase, Use
from people import clock
from tests.consent.test_under_18 import a_lead, born
from tests.factories import consent as make
from tests.factories import people

pytestmark = pytest.mark.django_db


def yes(permission):
    person = permission.appearance.person
    make.told(permission.file, person)
    return make.second_yes(answering.answer(permission, person=person, answer=Answer.YES))


def shines(edition):
    return policy.may_use(edition.pk, "website", clock.now()).allowed


def test_a_parents_stop_after_the_18th_birthday_rests_it_until_a_lead_has_looked():
    wren, mam, lead = people.a_person("Wren", born=born(15)), people.a_person("Mam"), a_lead()
    edition = make.a_version(make.a_file(wren))
    row = files.appearances_in(edition.file_id).get()
    deciding_young.name_guardian(row, guardian=mam, by=lead)
    with clock.at(clock.now() + timedelta(days=365 * 3)):
        make.reviewed_again(edition)
        for permission in asking.ask(edition, uses=["website"]):
            yes(permission)
        with clock.at(make.later()):
            before = shines(edition)
            stopping.stop(mam)
            stopped = shines(edition)
            make.asked(edition, "research")
            after_something_else = shines(edition)
            drift = list(audit())
            (rest,) = holding.open_holds(edition.file_id)
            holding.release(rest, by=lead)

            assert (before, stopped, after_something_else, drift) == (True, False, False, [])
            assert StopCase.objects.get().kind == "resting"
            assert shines(edition)


@pytest.fixture
def sam_decided_away():
    """Sam's yes is behind version 1; version 2, without Sam, went out too."""
    Use.objects.update(single_use=False)
    file, sam = make.a_file(), people.a_person("Sam")
    with clock.at(clock.now() - timedelta(days=60)):
        row = files.add_appearance(file, person=sam, relation=Relation.IN_IT, basis=Basis.OWN)
        first = make.a_version(file)
        make.cleared(first, "website", "newspapers")
    begin(first, use="website", kind=Kind.SURFACE)
    begin(first, use="newspapers", kind=Kind.PACK, where="with Sam")
    people_in_it.decide(row, basis=Basis.REMOVED, reason="Taken out of the next version.", by=a_lead())
    with clock.at(clock.now() - timedelta(days=30)):
        second = make.a_version(file, "I kept it by myself.")
        make.cleared(second, "newspapers")
    begin(second, use="newspapers", kind=Kind.PACK, where="without Sam")
    return sam, first


def asked_back():
    rows = RecallAction.objects.order_by("id").select_related("outing")
    return [(row.case.kind, row.outing.where, row.state) for row in rows]


TAKEN_BACK = [("stop", "", "done"), ("stop", "with Sam", "todo")]


def test_who_was_decided_away_sees_where_their_yes_went_and_takes_that_back(sam_decided_away):
    sam, first = sam_decided_away
    (before,) = where_it_has_been(sam)

    stopping.stop(sam)

    assert [place.where for place in before.places] == ["with Sam", ""]
    assert asked_back() == TAKEN_BACK
    assert not shines(first)
    assert [place.mark for place in where_it_has_been(sam)[0].places] == ["asked", "gone"]
    assert list(audit()) == []


def test_who_was_decided_away_keeps_the_door_to_their_own_stop(client, sam_decided_away):
    sam, first = sam_decided_away
    client.force_login(sam.user)

    listed = client.get("/my/").content.decode()
    done = client.post(f"/my/in-it/{first.file.uid}/stop/")

    assert f"/my/in-it/{first.file.uid}/" in listed
    assert (done.status_code, asked_back()) == (302, TAKEN_BACK)


def test_a_case_that_could_not_be_written_is_mended_to_what_it_would_have_been(monkeypatch, sam_decided_away):
    sam, _ = sam_decided_away
    with monkeypatch.context() as broken:
        broken.setattr(stopping, "open_case", None)
        stopping.stop(sam)
    nothing = asked_back()

    with clock.at(clock.now() + timedelta(days=30)):  # the clock job was off for that long
        mended = (mending.mend_cases(), mending.mend_cases())

    assert (nothing, mended) == ([], (1, 0))
    assert asked_back() == TAKEN_BACK
    assert list(audit()) == []
