"""The ledger's screens: found by any number, told in words, chain checked, why and why not, taken away safely."""

import csv
import io
import json

import pytest
from django.db import connection

from consent import guards
from consent.domain.care.files import author_of
from consent.domain.rights import taking_away
from consent.domain.stop import stopping
from consent.models import ConsentEvent, LedgerRead
from people import roles
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return stories.a_live_story(stories.an_author("Philippa"), name="Philippa")


@pytest.fixture
def officer(client):
    user = people.a_member_of_staff(roles.DPO, first_name="Kit")
    client.force_login(user)
    return user


def found(client, **query) -> int:
    return client.get("/admin/ledger/", query).context["shown"].paginator.count


def test_every_number_somebody_may_hold_finds_the_record(client, officer, story):
    person = author_of(story.file_id)
    whole = ConsentEvent.objects.filter(file=story.file_id).count()
    copy = story.file.receipts.first()

    assert found(client, number=story.code) == whole
    assert found(client, number=f"story {story.code.lower()}") == whole
    assert found(client, number=person.code) == whole
    assert found(client, number=str(story.file.uid)) == whole
    assert found(client, number=copy.code) == whole
    assert found(client, number="ZZZZZZ") == 0


def test_a_stops_number_finds_it_too(client, officer, story):
    done = stopping.stop(author_of(story.file_id))

    assert found(client, number=done.code) > 0


def test_kind_and_days_narrow_it(client, officer, story):
    assert found(client, kind="confirmed") == 1
    assert found(client, since="2020-01-01", until="2020-12-31") == 0
    assert client.get("/admin/ledger/", {"since": "not a day"}).status_code == 422
    assert client.get("/admin/ledger/", {"number": "\x00", "kind": "no such", "p": "-3"}).status_code == 422


def test_one_record_whole_tells_every_event_and_no_name_or_word(client, officer, story):
    page = client.get(f"/admin/ledger/{story.file.uid}/").content.decode()

    assert f"Story {story.code}" in page
    assert "The chain is whole" in page
    assert "✓ Allowed" in page
    assert str(author_of(story.file_id)) in page
    assert {word: word in page for word in ("Philippa", "kettle", "filled it")} == {
        "Philippa": False,
        "kettle": False,
        "filled it": False,
    }
    assert page.count('class="sb-event') == ConsentEvent.objects.filter(file=story.file_id).count()


def test_why_not_is_said_for_every_use_with_a_code_in_place_of_the_name(client, officer, story):
    page = client.get(f"/admin/ledger/{story.file.uid}/").content.decode()

    assert f"{author_of(story.file_id)} has not been asked about these words" in page


def test_a_changed_event_shows_as_broken(client, officer, story):
    with guards.lifted(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE consent_consentevent SET method = 'phone' WHERE file_id = %s AND seq = 3", [story.file_id]
        )

    page = client.get(f"/admin/ledger/{story.file.uid}/").content.decode()

    assert "The chain is broken" in page
    assert page.count("changed after it was written") == 1


def test_opening_a_record_and_taking_a_list_is_written_down_for_everybody_to_see(client, officer, story):
    client.get(f"/admin/ledger/{story.file.uid}/")
    list(client.get("/admin/ledger/take/csv/", {"number": story.code}).streaming_content)

    read, taken = LedgerRead.objects.order_by("id")
    assert (read.reader, read.file_id) == (officer, story.file_id)
    assert taken.rows == ConsentEvent.objects.filter(file=story.file_id).count()
    page = client.get("/admin/ledger/reads/").content.decode()
    assert f"Story {story.code}" in page
    assert "Took a list away" in page


def test_both_forms_of_the_list_say_the_same(client, officer, story):
    table = b"".join(client.get("/admin/ledger/take/csv/").streaming_content).decode("utf-8-sig")
    data = b"".join(client.get("/admin/ledger/take/json/").streaming_content)

    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["fingerprint"] for row in rows] == [row["fingerprint"] for row in json.loads(data)]
    assert len(rows) == ConsentEvent.objects.count()
    assert json.loads(b"".join(client.get("/admin/ledger/take/json/?number=ZZZZZZ").streaming_content)) == []
    assert client.get("/admin/ledger/take/xls/").status_code == 403


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-1", "@x", "\tx", "\rx"])
def test_no_cell_runs_in_a_spreadsheet(cell):
    assert taking_away.safe(cell) == f"'{cell}"
    assert taking_away.safe(f"a{cell}") == f"a{cell}"


def test_an_officer_meets_no_record_of_somebody_they_are_too_close_to(client, officer, story):
    author_of(story.file_id).conflicts.add(officer)

    assert found(client) == 0
    assert client.get(f"/admin/ledger/{story.file.uid}/").status_code == 403


@pytest.mark.parametrize("role", [roles.SUPPORTER, roles.SAFEGUARDING, roles.COMMS, roles.ADMINISTRATOR])
def test_nobody_else_gets_in(client, story, role):
    client.force_login(people.a_member_of_staff(role))

    doors = ("", "reads/", "take/csv/", f"{story.file.uid}/", "00000000-0000-0000-0000-000000000000/")
    answers = [client.get(f"/admin/ledger/{door}") for door in doors]

    assert {answer.status_code for answer in answers} == {403}
    assert len({answer.content for answer in answers}) == 1
    assert b"Not in your role" in answers[0].content


def test_the_list_costs_the_same_for_one_story_and_for_three(client, officer, django_assert_max_num_queries):
    stories.a_live_story()
    client.get("/admin/ledger/")
    with django_assert_max_num_queries(20) as one:
        client.get("/admin/ledger/")
    for name in ("Sam", "Heledd"):
        stories.a_live_story(stories.an_author(name), name=name)

    with django_assert_max_num_queries(len(one)):
        client.get("/admin/ledger/")
