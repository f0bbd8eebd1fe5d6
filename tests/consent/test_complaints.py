"""Complaints: from anybody, once, acknowledged in thirty days with reminders, answered with the way onwards."""

import re
import time
from datetime import timedelta
from html import unescape
from urllib.parse import unquote

import pytest
from django.test import Client

from consent.domain.care import complaints
from consent.models import Complaint
from people import clock, roles
from people.models import OutboxMessage
from tests.factories.people import a_member_of_staff, a_person

pytestmark = pytest.mark.django_db
TEXT = "The picture beside my words is not the one I agreed to."


@pytest.fixture
def officer():
    return a_member_of_staff(roles.DPO, first_name="Kit")


def test_anybody_may_complain_without_a_name_and_the_officer_hears_of_it(client, officer):
    answer = client.post("/complain/", {"about": TEXT, "once": "a"})

    made = Complaint.objects.get()
    assert answer["Location"].startswith("/complain/done/?of=")
    assert made.code in client.get(answer["Location"]).content.decode()
    assert complaints.said(made) == complaints.Said(about=TEXT)
    assert b"picture" not in bytes(made.sealed)
    assert made.due_at - made.received_at == timedelta(days=30)
    assert OutboxMessage.objects.get(user=officer).event == "consent/complaint_new"


def test_two_taps_are_one_complaint(client, officer):
    for _ in range(2):
        client.post("/complain/", {"about": TEXT, "once": "same"})

    assert Complaint.objects.count() == 1


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_whoever_is_not_signed_in_gets_no_cookie_and_the_way_to_the_other_language_keeps_the_number(
    officer, prefix
):
    client = Client(enforce_csrf_checks=True)
    token = re.search(
        r'csrfmiddlewaretoken" value="(\w+)"', client.get(f"{prefix}/complain/").content.decode()
    )

    answer = client.post(
        f"{prefix}/complain/", {"about": TEXT, "once": "a", "csrfmiddlewaretoken": token[1]}, follow=True
    )

    code = Complaint.objects.get().code
    way = re.search(r'<a href="([^"]+)"\s+hreflang', answer.content.decode())[1]
    assert code in answer.content.decode()
    assert code in client.get(unescape(way)).content.decode()
    assert code not in way
    assert dict(client.cookies) == {}


@pytest.mark.parametrize("mark", ["", "x", "{code}", "{mark}x"])
def test_the_thanks_are_shown_to_nobody_who_only_guesses(client, officer, mark):
    answer = client.post("/complain/", {"about": TEXT, "once": "a"})
    code, right = Complaint.objects.get().code, answer["Location"].partition("?of=")[2]

    guessed = client.get("/complain/done/", {"of": mark.format(code=code, mark=unquote(right))})

    assert (guessed.status_code, guessed["Location"]) == (302, "/complain/")
    assert client.get("/complain/done/", {"of": unquote(right)}).status_code == 200


def test_an_hour_later_the_address_of_the_thanks_says_nothing_any_more(client, officer, monkeypatch):
    where = client.post("/complain/", {"about": TEXT, "once": "a"})["Location"]
    now, answers = time.time(), []

    for minutes in (59, 61):
        monkeypatch.setattr(time, "time", lambda: now + minutes * 60)  # noqa: B023  asked at once
        answers.append(client.get(where).status_code)

    assert answers == [200, 302]


UNSEEN = ["\u200b", "\u200b \u200d\n\ufeff", "\u2800", "\u3164\u115f", "\ufe0f", "\u00ad", "\u202e"]


