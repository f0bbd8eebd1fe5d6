"""Once a month a person hears who opened their details: each look once, never twice in a month, nothing for nothing."""

import random
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from people import clock, roles
from people.domain import outbox, vault
from people.domain.looks import BRINGING, EVENT, NOTES, looks_at, tell_of_looks
from people.models import IdentityView, OutboxMessage
from storybank.domain import noting
from tests.factories.people import a_member_of_staff, a_person, a_supporter
from tests.storybank.admin.steps import a_lead, a_team_story

pytestmark = pytest.mark.django_db
OCTOBER = datetime(2026, 10, 5, 10, tzinfo=clock.LONDON)
LAST_OF_OCTOBER = datetime(2026, 10, 31, 23, 59, tzinfo=clock.LONDON)
FIRST_OF_NOVEMBER = datetime(2026, 11, 1, 0, 1, tzinfo=clock.LONDON)


def looked(person, viewer, *, at, what="to phone you", reason=""):
    with clock.at(at):
        vault.view_identity(person, viewer=viewer, what=what, reason=reason)


def told(at):
    with clock.at(at):
        return tell_of_looks()


def test_the_days_work_is_counted_and_only_unusual_looks_are_listed_one_by_one():
    priya, huw = a_supporter(), a_supporter(first_name="Huw", last_name="Pugh")
    dee = a_person("Dee", supporter=priya, email="dee@post.example", channel="email")
    for day in range(6):
        looked(dee, priya, at=OCTOBER + timedelta(days=day))
    looked(dee, huw, at=LAST_OF_OCTOBER, what="contact details", reason="Worried about her since Monday")

    assert told(FIRST_OF_NOVEMBER) == 1

    message = OutboxMessage.objects.get(event=EVENT)
    assert "Priya Nandra, to phone you: 6 times\n\nAt other times:\n" in message.body
    assert "\n31 October 2026: Huw Pugh, contact details\n" in message.body
    assert "Worried" not in message.body
    assert "from 5 October 2026 to 31 October 2026" in message.body
    assert message.person == dee
    assert not IdentityView.objects.filter(told_at=None).exists()


def test_nothing_is_written_when_nothing_happened_or_the_month_is_not_over():
    priya = a_supporter()
    dee = a_person(supporter=priya)
    nothing = told(FIRST_OF_NOVEMBER)
    looked(dee, priya, at=OCTOBER)

    assert (nothing, told(LAST_OF_OCTOBER), told(FIRST_OF_NOVEMBER), told(FIRST_OF_NOVEMBER)) == (0, 0, 1, 0)


def test_a_crash_while_writing_leaves_everything_to_be_told(monkeypatch):
    priya = a_supporter()
    dee = a_person(supporter=priya)
    looked(dee, priya, at=OCTOBER)

    def full(*_, **__):
        raise OSError("no space left")

    with monkeypatch.context() as broken:
        broken.setattr("people.domain.looks.IdentityView.objects.filter", full)
        with pytest.raises(OSError, match="no space"):
            told(FIRST_OF_NOVEMBER)

    assert (OutboxMessage.objects.count(), told(FIRST_OF_NOVEMBER)) == (0, 1)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_clock_does_each_look_is_told_once_and_no_month_twice(seed):
    chance = random.Random(seed)  # noqa: S311 - the same sequence every time is what is wanted
    priya = a_supporter()
    dee = a_person(supporter=priya)
    moment, heard_in = OCTOBER, []
    for _ in range(40):
        moment += timedelta(days=chance.choice([-20, -3, 0, 1, 9, 33]))
        if chance.random() < 0.4:
            looked(dee, priya, at=moment)
        if told(moment):
            heard_in.append(f"{moment.astimezone(clock.LONDON):%Y-%m}")
    latest = max([OCTOBER, *IdentityView.objects.values_list("at", flat=True)])
    for months in (1, 2):
        told(latest + timedelta(days=40 * months))

    assert len(heard_in) == len(set(heard_in))
    assert heard_in != []
    assert not IdentityView.objects.filter(told_at=None).exists()
    lines = [message.body for message in OutboxMessage.objects.filter(event=EVENT)]
    times = [line for body in lines for line in body.splitlines() if "to phone you" in line]
    counted = sum(1 if line.endswith("once") else int(line.split()[-2]) for line in times)
    assert counted == IdentityView.objects.count()


