"""The queue and the story's sheet, as staff meet them: every act a POST, every refusal a sentence, typed text kept."""

import pytest
from django.urls import reverse

from people import clock, roles
from people.domain import vault
from storybank.domain import sending, who_else
from storybank.models import RestrictedNote, RestrictedNoteReading, SafetyCheck, StoryPage, StoryPlan, Wish
from storybank.models.check import QUESTIONS
from tests.factories import people, stories
from tests.storybank.admin.steps import a_filled_form, a_lead, a_team_story, at_safety, work

pytestmark = pytest.mark.django_db
NASTY = "{{ 7|add:7 }} <script>alert(1)</script> \u202eeman 🙂"


def test_the_whole_road_through_the_screens(client):
    page, supporter, _ = a_team_story()
    client.force_login(supporter)
    queue = client.get(reverse("work:queue")).content.decode()
    client.post(work("send", page))
    client.post(work("supporter_check", page), {"uses": ["website", "funders"]})
    client.force_login(a_lead())
    waiting = client.get(reverse("work:queue")).content.decode()
    done = client.post(work("safety_check", page), a_filled_form(page), follow=True)

    assert f"Story {page.code}" in queue
    assert "Send for checks" in queue
    assert "Do the safety check" in waiting
    assert "has been asked and chooses now" in done.content.decode()
    assert StoryPlan.objects.get().uses == ["website", "funders"]
    assert SafetyCheck.objects.get().safe


def test_a_get_never_acts(client):
    page, supporter, _ = a_team_story()
    client.force_login(supporter)

    answers = {client.get(work(name, page)).status_code for name in ("send", "take_back", "supporter_check")}

    assert answers == {405}
    assert sending.task_of(page) is None


def test_a_form_with_gaps_comes_back_with_what_was_typed(client):
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)
    client.force_login(a_lead())

    answer = client.post(work("safety_check", page), {"note": NASTY, "q_victims": "care"})

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7|add:7 }}" in text
    assert QUESTIONS["licence"] in text
    assert SafetyCheck.objects.count() == 0


def test_the_law_is_said_on_the_form_and_the_note_stays(client):
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)
    client.force_login(a_lead())

    answer = client.post(
        work("safety_check", page), a_filled_form(page, law="complainant", note="About line two.")
    )

    assert "Sexual Offences (Amendment) Act 1992" in answer.content.decode()
    assert "About line two." in answer.content.decode()
    assert SafetyCheck.objects.count() == 0


def test_pressing_twice_makes_one_check_and_says_so(client):
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)
    client.force_login(a_lead())
    form = a_filled_form(page)

    client.post(work("safety_check", page), form)
    again = client.post(work("safety_check", page), form)

    assert "does not wait for a safety check now" in again.content.decode()
    assert SafetyCheck.objects.count() == 1


@pytest.mark.parametrize("note", ["\x00", "x" * 1_000_000, "🙂" * 6000])
def test_a_note_that_no_field_can_hold_is_answered_in_words(client, note):
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)
    client.force_login(a_lead())

    answer = client.post(work("safety_check", page), a_filled_form(page, note=note))

    assert answer.status_code == 422
    assert SafetyCheck.objects.count() == 0


def test_the_sheet_says_why_a_lead_may_not_check_and_offers_somebody_outside(client):
    page, supporter, _ = a_team_story()
    both = people.a_member_of_staff(roles.SAFEGUARDING, roles.SUPPORTER)
    both.groups.add(people.a_team("North").group)
    page = at_safety(stories.edited(page, by=both, title="Mine"), supporter=supporter)
    client.force_login(both)

    sheet = client.get(work("story", page)).content.decode()

    assert "You changed these words, so somebody else checks them." in sheet
    assert "Make a one-use link" in sheet
    assert "Write down the safety check" not in sheet


def test_a_supporter_sees_no_safety_form_and_cannot_post_it(client):
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)
    client.force_login(supporter)

    sheet = client.get(work("story", page)).content.decode()
    posted = client.post(work("safety_check", page), a_filled_form(page))

    assert "Write down the safety check" not in sheet
    assert posted.status_code == 403


def test_the_queue_is_found_by_code_and_shows_only_my_own(client):
    mine, supporter, _ = a_team_story()
    theirs, _, _ = a_team_story("South")
    client.force_login(supporter)

    found = client.get(reverse("work:queue"), {"q": f"story {mine.code.lower()}"}).content.decode()
    hidden = client.get(reverse("work:queue"), {"q": theirs.code}).content.decode()

    assert f"Story {mine.code}" in found
    assert f"Story {theirs.code}" not in hidden


