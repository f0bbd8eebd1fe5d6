"""The second pair of eyes from outside: one link, one story as it reads now, one check."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from consent.domain.care import files, holding
from consent.domain.stop import stopping
from consent.enums import HoldReason
from people import clock, roles
from people.models import OutboxMessage
from storybank.domain import outside, sending
from storybank.models import RestrictedNote, SafetyCheck, StoryPage
from tests.factories import people
from tests.factories.stories import edited
from tests.storybank.admin.steps import a_filled_form, a_lead, a_team_story, at_safety

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting():
    page, supporter, _ = a_team_story(happened="I kept the kettle on.")
    return at_safety(page, supporter=supporter)


def path_of(link):
    return "/" + link.split("/", 3)[3]


def a_link(page, **more):
    return path_of(outside.invite(page, by=a_lead(), for_whom="Ines, a trustee", **more))


def test_the_link_shows_exactly_that_story_without_a_sign_in_and_leaves_nothing_behind(client, waiting):
    answer = client.get(a_link(waiting))

    assert answer.status_code == 200
    assert "I kept the kettle on." in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]


def test_looking_uses_nothing_up_and_one_check_uses_it_up(client, waiting):
    link = a_link(waiting)
    client.get(link)
    client.get(link)

    sent = client.post(link, a_filled_form(waiting))

    check = SafetyCheck.objects.get()
    assert "Thank you" in sent.content.decode()
    assert (check.made_by, check.outsider, check.safe) == (None, "Ines, a trustee", True)
    assert client.get(link).status_code == 404
    assert client.post(link, a_filled_form(waiting)).status_code == 404
    assert sending.task_of(StoryPage.objects.get(pk=waiting.pk)) is None


def test_a_refused_check_leaves_the_link_usable_and_the_text_in_place(client, waiting):
    link = a_link(waiting)

    refused = client.post(link, a_filled_form(waiting, law="complainant", note="Her street is in it."))
    gaps = client.post(link, {"note": "Her street is in it."})

    assert (refused.status_code, gaps.status_code) == (422, 422)
    assert "Sexual Offences" in refused.content.decode()
    assert "Her street is in it." in refused.content.decode()
    assert client.get(link).status_code == 200


def test_used_over_changed_and_unknown_links_look_the_same(client, waiting):
    used, changed = a_link(waiting), a_link(waiting)
    with clock.at(clock.now() - timedelta(days=8)):
        over = a_link(waiting)
    client.post(used, a_filled_form(waiting))
    edited(waiting, title="Other words")

    unknown = reverse("storybank:outside_check", args=["x" * 32])

    answers = {link: client.get(link) for link in (used, over, changed, unknown)}

    assert {answer.status_code for answer in answers.values()} == {404}
    assert len({answer.content.replace(link.encode(), b"") for link, answer in answers.items()}) == 1


def test_the_mail_says_nothing_about_the_story(waiting):
    a_link(waiting, email="ines@trustees.example")

    mail = OutboxMessage.objects.get(event="storybank/outsider_check")
    assert "kettle" not in mail.subject + mail.body
    assert waiting.code not in mail.subject + mail.body


def test_the_lead_makes_the_link_on_the_sheet_and_sees_it_once(client, waiting):
    client.force_login(a_lead())
    made = client.post(
        reverse("work:link", args=[waiting.pk]), {"for_whom": "Ines", "email": ""}
    ).content.decode()
    later = client.get(reverse("work:story", args=[waiting.pk])).content.decode()

    link = made.split('class="sb-link">')[1].split("<")[0]
    assert Client().get(path_of(link)).status_code == 200
    assert path_of(link) not in later


@pytest.mark.parametrize("fields", [{}, {"for_whom": "Ines", "email": "not an address"}])
def test_a_link_for_nobody_is_not_made(client, waiting, fields):
    client.force_login(a_lead())

    assert client.post(reverse("work:link", args=[waiting.pk]), fields).status_code == 422
    assert OutboxMessage.objects.filter(event="storybank/outsider_check").count() == 0


@pytest.mark.parametrize(("note", "status"), [("\u200b\u2060", 422), ("Her street is in it.", 200)])
def test_a_no_from_outside_says_what_has_to_change_so_that_it_can_be_read(client, waiting, note, status):
    answer = client.post(a_link(waiting), a_filled_form(waiting, outcome="not_yet", note=note))

    assert (answer.status_code, SafetyCheck.objects.count()) == (status, status == 200)


def the_author_stops(page):
    stopping.stop(files.author_of(page.file_id), files=[page.file])


def it_rests(page):
    holding.hold(page.file, reason=HoldReason.SAFETY, by=None)


@pytest.mark.parametrize("act", [the_author_stops, it_rests])
def test_nobody_outside_reads_on_after_a_stop_or_while_it_rests(client, waiting, act):
    link = a_link(waiting)
    before = client.get(link)

    act(waiting)
    after, sent = client.get(link), client.post(link, a_filled_form(waiting))

    assert "I kept the kettle on." in before.content.decode()
    assert (after.status_code, sent.status_code) == (404, 404)
    assert "I kept the kettle on." not in after.content.decode() + sent.content.decode()
    assert not SafetyCheck.objects.exists()


def test_after_a_stop_only_a_link_made_since_leads_anywhere(client, waiting):
    the_author_stops(waiting)

    with clock.at(clock.now() + timedelta(minutes=1)):
        assert client.get(a_link(waiting)).status_code == 200


def test_what_somebody_outside_writes_for_leads_only_is_a_note_in_the_name_of_who_invited_them(
    client, waiting
):
    lead = a_lead()
    link = path_of(outside.invite(waiting, by=lead, for_whom="Ines, a trustee"))

    client.post(link, a_filled_form(waiting, private="I know this street."))

    [note] = RestrictedNote.objects.all()
    assert (note.text, note.written_by) == ("From outside, Ines, a trustee: I know this street.", lead)
    assert "street" not in SafetyCheck.objects.get().note


def test_whoever_changed_the_words_never_holds_the_link_themselves(client):
    page, supporter, _ = a_team_story()
    both = people.a_member_of_staff(roles.SAFEGUARDING, roles.SUPPORTER)
    both.groups.add(people.a_team("North").group)
    page = at_safety(edited(page, by=both, title="Mine"), supporter=supporter)
    client.force_login(both)
    make = reverse("work:link", args=[page.pk])

    shown = client.post(make, {"for_whom": "Ines"})
    own = client.post(make, {"for_whom": "Ines", "email": both.email.upper()})
    sent = client.post(make, {"for_whom": "Ines", "email": "ines@partner.example"}, follow=True)

    assert "the link goes straight to whoever checks them" in shown.content.decode()
    assert "belongs to somebody who works here" in own.content.decode()
    assert (shown.status_code, own.status_code) == (422, 422)
    assert "on its way to them" in sent.content.decode()
    [mail] = OutboxMessage.objects.filter(event="storybank/outsider_check")
    path = path_of(next(word for word in mail.body.split() if word.startswith("http")))
    assert path not in sent.content.decode()
    assert client.get(path).status_code == 200
