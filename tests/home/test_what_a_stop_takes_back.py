"""Every message to a person: whether a stop of everything takes it back while it waits for their hours, and why not."""

from datetime import timedelta

import pytest

from consent.domain.acts import ending_soon
from consent.domain.care import files, reviewing
from consent.domain.stop import stopping
from consent.domain.told import notices, renotifying
from consent.enums import ReviewOutcome
from consent.models import Permission
from home.rights import erasing
from people import clock, roles
from people.domain import outbox, urgency
from people.domain.events import EVENTS
from people.models import OutboxMessage
from speakers.domain import answering
from storybank.after import checking_in
from storybank.domain import freezing, reminding, typing_up, who_else
from storybank.legacy import asking_again
from storybank.models import StoryPage
from storybank.models.who_else import Wish
from tests.factories import people, speakers, stories
from tests.storybank.answers.an_answer import a_story, an_answer
from tests.storybank.in_it.world import World
from tests.storybank.legacy.test_bringing_in import brought_in
from tests.storybank.telling.a_teller import a_teller, a_told_story

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def dee():
    return people.a_person("Dee", supporter=people.a_supporter(), email="dee@post.example")


def to_look():
    page = stories.a_shared_story(dee())
    freezing.ask_to_look(page)
    return files.author_of(page.file_id)


def to_read_typed():
    person, helper = a_teller()
    page, _ = a_told_story(person)
    typing_up.type_up(page, text="I kept the kettle on.", by=helper)
    return person


def to_choose():
    person = dee()
    stories.a_frozen_story(person)
    return person


def to_say_it_again():
    person = dee()
    page = stories.a_frozen_story(person)
    with clock.at(clock.now() - stories.LONG_AGO):
        stories.asked(page, "website")
        stories.answered(page)
    reminding.remind_of_second_yes()
    return person


def it_is_up():
    person = dee()
    page = stories.a_live_story(person)
    reminding.tell_that_it_is_up(StoryPage.objects.get(pk=page.pk))
    return person


def how_is_it():
    person = dee()
    stories.a_live_story(person)
    with clock.at(clock.now() + 1.1 * DAY):
        checking_in.keep()
    return person


def to_say_who():
    person = dee()
    page = stories.a_shared_story(person)
    row = files.add_appearance(page.file, role="my sister")
    who_else.suggest(page, pk=row.pk, wish=Wish.ASK, why="She is named.", by=person.supporter)
    return person


def may_they_read():
    world = World()
    world.let_her_read()
    return world.author


def in_it():
    world = World()
    world.let_her_read()
    return world.rosa


def to_look_at_an_answer():
    page, author = a_story()
    an_answer(page)
    return author


def from_before():
    batch = brought_in()
    asking_again.tell(batch)
    return files.author_of(batch.lines.get().file_id)


def near_its_end(days):
    person = dee()
    page = stories.a_live_story(person)
    far = clock.now() + timedelta(days=2000)
    reviewing.review(page.edition, outcome=ReviewOutcome.SAFE, valid_until=far)
    until = Permission.objects.filter(appearance__person=person).latest("valid_until").valid_until
    with clock.at(until - timedelta(days=days)):
        ending_soon.write_to_whose_yes_ends_soon()
    return person


def to_read_again():
    person = dee()
    stories.a_live_story(person)
    words = {("en", "plain"): "What do we ask?\n\nWe ask you new things. You say yes or no."}
    officer = people.a_member_of_staff(roles.DPO)
    renotifying.publish(notices.STORY_CHOICES, words, changes_meaning=True, by=officer)
    return person


def grown_up():
    person = dee()
    page = stories.a_live_story(person)
    outbox.put(event="consent/grown_up", person=person, key=f"grown-up-{page.file_id}-{person.pk}")
    return person


def asked_to_speak():
    return asked_for_a_talk().speaker.person


