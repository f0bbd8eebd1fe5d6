"""`load_demo`: the curated charity end to end, every story in the state that its words say."""

from collections import Counter

import pytest
from django.core.management import call_command
from django.test import Client

from consent.domain.care.files import appearances_in, author_of
from consent.domain.proof.audit import audit
from consent.domain.record.projecting import facts_of
from consent.domain.record.states import state_of
from consent.models import Hold, Permission
from home.demo.shapes import LIVE_STATES
from home.demo.stories import STORIES
from home.demo_loading.bulk import Crowd, load_crowd
from home.demo_room.things import PAPER_CODE
from people import clock, roles
from people.domain import codes
from people.models import OutboxMessage, Person, User
from speakers.domain.shortlisting import shortlist
from speakers.models import Speaker, SpeakerRequest
from storybank.domain import drafts
from storybank.domain.queries import public_stories
from storybank.domain.sending import waits_for_safety
from storybank.models import Draft, StoryPage
from tests.home.curated import HALF_A_PERSON, curated_demo, every_row_count

__all__ = ["curated_demo"]
pytestmark = pytest.mark.django_db

STANDS = {
    "live": "active",
    "live_and_minister": "active",
    "refused_funders": "active",
    "expiring_14_days": "active",
    "superseded": "active",
    "paused": "held",
    "expired_yesterday": "expired",
    "withdrawn": "withdrawn",
    "cooling_day_3": "cooling",
    "waiting_choices": "requested",
    "waiting_safety_check": "to be checked",
    "shared_with_suggestions": "to be looked at",
    "draft_private": "draft",
    "legacy_unknown": "unknown",
}


def latest_title(page: StoryPage) -> str:
    return page.get_latest_revision_as_object().title


def website_state(page: StoryPage) -> str:
    """Where the author's newest yes for the website stands, or what the story waits for before that."""
    if waits_for_safety(page):
        return "to be checked"
    if page.accepted_revision_id != page.latest_revision_id:
        return "to be looked at"
    if Hold.objects.filter(file_id=page.file_id, released_at=None).exists():
        return "held"
    asked = Permission.objects.filter(
        file_id=page.file_id,
        edition__language=page.language,
        appearance__person=author_of(page.file_id),
        use__slug="website",
    )
    return state_of(facts_of(asked.latest("id")), clock.now()).value


def test_every_story_stands_where_its_words_say(curated_demo):
    pages = {latest_title(page): page for page in StoryPage.objects.all()}
    private = {drafts.answers(draft)["title"]: "draft" for draft in Draft.objects.select_related("file")}

    found = private | {title: website_state(page) for title, page in pages.items()}

    assert found == {story.title: STANDS[story.state] for story in STORIES}


def test_each_state_of_the_design_is_there(curated_demo):
    assert {story.state for story in STORIES} == STANDS.keys()


def test_the_audit_finds_nothing_to_say(curated_demo):
    assert list(audit()) == []


def test_readers_meet_the_live_stories_and_no_others(curated_demo, client: Client):
    live = {story.title for story in STORIES if story.state in LIVE_STATES}

    shown = {page.title for page in public_stories()}
    listed = client.get("/stories/").content.decode()

    assert shown == live
    assert len(live) >= 11
    assert [page.slug for page in public_stories()[:20] if f"/stories/{page.slug}/" not in listed] == []


def test_each_live_story_can_be_read_and_each_other_one_cannot(curated_demo, client: Client):
    answers = {
        latest_title(page): client.get(f"/stories/{page.slug}/").status_code
        for page in StoryPage.objects.all()
    }

    expected = {story.title: 200 if story.state in LIVE_STATES else 404 for story in STORIES}
    expected |= {story.title: 410 for story in STORIES if story.state == "withdrawn"}
    assert answers == {title: status for title, status in expected.items() if title in answers}
    assert Counter(answers.values())[410] == 1


def test_every_first_public_day_is_the_one_that_was_written(curated_demo):
    """A story whose words were replaced keeps the first day it was public; the demo gives that one 60 days more."""
    days = {page.title: (clock.today() - page.public_on).days for page in public_stories()}

    assert days == {
        story.title: pytest.approx(story.published_days_ago + (60 if story.earlier else 0), abs=1)
        for story in STORIES
        if story.state in LIVE_STATES
    }


def test_a_piece_by_two_carries_the_yes_of_both(curated_demo):
    (story,) = [story for story in STORIES if story.co_authors and story.state in LIVE_STATES][:1]
    page = StoryPage.objects.get(title=story.title)

    people = [row.person for row in appearances_in(page.file_id)]
    agreed = Permission.objects.filter(edition=page.edition, use__slug="website", confirmed_at__isnull=False)

    assert len(people) == 1 + len(story.co_authors)
    assert {row.appearance.person for row in agreed.select_related("appearance__person")} == set(people)


def test_the_paper_code_opens_the_door_of_an_author_whose_story_is_up(curated_demo):
    person = codes.find_by_code(PAPER_CODE)

    assert person is not None
    assert person.called == "Dee"
    assert public_stories().filter(file__appearances__person=person).count() == 1


def test_every_role_has_somebody_and_nobody_is_a_superuser(curated_demo):
    held = {name for user in User.objects.filter(kind="staff") for name in roles.roles_of(user)}

    assert held == set(roles.ALL)
    assert User.objects.filter(is_superuser=True).count() == 0


def test_messages_were_sent_by_every_channel(curated_demo):
    assert set(OutboxMessage.objects.values_list("channel", flat=True)) == {"email", "sms", "letter", "phone"}


def test_loading_a_second_time_changes_nothing(curated_demo):
    before = every_row_count()

    call_command("load_demo", verbosity=0)

    assert every_row_count() == before


def test_what_an_interrupted_loading_had_left_is_gone(curated_demo):
    assert HALF_A_PERSON not in {person.called for person in Person.objects.all()}


def test_a_crowd_of_speakers_can_be_matched_with_a_crowd_of_requests(curated_demo):
    load_crowd(Crowd(speakers=40, requests=6))
    by = User.objects.get(email="comms@demo.example")
    request = SpeakerRequest.objects.filter(organiser_key__gt="").order_by("-pk")[0]

    run = shortlist(request, by=by)

    assert list(audit()) == []
    assert Speaker.objects.filter(person__in=Person.objects.order_by("-pk")[:40]).count() == 40
    assert SpeakerRequest.objects.filter(state="open").count() >= 6
    assert run.for_bookers["ranked"] != []


def test_loading_the_same_crowd_again_changes_nothing(curated_demo):
    load_crowd(Crowd(stories=3, people=9, speakers=4, requests=2))
    before = every_row_count()

    load_crowd(Crowd(stories=3, people=9, speakers=4, requests=2))

    assert every_row_count() == before
