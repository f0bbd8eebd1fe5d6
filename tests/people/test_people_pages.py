"""The staff pages about people: own and team's only, the vault with its reason, letters, hand-over."""

import pytest

from people import roles
from people.domain import outbox, vault
from people.models import Person
from tests.factories.people import a_member_of_staff, a_person, a_supporter, a_team

pytestmark = pytest.mark.django_db

PEOPLE = "/admin/people/"


@pytest.fixture
def priya(client):
    user = a_supporter(team=a_team())
    client.force_login(user)
    return user


@pytest.fixture
def cast(priya):
    """Mine, my team's, a stranger's, and one of my team with whom a conflict is declared."""
    huw = a_supporter(first_name="Huw")
    mine = a_person("Dee-mine", supporter=priya, email="dee@post.example", phone="07700 900117")
    team = a_person("Nell-team", supporter=huw, team=a_team(), email="nell@post.example")
    theirs = a_person("Ada-theirs", supporter=huw, email="ada@post.example")
    barred = a_person("Bea-barred", supporter=huw, team=a_team(), email="bea@post.example")
    barred.conflicts.add(priya)
    return {"mine": mine, "team": team, "theirs": theirs, "barred": barred}


def test_the_list_shows_ones_own_and_the_teams(client, cast):
    page = client.get(PEOPLE).content.decode()

    shown = {name for name, person in cast.items() if person.called in page or person.code in page}
    assert shown == {"mine", "team"}


@pytest.mark.parametrize("role", [roles.SAFEGUARDING, roles.DPO])
def test_safeguarding_and_data_protection_find_everyone_by_code_and_nobody_by_name(client, cast, role):
    client.force_login(a_member_of_staff(role))

    page = client.get(PEOPLE).content.decode()
    found = client.get(PEOPLE, {"code": cast["theirs"].code.lower()}).content.decode()

    assert [person.code in page for person in cast.values()] == [True] * 4
    assert [person.called in page for person in cast.values()] == [False] * 4
    assert [person.code in found for person in cast.values()] == [False, False, True, False]


@pytest.mark.parametrize("nasty", ["\x00", "🙂", "a" * 10_000, "<script>", "%27--"])
def test_nasty_searches_find_nobody(client, cast, nasty):
    response = client.get(PEOPLE, {"code": nasty})

    assert response.status_code == 200
    assert cast["mine"].code not in response.content.decode()


