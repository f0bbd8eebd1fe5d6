"""An erasure's steps: asked, prepared, waited for, confirmed by somebody else; taken back by the person until then."""

from datetime import timedelta

import pytest

from consent.domain.care import holding
from consent.domain.stop.stopping import was_stopped
from consent.enums import HoldReason
from home.models import RightsRequest
from home.rights import asking, carrying_out
from people import clock, roles
from people.models import OutboxMessage, Person
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    return people.a_person("Dee", email="dee@post.example")


@pytest.fixture
def officer():
    return people.a_member_of_staff(roles.DPO, first_name="Kit")


@pytest.fixture
def lead():
    return people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")


def later():
    return clock.at(clock.now() + timedelta(days=8))


def test_the_whole_way_on_their_own_desk_and_with_two_members_of_staff(client, person, officer, lead):
    client.force_login(person.user)
    client.post("/my/everything/erase/")
    row = RightsRequest.objects.get()
    assert row.code in client.get("/my/everything/erase/").content.decode()
    assert OutboxMessage.objects.get(person=person).event == "home/erase_asked"

    client.force_login(officer)
    client.post(f"/admin/rights/{row.pk}/act/", {"act": "prepare"})
    client.force_login(lead)
    early = client.post(f"/admin/rights/second/{row.pk}/")
    with later():
        assert "Look and confirm" in client.get("/admin/rights/second/").content.decode()
        done = client.post(f"/admin/rights/second/{row.pk}/")

    assert (early.status_code, done.status_code) == (409, 302)
    row.refresh_from_db()
    assert (row.state, row.prepared_by, row.confirmed_by) == ("done", officer, lead)
    person.refresh_from_db()
    assert (person.called, person.user) == ("", None)


def test_preparing_takes_everything_down_so_that_others_can_be_asked_meanwhile(person, officer):
    page = stories.a_live_story(person)
    row = asking.ask_to_be_erased(person)

    carrying_out.prepare(row, by=officer)

    assert was_stopped(page.file_id, use="website")


def test_who_prepared_it_cannot_confirm_it_and_neither_can_anybody_unprepared(person, officer, lead):
    row = asking.ask_to_be_erased(person)
    with later():
        with pytest.raises(asking.CannotDo, match="has to prepare it first"):
            carrying_out.confirm(row, by=lead)
        carrying_out.prepare(row, by=officer)
        with pytest.raises(asking.CannotDo, match="somebody else confirms"):
            carrying_out.confirm(row, by=officer)
        with pytest.raises(asking.CannotDo, match="Not in your role"):
            carrying_out.confirm(row, by=people.a_member_of_staff(roles.COMMS))
        carrying_out.confirm(row, by=lead)
        with pytest.raises(asking.CannotDo, match="done already"):
            carrying_out.confirm(row, by=lead)


def test_the_person_takes_it_back_with_one_tap(client, person, officer, lead):
    row = asking.ask_to_be_erased(person)
    carrying_out.prepare(row, by=officer)
    client.force_login(person.user)

    client.post("/my/everything/keep/")

    with later(), pytest.raises(asking.CannotDo, match="taken back"):
        carrying_out.confirm(row, by=lead)
    person.refresh_from_db()
    assert person.called == "Dee"


def test_asking_twice_is_one_asking(client, person):
    client.force_login(person.user)

    client.post("/my/everything/erase/")
    client.post("/my/everything/erase/")

    assert RightsRequest.objects.count() == 1


def test_a_get_never_asks(client, person):
    client.force_login(person.user)

    client.get("/my/everything/erase/")
    client.get("/my/everything/")

    assert client.get("/my/everything/keep/").status_code == 405
    assert not RightsRequest.objects.exists()


def test_somebody_reached_by_letter_must_have_been_told_first(officer, lead):
    person = people.a_person("Bernadette", channel="letter", address="9 Yard, Kestlewick")
    row = asking.ask_to_be_erased(person, by=officer, route="letter", note="A signed letter")
    carrying_out.prepare(row, by=officer)

    with later():
        with pytest.raises(asking.CannotDo, match="Tell them first"):
            carrying_out.confirm(row, by=lead)
        carrying_out.confirm(row, by=lead, told=True)

    row.refresh_from_db()
    assert (row.state, row.note) == ("done", "")


def test_the_last_word_goes_out_and_is_forgotten(
    person, officer, lead, mailoutbox, django_capture_on_commit_callbacks
):
    row = asking.ask_to_be_erased(person)
    carrying_out.prepare(row, by=officer)

    with later(), django_capture_on_commit_callbacks(execute=True):
        carrying_out.confirm(row, by=lead)

    assert [mail.subject for mail in mailoutbox if mail.to == ["dee@post.example"]][-1] == "It is done"
    assert not OutboxMessage.objects.exists()


def test_a_court_stands_before_it(person, officer):
    page = stories.a_live_story(person)
    holding.hold(page.file, reason=HoldReason.COURT, by=officer)
    row = asking.ask_to_be_erased(person)

    with pytest.raises(asking.CannotDo, match="A court or the law"):
        carrying_out.prepare(row, by=officer)


def test_the_month_grows_by_two_once_and_the_person_hears_why(person, officer):
    with clock.at(clock.now().replace(year=2027, month=1, day=31)):
        row = asking.ask_to_be_erased(person, by=officer, route="phone", note="She rang")
        assert (row.due_at.month, row.due_at.day) == (2, 28)
        asking.extend(row, by=officer, why="Some of it lies in another office.")
        row.refresh_from_db()
        assert (row.due_at.month, row.due_at.day) == (4, 30)
        with pytest.raises(asking.CannotDo, match="once only"):
            asking.extend(row, by=officer, why="And a little longer still.")

    told = OutboxMessage.objects.get(event="home/takes_longer")
    assert "Some of it lies in another office." in told.body


def test_an_officer_writes_down_what_came_by_letter(client, person, officer):
    client.force_login(officer)
    given = {"code": person.code, "kind": "copy", "route": "letter", "note": "A signed letter"}

    bad = client.post("/admin/rights/new/", given | {"code": "NOBODY", "note": "typed words"})
    good = client.post("/admin/rights/new/", given)

    row = RightsRequest.objects.get()
    assert (bad.status_code, good["Location"]) == (422, f"/admin/rights/{row.pk}/")
    assert "typed words" in bad.content.decode()
    assert row.code in client.get("/admin/rights/").content.decode()


@pytest.mark.parametrize(
    ("role", "may"),
    [(roles.DPO, True), (roles.SAFEGUARDING, False), (roles.SUPPORTER, False), (roles.COMMS, False)],
)
def test_only_the_officer_opens_the_list(client, person, role, may):
    row = asking.ask_to_be_erased(person)
    client.force_login(people.a_member_of_staff(role))

    doors = ["/admin/rights/", f"/admin/rights/{row.pk}/", "/admin/rights/new/", "/admin/rights/rules/"]

    assert {client.get(door).status_code for door in doors} == {200 if may else 403}
