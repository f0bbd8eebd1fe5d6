"""A person's own copy of everything: one tap, all of it, nobody else in it, sealed, gone after a week."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.test import Client, TestCase

from consent.domain.care import complaints, files
from consent.enums import Basis, Relation
from home.models import RightsRequest
from home.rights import copying
from people import clock
from tests.factories import people, stories
from tests.home.rights.a_life import WORDS, Life, lived

pytestmark = pytest.mark.django_db

NOT_FOR_THEM = {"restricted", "check_note", "task", "form_state", "whom", "booking_note"}
"""Notes that could harm, staff's own working notes, machinery; a booking's note is told as what happened."""


@pytest.fixture
def life() -> Life:
    return lived()


def taken(person) -> tuple[dict, str]:
    client = Client()
    client.force_login(person.user)
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post("/my/everything/")
    answer = client.get("/my/everything/copy/")
    assert answer["Content-Type"] == "application/zip"
    held = zipfile.ZipFile(io.BytesIO(answer.content))
    return json.loads(held.read("everything.json")), held.read("everything.html").decode()


def test_one_tap_gives_every_word_that_is_theirs_to_a_machine_and_to_a_reader(life):
    told, page = taken(life.person)

    as_json = json.dumps(told, ensure_ascii=False)
    missing = {name for name, word in WORDS.items() if word not in as_json}
    assert missing == NOT_FOR_THEM - {"booking_note"}
    assert {name for name, word in WORDS.items() if word not in page} == missing
    assert life.live_slug in as_json


def test_notes_that_may_not_be_shown_are_said_to_be_there_and_stay_shut(life):
    told, page = taken(life.person)

    assert "may not show you" in told["What you have written"]["Notes about safety"]
    assert "Information Commissioner" in page
    assert WORDS["restricted"] not in page


def test_staff_are_named_by_what_they_do_and_others_only_counted(life):
    other = people.a_person("Heledd Prydderch")
    files.add_appearance(life.live.file, person=other, relation=Relation.IN_IT, basis=Basis.OWN)

    told, _page = taken(life.person)

    text = json.dumps(told, ensure_ascii=False)
    assert {
        name: name in text for name in ("Nandra", "Moss", "Kit", "Heledd", "Oyelaran", "Stubbs")
    } == dict.fromkeys(("Nandra", "Moss", "Kit", "Heledd", "Oyelaran", "Stubbs"), False)
    assert "Staff: supporter" in text
    assert any(one["Other people in it"] == 1 for one in told["Your choices"]["What you are part of"])


def test_somebody_elses_words_are_not_in_it(life):
    page = stories.a_shared_story(stories.an_author("Sam"), title="Sams own title", happened="Sams own words")
    files.add_appearance(page.file, person=life.person, relation=Relation.IN_IT, basis=Basis.OWN)

    told, _page = taken(life.person)

    text = json.dumps(told)
    assert "Something written by somebody else" in text
    assert "Sams own" not in text


def test_a_complaint_and_what_was_done_about_it_is_in_it(life):
    made = complaints.complain(about="The picture was wrong", person=life.person)
    complaints.add_step(made, by=life.dpo, words="We looked at the picture")

    told, _page = taken(life.person)

    (one,) = told["Your choices"]["Complaints"]
    assert one["What you said"] == "The picture was wrong"
    assert one["What was done"][0]["What"] == "We looked at the picture"


def test_the_page_needs_nothing_from_anywhere_and_runs_nothing(life):
    life.person.called = "<script>alert(1)</script>"
    life.person.save()

    _told, page = taken(life.person)

    assert "&lt;script&gt;alert(1)" in page
    assert {
        bad: bad in page for bad in ("<script", "<link", 'href="http', "src=", "@import", "url(")
    } == dict.fromkeys(("<script", "<link", 'href="http', "src=", "@import", "url("), False)


def test_while_it_waits_it_is_sealed_and_after_a_week_it_is_gone(life):
    taken(life.person)
    request = RightsRequest.objects.get()
    with storages["private"].open(request.file_name) as file:
        assert b"PK" not in file.read()[:4]

    with clock.at(clock.now() + timedelta(days=6)):
        assert copying.forget_old() == 0
    with clock.at(clock.now() + timedelta(days=8)):
        assert copying.forget_old() == 1

    assert not storages["private"].exists(request.file_name)
    request.refresh_from_db()
    with pytest.raises(copying.NotThere):
        copying.fetch(request)


def test_two_taps_make_one_copy_and_the_second_gives_it_again(life):
    taken(life.person)
    taken(life.person)

    assert RightsRequest.objects.count() == 1


def test_nobody_else_fetches_it(life):
    taken(life.person)
    other = Client()
    other.force_login(people.a_person("Sam").user)

    assert other.get("/my/everything/copy/")["Location"] == "/my/everything/"
    assert Client().get("/my/everything/copy/").status_code == 302
    staff = Client()
    staff.force_login(life.dpo)
    assert staff.get("/my/everything/copy/").status_code == 403


@pytest.mark.django_db(transaction=True)
def test_one_tap_is_enough(client):
    client.force_login(people.a_person("Dee").user)

    answer = client.post("/my/everything/")

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
