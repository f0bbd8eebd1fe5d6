"""The staff's list of what others still hold: to do first with clocks, for the right people only."""

from datetime import timedelta

import pytest

from consent.domain.out.outings import Kind, begin
from consent.domain.stop import stopping
from consent.models import RecallAction, Use
from people import clock, roles
from tests.factories.consent import a_file, a_version, cleared
from tests.factories.people import a_member_of_staff, a_person, a_supporter

pytestmark = pytest.mark.django_db
LIST = "/admin/stops/"
PAPER = "Rhona Pettifer <b>, Courier"


@pytest.fixture
def supporter():
    return a_supporter()


@pytest.fixture
def person(supporter):
    return a_person("Dee", supporter=supporter)


@pytest.fixture
def held(person):
    """A newspaper and a fund hold something of Dee's, and she has said stop."""
    with clock.at(clock.now() - timedelta(days=40)):
        Use.objects.update(single_use=False)
        version = a_version(a_file(person))
        cleared(version, "newspapers", "funders")
    begin(version, use="newspapers", kind=Kind.PACK, recipient=PAPER, where="Saturday")
    begin(version, use="funders", kind=Kind.PACK, recipient="The Alderbrook Fund")
    stopping.stop(person)
    return {action.outing.use_slug: action for action in RecallAction.objects.all()}


def a(role):
    return a_member_of_staff(role, first_name="Kit")


def test_the_nearest_clock_comes_first_and_nobody_is_named_but_the_recipient(client, person, held):
    client.force_login(a(roles.COMMS))

    page = client.get(LIST).content.decode()

    assert page.index("The Alderbrook Fund") < page.index("Rhona Pettifer")
    assert "Rhona Pettifer &lt;b&gt;, Courier" in page
    assert not any(word in page for word in ("Dee", "kettle", person.code))


def test_each_sees_what_they_can_do_something_about(client, person, supporter, held):
    seen = {}
    for name, user in {
        "comms": a(roles.COMMS),
        "their supporter": supporter,
        "data protection": a(roles.DPO),
        "another supporter": a_supporter(first_name="Huw"),
        "safeguarding": a(roles.SAFEGUARDING),
        "administrator": a(roles.ADMINISTRATOR),
    }.items():
        client.force_login(user)
        page = client.get(LIST)
        sheet = client.get(f"{LIST}{held['funders'].uid}/")
        seen[name] = ("Alderbrook" in page.content.decode(), sheet.status_code == 200)

    assert seen == {
        "comms": (True, True),
        "their supporter": (True, True),
        "data protection": (True, True),
        "another supporter": (False, False),
        "safeguarding": (False, False),
        "administrator": (False, False),
    }


def test_a_declared_conflict_hides_it(client, person, held):
    kit = a(roles.COMMS)
    person.conflicts.add(kit)
    client.force_login(kit)

    assert "Alderbrook" not in client.get(LIST).content.decode()
    assert client.post(f"{LIST}{held['funders'].uid}/mark/", {"to": "asked"}).status_code == 403


def test_one_sheet_writes_down_what_came_of_asking(client, held):
    client.force_login(a(roles.COMMS))
    where = f"{LIST}{held['funders'].uid}/mark/"

    first = client.post(where, {"to": "asked", "note": "Rang at ten. {{7*7}} 🪁"})
    again = client.post(where, {"to": "asked", "note": ""})
    sheet = client.get(f"{LIST}{held['funders'].uid}/").content.decode()

    assert [first.status_code, again.status_code] == [302, 302]
    assert "Rang at ten. {{7*7}} 🪁" in sheet
    held["funders"].refresh_from_db()
    assert held["funders"].state == "asked"


def test_a_stale_tab_is_told_what_is_possible_and_keeps_what_was_typed(client, held):
    client.force_login(a(roles.COMMS))
    where = f"{LIST}{held['funders'].uid}/mark/"
    client.post(where, {"to": "done"})

    answer = client.post(where, {"to": "refused", "note": "They said no after all."})

    assert answer.status_code == 409
    assert "it is finished" in answer.content.decode()


@pytest.mark.parametrize("said", [{}, {"to": ""}, {"to": "todo\x00"}, {"to": "gone"}, {"to": "x" * 100000}])
def test_nonsense_changes_nothing(client, held, said):
    client.force_login(a(roles.COMMS))

    answer = client.post(f"{LIST}{held['funders'].uid}/mark/", said | {"note": "kept words"})

    assert answer.status_code == 422
    assert "kept words" in answer.content.decode()
    held["funders"].refresh_from_db()
    assert held["funders"].state == "todo"


def test_a_note_too_long_is_refused_with_nothing_lost(client, held):
    client.force_login(a(roles.COMMS))

    answer = client.post(f"{LIST}{held['funders'].uid}/mark/", {"to": "asked", "note": "x" * 2000})

    assert answer.status_code == 422
    assert "x" * 2000 in answer.content.decode()


def test_what_is_late_stands_on_the_first_page(client, held):
    client.force_login(a(roles.COMMS))
    before = client.get("/admin/").content.decode()
    with clock.at(clock.now() + timedelta(hours=2)):
        after = client.get("/admin/").content.decode()

    assert "2 to ask for" in before
    assert "late</mark>" not in before
    assert "1 late</mark>" in after


def test_the_list_asks_the_database_as_often_for_three_as_for_one(
    client, person, held, django_assert_max_num_queries
):
    client.force_login(a(roles.COMMS))
    client.get(LIST)
    with django_assert_max_num_queries(100) as few:
        client.get(LIST)
    with clock.at(clock.now() - timedelta(days=40)):
        version = a_version(a_file(person))
        cleared(version, "newspapers")
    for _ in range(3):
        begin(version, use="newspapers", kind=Kind.PACK, recipient=PAPER)
    stopping.stop(person)

    with django_assert_max_num_queries(len(few)) as more:
        client.get(LIST)

    assert len(more) == len(few)
    assert RecallAction.objects.count() == 5