@pytest.mark.parametrize("bad", ["", "   \n ", "\x00", "x" * 10_001, *UNSEEN])
def test_what_cannot_be_taken_is_said_and_stays_in_the_form(client, bad):
    answer = client.post("/complain/", {"about": bad, "name": "Sam <b>", "contact": "sam@post.example"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Sam &lt;b&gt;" in page
    assert "sam@post.example" in page
    assert not Complaint.objects.exists()


@pytest.mark.parametrize(
    "odd", ["😀" * 3000, "\u202eright to left", "{{ 7|add:7 }}", "<script>x</script>", "=1+1"]
)
def test_odd_words_are_kept_as_they_are(client, officer, odd):
    client.post("/complain/", {"about": odd, "once": "b"})

    assert complaints.said(Complaint.objects.get()).about == odd


def test_the_sixth_in_an_hour_from_one_place_is_asked_to_wait_and_keeps_its_words(client, officer):
    answers = [client.post("/complain/", {"about": TEXT, "once": str(n)}) for n in range(6)]

    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert TEXT in answers[-1].content.decode()


def test_on_their_own_desk_one_question_is_all(client, officer):
    person = a_person("Dee", email="dee@post.example")
    client.force_login(person.user)

    client.post("/my/complain/", {"about": TEXT, "once": "c"})

    made = Complaint.objects.get()
    assert (made.person, made.route) == (person, "desk")
    assert made.code in client.get("/my/complain/done/").content.decode()


def test_acknowledging_tells_them_once_and_names_the_commissioner(officer):
    person = a_person("Dee", email="dee@post.example")
    made = complaints.complain(about=TEXT, person=person)

    complaints.acknowledge(made, by=officer)
    complaints.acknowledge(made, by=officer)

    told = OutboxMessage.objects.get(person=person)
    assert told.event == "consent/complaint_acknowledged"
    assert "Information Commissioner" in told.body
    assert TEXT not in told.subject + told.body


def test_the_answer_carries_the_reasons_and_the_way_onwards(officer):
    made = complaints.complain(about=TEXT, contact="sam@post.example", route="public")

    complaints.close(made, by=officer, outcome="right", answer="You were right. It is the other one now.")

    made.refresh_from_db()
    told = OutboxMessage.objects.get(event="consent/complaint_answered")
    assert (made.outcome, made.acknowledged_by) == ("right", officer)
    assert "It is the other one now." in told.body
    assert "Information Commissioner" in told.body
    with pytest.raises(complaints.CannotDo, match="already"):
        complaints.close(made, by=officer, outcome="not", answer="Again")


def test_reminders_come_ten_days_three_days_and_on_the_day_once_each(officer):
    made = complaints.complain(about=TEXT)
    begun = clock.now()

    said = []
    for day in range(34):
        with clock.at(begun + timedelta(days=day, minutes=1)):
            complaints.remind_due()
            complaints.remind_due()
            said.append(OutboxMessage.objects.filter(event="consent/complaint_due").count())

    assert [day for day in range(1, 34) if said[day] > said[day - 1]] == [19, 26, 29]
    complaints.acknowledge(made, by=officer)


def test_whoever_is_no_officer_can_do_none_of_it():
    made = complaints.complain(about=TEXT)
    supporter = a_member_of_staff(roles.SUPPORTER)

    for act in (
        lambda: complaints.acknowledge(made, by=supporter),
        lambda: complaints.add_step(made, by=supporter, words="x"),
        lambda: complaints.close(made, by=supporter, outcome="not", answer="x"),
        lambda: complaints.list_for(supporter),
    ):
        with pytest.raises(complaints.CannotDo, match="Not in your role"):
            act()


def test_the_screen_takes_one_by_letter_with_its_own_day_and_draws_the_clock(client, officer):
    client.force_login(officer)
    person = a_person("Dee", email="dee@post.example")
    day = clock.today() - timedelta(days=12)

    answer = client.post(
        "/admin/complaints/new/",
        {"about": TEXT, "code": person.code.lower(), "route": "letter", "received": f"{day:%Y-%m-%d}"},
    )

    made = Complaint.objects.get()
    assert answer["Location"] == f"/admin/complaints/{made.pk}/"
    assert made.person == person
    assert "18 days left" in client.get("/admin/complaints/").content.decode()


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "tomorrow", ""])
def test_a_day_that_cannot_be_is_asked_again(client, officer, day):
    client.force_login(officer)

    answer = client.post("/admin/complaints/new/", {"about": TEXT, "route": "phone", "received": day})

    assert answer.status_code == 422
    assert TEXT in answer.content.decode()
    assert not Complaint.objects.exists()


def test_an_officer_never_sees_a_complaint_of_somebody_they_are_too_close_to(client, officer):
    person = a_person("Dee")
    person.conflicts.add(officer)
    made = complaints.complain(about=TEXT, person=person)
    client.force_login(officer)

    assert made.code not in client.get("/admin/complaints/").content.decode()
    assert client.get(f"/admin/complaints/{made.pk}/").status_code == 403
