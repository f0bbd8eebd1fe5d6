"""From draft to asking: the supporter's check, the safety check, and who may not make it."""

import pytest

from consent.domain.acts import asking
from consent.domain.care import files
from people.models import OutboxMessage
from storybank.domain import checking, sending
from storybank.domain.checking import CannotCheck
from storybank.domain.sending import CannotSend
from storybank.domain.suggestions import accept_all
from storybank.models import RestrictedNote, SafetyCheck, StoryPage, StoryPlan
from storybank.models.check import QUESTIONS
from storybank.models.tasks import OnTheSheetOnly
from tests.factories import people
from tests.factories.stories import edited
from tests.storybank.admin.steps import a_lead, a_team_story, all_well, at_safety

pytestmark = pytest.mark.django_db


def asks_of(page):
    return [ask.use.slug for ask in asking.open_asks(files.author_of(page.file_id).pk, page.file_id)]


def test_two_checks_lead_to_asking_when_the_author_has_seen_every_word():
    page, supporter, _ = a_team_story()
    sending.send_for_checks(page, by=supporter)
    sending.supporter_check(page, by=supporter, uses=["website", "funders"])

    checking.check(page, by=a_lead(), **all_well(page))

    assert sorted(asks_of(page)) == ["funders", "website"]
    assert StoryPage.objects.get(pk=page.pk).live is False


def test_when_there_are_suggestions_the_author_looks_first_and_then_chooses():
    page, supporter, _ = a_team_story()
    page = at_safety(edited(page, by=supporter, title="The kettle on Sundays"), supporter=supporter)

    checking.check(page, by=a_lead(), **all_well(page))
    before = asks_of(page)
    accept_all(StoryPage.objects.get(pk=page.pk))

    assert (before, asks_of(page)) == ([], ["website"])


def test_words_changed_after_the_check_are_checked_again():
    page, supporter, _ = a_team_story()
    lead = a_lead()
    page = at_safety(edited(page, by=supporter, title="One"), supporter=supporter)
    checking.check(page, by=lead, **all_well(page))
    page = edited(page, by=supporter, title="Two")

    said = sending.send_for_checks(page, by=supporter)

    assert said == "It is on its way. Say what we plan to ask for."
    assert asks_of(page) == []


def test_not_yet_sends_it_back_and_needs_a_reason():
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)

    with pytest.raises(CannotCheck, match="what has to change"):
        checking.check(page, by=a_lead(), **all_well(page, safe=False))
    checking.check(page, by=a_lead(), **all_well(page, safe=False, note="Take the street out."))

    assert sending.task_of(StoryPage.objects.get(pk=page.pk)) is None
    assert asks_of(page) == []


def test_lifelong_anonymity_blocks_and_names_the_law():
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)

    with pytest.raises(CannotCheck, match=r"Sexual Offences \(Amendment\) Act 1992"):
        checking.check(page, by=a_lead(), **all_well(page, law="complainant"))

    assert SafetyCheck.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"answers": {}}, "Answer every question"),
        ({"answers": dict.fromkeys(QUESTIONS, "perhaps")}, "Answer every question"),
        ({"answers": dict.fromkeys(QUESTIONS, "care")}, "what was done"),
        ({"words": "0" * 64}, "The words have changed while you were reading"),
    ],
)
def test_a_check_that_is_not_whole_is_refused(changes, said):
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)

    with pytest.raises(CannotCheck, match=said):
        checking.check(page, by=a_lead(), **all_well(page, **changes))

    assert SafetyCheck.objects.count() == 0


def test_whoever_changed_the_words_does_not_check_them_even_after_the_author_accepted():
    page, supporter, _ = a_team_story()
    lead = a_lead()
    page = edited(page, by=lead, title="Mine")
    accept_all(page)
    page = at_safety(StoryPage.objects.get(pk=page.pk), supporter=supporter)

    with pytest.raises(CannotCheck, match="You changed these words"):
        checking.check(page, by=lead, **all_well(page))
    checking.check(page, by=a_lead(), **all_well(page))

    assert SafetyCheck.objects.count() == 1