def test_bringing_somebody_their_list_makes_no_other_list_and_is_told_along_with_the_next(client):
    priya = a_supporter()
    dee = a_person(supporter=priya, channel="letter", address="1 Slate Lane")
    looked(dee, priya, at=OCTOBER)
    told(FIRST_OF_NOVEMBER)
    client.force_login(priya)
    with clock.at(FIRST_OF_NOVEMBER + timedelta(days=2)):
        [letter] = outbox.to_do_for(priya)
        sheet = client.post(reverse("caseload:letter", args=[letter.pk])).content.decode()
    december = FIRST_OF_NOVEMBER + timedelta(days=33)

    silent = told(december)
    looked(dee, priya, at=december)
    january = told(december + timedelta(days=31))

    assert "Priya Nandra, to phone you: once" in sheet
    assert [view.what for view in dee.identity_views.all()] == ["to phone you", BRINGING, "to phone you"]
    assert (silent, january) == (0, 1)
    assert f"Priya Nandra, {BRINGING}: once" in OutboxMessage.objects.filter(event=EVENT).first().body


def test_welsh_speakers_hear_it_in_welsh_and_by_text_only_the_number_is_said():
    priya = a_supporter()
    heledd = a_person("Heledd", supporter=priya, language="cy", email="h@post.example", channel="email")
    sam = a_person("Sam", supporter=priya, phone="07700 900123", channel="sms")
    for person in (heledd, sam):
        looked(person, priya, at=OCTOBER)
        looked(person, priya, at=OCTOBER)
    told(FIRST_OF_NOVEMBER)

    welsh, text = (OutboxMessage.objects.get(person=person).body for person in (heledd, sam))

    assert "Priya Nandra, i'ch ffonio: 2 o weithiau" in welsh
    assert "opened them 2 times" in text
    assert "Priya Nandra" not in text


def test_reading_the_notes_about_a_story_is_told_to_whoever_tells_it_and_never_what_they_say():
    page, _, author = a_team_story()
    lead = a_lead()
    noting.write_note(page, by=lead, text="Ring her sister first.")

    with clock.at(OCTOBER):
        noting.read_notes(page, reader=lead)
    told(FIRST_OF_NOVEMBER)

    assert looks_at(author).everyday == [(lead.display_name, NOTES, 1)]
    message = OutboxMessage.objects.get(event=EVENT)
    assert (message.person, f"{lead.display_name}, {NOTES}: once" in message.body) == (author, True)
    assert "sister" not in message.body


def test_the_data_protection_officer_sees_every_look_with_its_reason_and_nobody_else_does(client):
    priya, huw = a_supporter(), a_supporter(first_name="Huw")
    dee = a_person("Quillon", supporter=priya, phone="07700 900118")
    looked(dee, priya, at=OCTOBER)
    looked(dee, huw, at=OCTOBER, reason="She asked me to ring her")
    client.force_login(a_member_of_staff(roles.DPO))

    every = client.get(reverse("caseload:looks")).content.decode()
    unusual = client.get(reverse("caseload:looks"), {"only": "unusual"}).content.decode()
    client.force_login(priya)
    refused = client.get(reverse("caseload:looks"))

    assert (every.count(dee.code), unusual.count(dee.code)) == (2, 1)
    assert "She asked me to ring her" in unusual
    assert [word in every for word in ("Quillon", "900118")] == [False, False]
    assert refused.status_code == 403


@pytest.mark.parametrize("asked", [{"p": "x"}, {"p": "999999999999"}, {"only": "\x00"}, {"only": "🙂" * 400}])
def test_odd_questions_about_looks_get_a_calm_answer(client, asked):
    client.force_login(a_member_of_staff(roles.DPO))

    assert client.get(reverse("caseload:looks"), asked).status_code == 200


def test_a_look_at_the_list_of_looks_costs_the_same_for_one_and_for_three(
    client, django_assert_max_num_queries
):
    huw = a_supporter(first_name="Huw")
    looked(a_person(), huw, at=OCTOBER, reason="They asked me to ring them")
    client.force_login(a_member_of_staff(roles.DPO))
    client.get(reverse("caseload:looks"))
    with django_assert_max_num_queries(30) as one:
        client.get(reverse("caseload:looks"))
    for _ in range(2):
        looked(a_person(), a_supporter(), at=OCTOBER, reason="They asked me to ring them")

    with django_assert_max_num_queries(len(one)):
        client.get(reverse("caseload:looks"))