def test_the_list_does_not_ask_more_for_more_people(client, priya, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    a_person("One", supporter=priya)
    client.get(PEOPLE)
    with CaptureQueriesContext(connection) as few:
        client.get(PEOPLE)
    for name in ("Two", "Three"):
        a_person(name, supporter=priya, team=a_team())
    with CaptureQueriesContext(connection) as many:
        client.get(PEOPLE)

    assert len(few) == len(many)


def pages_of(person: Person) -> list[str]:
    return [f"{PEOPLE}{person.pk}/{page}" for page in ("", "contact/", "change/", "conflicts/", "card/")]


@pytest.mark.parametrize("whose", ["theirs", "barred"])
def test_people_of_others_are_not_there_by_get_or_post(client, cast, whose):
    answers = [client.get(page) for page in pages_of(cast[whose])]
    answers += [client.post(page) for page in [*pages_of(cast[whose]), f"{PEOPLE}{cast[whose].pk}/card/new/"]]
    missing = client.get(f"{PEOPLE}999999/")
    control = client.get(f"{PEOPLE}{cast['mine'].pk}/")

    assert {answer.status_code for answer in answers} == {missing.status_code}
    assert missing.status_code in {403, 404}
    assert control.status_code == 200
    assert cast[whose].access_codes.count() == 0


@pytest.mark.parametrize("role", [roles.COMMS, roles.ADMINISTRATOR])
def test_comms_and_administrators_open_no_person(client, cast, role):
    client.force_login(a_member_of_staff(role))

    answers = [client.get(page) for person in cast.values() for page in [PEOPLE, *pages_of(person)]]

    assert {answer.status_code for answer in answers} <= {403, 404}
    assert [
        answer for answer in answers if any(p.called.encode() in answer.content for p in cast.values())
    ] == []


def test_contact_details_of_ones_own_open_at_a_click_and_are_logged(client, priya, cast):
    closed = client.get(f"{PEOPLE}{cast['mine'].pk}/").content.decode()
    opened = client.post(f"{PEOPLE}{cast['mine'].pk}/contact/").content.decode()

    assert "dee@post.example" not in closed
    assert "dee@post.example" in opened
    [view] = cast["mine"].identity_views.all()
    assert (view.viewer, view.by_itself) == (priya, True)


def test_contact_details_of_the_teams_need_a_reason_in_words(client, cast):
    here = f"{PEOPLE}{cast['team'].pk}/contact/"

    refused = [
        client.post(here, {"reason": reason}) for reason in ("", "because", "a" * 1_000_000, "a\x00" * 20)
    ]
    assert {answer.status_code for answer in refused} == {403}
    assert [answer for answer in refused if b"nell@post.example" in answer.content] == []
    assert cast["team"].identity_views.count() == 0

    opened = client.post(here, {"reason": "Huw is ill and she rang"})
    assert b"nell@post.example" in opened.content
    assert cast["team"].identity_views.get().reason == "Huw is ill and she rang"


def test_changing_leaves_what_is_left_empty(client, cast, priya):
    mine = cast["mine"]
    given = {
        "called": "Dee",
        "channel": "email",
        "language": "cy",
        "address": "",
        "legal_name": "Deirdre Maguire",
    }

    client.post(f"{PEOPLE}{mine.pk}/change/", given)

    mine.refresh_from_db()
    assert (mine.called, mine.language) == ("Dee", "cy")
    known = vault.view_identity(mine, viewer=priya)
    assert known == {"email": "dee@post.example", "phone": "+447700900117", "legal_name": "Deirdre Maguire"}


def test_a_change_that_cannot_be_changes_nothing(client, cast):
    mine = cast["mine"]

    response = client.post(
        f"{PEOPLE}{mine.pk}/change/",
        {"called": "Renamed", "channel": "sms", "language": "en", "address": "nobody", "born": "soon"},
    )

    mine.refresh_from_db()
    assert response.status_code == 200
    assert (mine.called, mine.channel) == ("Dee-mine", "email")


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1899-12-31", "2026-02-30", "\x00", "9" * 5000])
def test_a_day_on_which_nobody_is_born_is_said_and_nothing_is_changed(client, cast, day):
    mine = cast["mine"]

    response = client.post(
        f"{PEOPLE}{mine.pk}/change/",
        {"called": "Renamed", "channel": "email", "language": "en", "notice_format": "plain", "born": day},
    )

    mine.refresh_from_db()
    assert response.status_code == 200
    assert "Renamed" in response.content.decode()
    assert mine.called == "Dee-mine"


@pytest.mark.parametrize("number", ["9" * 20, "9" * 5000, "-1", "x"])
def test_a_number_that_nobody_has_declares_no_conflict(client, cast, number):
    assert client.post(f"{PEOPLE}{cast['mine'].pk}/conflicts/", {"conflicts": [number]}).status_code == 200
    assert not cast["mine"].conflicts.exists()


def test_conflicts_are_declared_but_never_with_the_supporter_in_charge(client, cast, priya):
    gil = a_supporter(first_name="Gil")
    here = f"{PEOPLE}{cast['mine'].pk}/conflicts/"

    client.post(here, {"conflicts": [gil.pk]})
    assert list(cast["mine"].conflicts.all()) == [gil]

    refused = client.post(here, {"conflicts": [priya.pk]})
    assert "Hand the person over first" in refused.content.decode()
    assert list(cast["mine"].conflicts.all()) == [gil]


def test_letters_and_calls_are_opened_logged_and_done(client, priya):
    dee = a_person("Dee", supporter=priya, channel="letter", address="Flat 9\nCooper's Yard")
    message = outbox.put(event="storybank/please_choose", person=dee, context={})

    listed = client.get(f"{PEOPLE}letters/").content.decode()
    sheet = client.post(f"{PEOPLE}letters/{message.pk}/").content.decode()
    client.post(f"{PEOPLE}letters/{message.pk}/done/")

    assert dee.code in listed
    assert "Cooper" not in listed
    assert "Flat 9<br>Cooper&#x27;s Yard" in sheet
    assert "Hello Dee," in sheet
    assert dee.identity_views.get().what == "to write to you"
    assert "Nothing waits" in client.get(f"{PEOPLE}letters/").content.decode()


def test_a_letter_of_somebody_else_is_not_opened(client, priya):
    theirs = a_person("Ada", supporter=a_supporter(first_name="Huw"), channel="letter", address="Flat 1")
    message = outbox.put(event="storybank/please_choose", person=theirs, context={})

    answer = client.post(f"{PEOPLE}letters/{message.pk}/")
    client.post(f"{PEOPLE}letters/{message.pk}/done/")

    message.refresh_from_db()
    assert answer.status_code == 302
    assert message.state == "to_do"
    assert theirs.identity_views.count() == 0


def test_handing_over_shows_the_counts_first(client, priya, cast):
    gil = a_supporter(first_name="Gil")
    choice = {"from_user": priya.pk, "to_user": gil.pk}

    asked = client.post(f"{PEOPLE}hand-over/", choice)
    assert "Is this right?" in asked.content.decode()
    assert priya.caseload.count() == 1

    client.post(f"{PEOPLE}hand-over/", choice | {"sure": "yes"})
    assert (priya.caseload.count(), gil.caseload.count()) == (0, 1)


def test_a_supporter_hands_over_nobody_elses_people(client, cast, priya):
    huw = cast["theirs"].supporter

    client.post(f"{PEOPLE}hand-over/", {"from_user": huw.pk, "to_user": priya.pk, "sure": "yes"})

    assert priya.caseload.count() == 1
