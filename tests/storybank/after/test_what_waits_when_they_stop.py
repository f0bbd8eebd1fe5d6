"""What waits for somebody's hours and would still speak of a story they have stopped is taken back with the stop."""

from datetime import timedelta

import pytest

from consent.domain.acts import answering, asking
from consent.domain.care import files
from consent.domain.stop import stopping
from consent.enums import Answer, Basis, IdentityLevel, Relation
from people import clock
from people.domain import setting_rules
from people.domain.contact_rules import Rules, Window
from people.enums import MessageState
from people.models import OutboxMessage
from storybank.after import checking_in
from storybank.domain import reminding
from storybank.models import StoryPage
from tests.factories import people, stories

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
OF_A_STORY = {
    *("storybank/how_is_it", "storybank/it_is_up"),
    *("storybank/please_choose", "storybank/second_yes_ready"),
}


def much_later(person):
    """Their hours begin in three days, so everything waits."""
    day = (clock.today() + 3 * DAY).weekday()
    setting_rules.set_rules(person, Rules(windows=(Window(day, 600, 601),)), by=None, route="screen")


def waiting(person):
    rows = OutboxMessage.objects.filter(person=person, state=MessageState.WAITING, event__in=OF_A_STORY)
    return set(rows.values_list("event", flat=True))


def test_a_stop_takes_back_how_is_it_and_it_is_up_and_nobody_elses(django_capture_on_commit_callbacks):
    dee, sam = (people.a_person(name, email=f"{name}@post.example".lower()) for name in ("Dee", "Sam"))
    for person in (dee, sam):
        page = stories.a_live_story(person)
        much_later(person)
        reminding.tell_that_it_is_up(StoryPage.objects.get(pk=page.pk))
    with clock.at(clock.now() + 1.1 * DAY):
        checking_in.keep()
    before = waiting(dee)

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(dee)

    assert {"storybank/how_is_it", "storybank/it_is_up"} <= before
    assert (waiting(dee), waiting(sam)) == (set(), before)


def test_a_question_that_nobody_may_answer_any_more_does_not_go_out(django_capture_on_commit_callbacks):
    dee, sam = (people.a_person(name, email=f"{name}@post.example".lower()) for name in ("Dee", "Sam"))
    for person in (dee, sam):
        much_later(person)
        stories.a_frozen_story(person)

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(dee)

    assert (waiting(dee), waiting(sam)) == (set(), {"storybank/please_choose"})


def test_whoever_wrote_it_along_and_stops_is_not_asked_to_say_yes_again(django_capture_on_commit_callbacks):
    dee, ira = (people.a_person(name, email=f"{name}@post.example".lower()) for name in ("Dee", "Ira"))
    page = stories.a_shared_story(dee)
    files.add_appearance(page.file, person=ira, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    with clock.at(clock.now() - stories.LONG_AGO):
        stories.asked(page, "website")
        for person in (dee, ira):
            stories.told(page, person)
            for permission in asking.open_asks(person.pk, page.file_id):
                answering.answer(permission, person=person, answer=Answer.YES, identity=IdentityLevel.N2)
    for person in (dee, ira):
        much_later(person)
    reminding.remind_of_second_yes()
    before = [waiting(person) for person in (dee, ira)]

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(ira)

    both = {"storybank/second_yes_ready"}
    assert [both <= of for of in before] == [True, True]
    assert ("storybank/second_yes_ready" in waiting(ira), both <= waiting(dee)) == (False, True)