def test_whoever_made_the_supporters_check_does_not_make_the_second_one():
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)

    with pytest.raises(CannotCheck, match="You made the supporter's check"):
        checking.check(page, by=supporter, **all_well(page))


def test_a_declared_conflict_keeps_the_staff_double_of_an_author_away():
    page, supporter, author = a_team_story()
    lead = a_lead()
    author.conflicts.add(lead)
    page = at_safety(page, supporter=supporter)

    with pytest.raises(CannotCheck, match="too close"):
        checking.check(page, by=lead, **all_well(page))


def test_wagtails_own_approve_button_leads_nowhere():
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)
    task = page.current_workflow_task_state

    with pytest.raises(OnTheSheetOnly):
        task.task.specific.on_action(task, a_lead(), "approve")

    assert asks_of(page) == []


def test_sending_twice_is_refused_and_taking_back_opens_the_words_again():
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)

    with pytest.raises(CannotSend, match="being checked already"):
        sending.send_for_checks(page, by=supporter)
    locked = page.get_lock().for_user(supporter)
    sending.take_back(page, by=supporter)

    assert locked
    assert StoryPage.objects.get(pk=page.pk).get_lock() is None


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        ([], "at least one"),
        (["website", "funders", "ministers", "board", "newsletter"], "at most 4"),
        (["the moon"], "not in the list"),
    ],
)
def test_a_plan_names_one_to_four_ways_that_exist(uses, said):
    page, supporter, _ = a_team_story()
    sending.send_for_checks(page, by=supporter)

    with pytest.raises(CannotSend, match=said):
        sending.supporter_check(page, by=supporter, uses=uses)

    assert StoryPlan.objects.count() == 0


def test_nothing_is_planned_while_somebody_in_it_is_undecided():
    page, supporter, _ = a_team_story()
    files.add_appearance(page.file, role="a cousin")
    sending.send_for_checks(page, by=supporter)

    with pytest.raises(CannotSend, match="not decided yet"):
        sending.supporter_check(page, by=supporter, uses=["website"])


def test_leads_are_told_without_a_title_and_wagtail_sends_nothing(mailoutbox):
    lead = a_lead()
    page, supporter, _ = a_team_story(title="The kettle")
    page = at_safety(page, supporter=supporter)
    checking.check(page, by=lead, **all_well(page))

    told = OutboxMessage.objects.filter(event="storybank/safety_check_wanted")

    assert [message.user for message in told] == [lead]
    assert all("kettle" not in message.subject + message.body for message in told)
    assert all("kettle" not in mail.subject + mail.body for mail in mailoutbox)
    assert {mail.to[0] for mail in mailoutbox} <= {lead.email, supporter.email}


def test_a_second_lead_of_the_same_team_may_check():
    page, supporter, _ = a_team_story()
    other = people.a_member_of_staff("Safeguarding lead", "Supporter", first_name="Ola")
    page = at_safety(page, supporter=supporter)

    assert checking.why_not_by(page, other) == ""


def test_what_only_leads_may_know_becomes_a_restricted_note_and_the_supporter_reads_the_rest():
    page, supporter, _ = a_team_story()
    lead = a_lead()
    page = at_safety(page, supporter=supporter)
    care = dict.fromkeys(QUESTIONS, "ok") | {"licence": "care"}

    made = checking.check(page, by=lead, **all_well(page, answers=care, private="His licence ends in May."))

    [note] = RestrictedNote.objects.all()
    assert (note.text, note.written_by, note.file_id) == ("His licence ends in May.", lead, page.file_id)
    assert (made.safe, made.note) == (True, "")


def test_care_without_any_note_is_refused():
    page, supporter, _ = a_team_story()
    page = at_safety(page, supporter=supporter)
    care = dict.fromkeys(QUESTIONS, "ok") | {"together": "care"}

    with pytest.raises(CannotCheck, match="what was done about"):
        checking.check(page, by=a_lead(), **all_well(page, answers=care, private="  "))

    assert RestrictedNote.objects.count() == 0