def asked_for_a_talk():
    comms = speakers.staff()
    speaker = speakers.says_yes(speakers.a_speaker())
    return speakers.invited(speaker, speakers.a_request(by=comms), by=comms)


def it_is_agreed():
    booking = answering.say_yes(asked_for_a_talk())
    outbox.put(
        event="speakers/booking_confirmed",
        person=booking.speaker.person,
        context={"link": "1", "when": "1"},
        key=f"speakers/booking_confirmed:{booking.uid}:{booking.number}",
    )
    return booking.speaker.person


TAKEN_BACK = {
    "storybank/please_look": to_look,
    "storybank/please_read_typed": to_read_typed,
    "storybank/please_choose": to_choose,
    "storybank/second_yes_ready": to_say_it_again,
    "storybank/it_is_up": it_is_up,
    "storybank/how_is_it": how_is_it,
    "storybank/say_who": to_say_who,
    "storybank/may_they_read": may_they_read,
    "storybank/you_are_in_it": in_it,
    "storybank/look_at_answer": to_look_at_an_answer,
    "storybank/from_before": from_before,
    "consent/ends_soon": lambda: near_its_end(59),
    "consent/ends_in_two_weeks": lambda: near_its_end(13),
    "consent/read_again": to_read_again,
    "consent/grown_up": grown_up,
    "speakers/invitation": asked_to_speak,
    "speakers/booking_confirmed": it_is_agreed,
}
"""What asks them something, or says that something is up."""

STAYS = {
    "people/sign_in_code": "they asked for it this minute",
    "people/invited": "their own card",
    "people/no_words": "stands for whatever waits",
    "people/who_looked": "their right to know",
    "people/new_supporter": "who stands beside them, whatever they tell",
    "consent/a_month_later": "tells of the stop itself",
    "consent/what_came_of_it": "tells of the stop itself",
    "consent/we_ended_it": "our own act, with its reason",
    "consent/did_not_count": "our own act, with its reason",
    "consent/came_down": "that something is gone",
    "consent/complaint_acknowledged": "their complaint goes on",
    "consent/complaint_answered": "their complaint goes on",
    "consent/somebody_asked": "somebody else's concern goes on",
    "consent/decided_about_it": "our own act, with its reason",
    "storybank/it_has_stopped": "tells of the stop itself",
    "storybank/answered_you": "an answer to what they wrote",
    "storybank/something_for_you": "a letter of their own; for a group's piece see test_pieces",
    "storybank/stopped_copy": "tells of the stop itself",
    "home/erase_asked": "their right goes on",
    "home/takes_longer": "their right goes on",
    "home/keep_drafts": "a private draft is stopped by nobody",
    "home/keep_ended_stories": "what is kept of what they ended",
    "speakers/called_off": "that something does not take place",
}


def unsent(person, event):
    return OutboxMessage.objects.filter(person=person, event=event, state__in=outbox.NOT_SENT).count()


def test_of_every_message_to_a_person_it_is_decided():
    assert TAKEN_BACK.keys() | STAYS.keys() == urgency.CLASSES.keys()
    assert TAKEN_BACK.keys() & STAYS.keys() == set()


@pytest.mark.parametrize("event", TAKEN_BACK)
def test_what_asks_them_is_taken_back_by_a_stop(event, django_capture_on_commit_callbacks):
    person = TAKEN_BACK[event]()
    before = unsent(person, event)

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(person)

    assert (before, unsent(person, event)) == (1, 0)


def test_what_tells_of_a_stop_an_act_of_ours_or_a_right_stays_and_goes_with_the_person(
    django_capture_on_commit_callbacks,
):
    person = dee()
    stories.a_live_story(person)
    for event in STAYS:
        context = dict.fromkeys(EVENTS[event].placeholders, "1")
        outbox.put(event=event, person=person, context=context)

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(person)
    stopped = {event for event in STAYS if unsent(person, event)}
    erasing.erase(person, by=None)

    assert stopped == set(STAYS)
    assert not OutboxMessage.objects.filter(person=person).exists()