@pytest.mark.parametrize(
    "asked", [{"q": "\x00"}, {"q": "%"}, {"list": "safety"}, {"p": "999"}, {"p": "x"}, {"q": NASTY}]
)
def test_odd_questions_get_a_calm_answer(client, asked):
    _, supporter, _ = a_team_story()
    client.force_login(supporter)

    assert client.get(reverse("work:queue"), asked).status_code == 200


def test_the_queue_costs_the_same_for_one_story_and_for_three(client, django_assert_max_num_queries):
    _, supporter, author = a_team_story()
    client.force_login(supporter)
    client.get(reverse("work:queue"))
    with django_assert_max_num_queries(36) as one:
        client.get(reverse("work:queue"))
    for _ in range(2):
        stories.a_shared_story(author)

    with django_assert_max_num_queries(len(one)):
        client.get(reverse("work:queue"))


def test_for_somebody_undecided_staff_suggest_and_the_author_decides(client):
    page, supporter, author = a_team_story()
    someone = stories.files.add_appearance(page.file, role="a cousin")
    client.force_login(supporter)

    why = {"appearance": someone.pk, "wish": "nobody", "why": "Any of five cousins could be meant."}
    client.post(work("decide", page), why)
    undecided = stories.files.appearances_in(page.file_id).get(pk=someone.pk).basis
    who_else.decide(page, author, pk=someone.pk, wish=Wish.NOBODY)
    stories.asked(page, "website")
    again = client.post(work("decide", page), why)

    someone.refresh_from_db()
    assert (undecided, someone.basis) == ("undecided", "composite")
    assert "settled already" in again.content.decode()


def test_restricted_notes_are_kept_encrypted_and_every_reading_is_written_down(
    client, django_assert_num_queries
):
    page, _, _ = a_team_story()
    lead = a_lead()
    client.force_login(lead)

    client.post(work("notes", page), {"text": "Ring her sister first."}, follow=True)

    raw = RestrictedNote.objects.extra(select={"raw": "text"}).values_list("raw", flat=True)[0]
    assert "sister" not in raw
    assert RestrictedNote.objects.get().text == "Ring her sister first."
    assert RestrictedNoteReading.objects.filter(reader=lead).count() == 1


def test_an_empty_note_is_refused_and_no_other_role_reads_notes(client):
    page, supporter, _ = a_team_story()
    client.force_login(a_lead())
    empty = client.post(work("notes", page), {"text": "  "})

    client.force_login(supporter)

    assert empty.status_code == 422
    assert client.get(work("notes", page)).status_code == 403
    assert RestrictedNote.objects.count() == 0


def test_the_data_protection_officer_sees_who_read_but_not_what(client):
    page, _, _ = a_team_story()
    lead = a_lead()
    client.force_login(lead)
    client.post(work("notes", page), {"text": "Ring her sister first."}, follow=True)

    client.force_login(people.a_member_of_staff(roles.DPO))
    shown = client.get(reverse("work:note_readings")).content.decode()

    assert lead.display_name in shown
    assert page.code in shown
    assert "sister" not in shown


def test_a_story_that_waits_for_the_author_offers_no_sending(client):
    page, supporter, author = a_team_story()
    page.delete()
    page = stories.a_frozen_story(author)
    client.force_login(supporter)

    sheet = client.get(work("story", StoryPage.objects.get(pk=page.pk))).content.decode()

    assert "Send for checks" not in sheet
    assert "Dee has been asked and chooses now." in sheet


def test_the_plan_for_a_young_author_offers_only_what_may_be_asked_and_says_why(client):
    page, supporter, author = a_team_story()
    born = clock.today().replace(year=clock.today().year - 16, day=1).isoformat()
    vault.set_identity(author, born=born)
    client.force_login(supporter)
    client.post(work("send", page))

    sheet = client.get(work("story", page)).content.decode()
    forged = client.post(work("supporter_check", page), {"uses": ["website", "funders"]})

    assert 'value="website"' in sheet
    assert 'value="funders"' not in sheet
    assert "Not on the list, because somebody in it is under 18: People who give us money; " in sheet
    assert "A safeguarding lead decides first whether a parent is asked." in sheet
    assert forged.status_code == 422
    assert StoryPlan.objects.count() == 0


def test_the_verb_itself_plans_nothing_that_is_not_for_the_young():
    page, supporter, author = a_team_story()
    vault.set_identity(author, born=clock.today().replace(year=clock.today().year - 16, day=1).isoformat())
    sending.send_for_checks(page, by=supporter)

    with pytest.raises(sending.CannotSend, match="not for anybody under 18"):
        sending.supporter_check(page, by=supporter, uses=["website", "funders"])

    assert sending.supporter_check(page, by=supporter, uses=["website"]).uses == ["website"]
