"""A live story of Dee's, and what came back to it, by the verbs of the house."""

from datetime import timedelta

from consent.domain.acts import answering, asking
from consent.domain.care import files
from consent.domain.record.shown import Shown
from consent.enums import Answer, Basis, IdentityLevel, PlaceDetail, Relation, TimeDetail
from people import clock
from people.models import Person
from people.roles import COMMS
from storybank.answers import deciding, writing
from storybank.domain import settling
from storybank.domain.came_back import Words
from storybank.models import StoryPage
from tests.factories import people, stories

THEIRS = "We read it twice. The waiting room opens at nine from now on."
OFFICE = "The visits office"
SHOWN = {"identity": IdentityLevel.N3, "place": PlaceDetail.REGION, "time": TimeDetail.DAY}


def a_story(called: str = "Dee", **more) -> tuple[StoryPage, object]:
    """The page and its author, who has a supporter and a desk."""
    author = people.a_person(called, supporter=people.a_supporter(), email=f"{called.lower()}@post.example")
    return stories.a_live_story(author, name=called, **more), author


def a_story_of_two() -> tuple[StoryPage, tuple[Person, Person]]:
    """The page and the two who told it, each of whom said yes twice."""
    supporter = people.a_supporter()
    dee, sam = (
        people.a_person(called, supporter=supporter, email=f"{called.lower()}@post.example")
        for called in ("Dee", "Sam")
    )
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_shared_story(dee)
        files.add_appearance(page.file, person=sam, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
        stories.asked(page, "website")
        for person in (dee, sam):
            stories.told(page, person)
            for permission in asking.open_asks(person.pk, page.file_id):
                answering.answer(
                    permission, person=person, answer=Answer.YES, **SHOWN, shown=Shown(name=person.called)
                )
    for person in (dee, sam):
        ready = answering.waiting_for_second_yes(person, page.file_id)
        answering.confirm(page.file, person=person, permissions=ready)
    settling.settle(page.file_id)
    return StoryPage.objects.get(pk=page.pk), (dee, sam)


def an_answer(page, *, words: str = THEIRS, who: str = OFFICE, by=None, **more):
    given = {"on": clock.today() - timedelta(days=3), "came_by": "letter"} | more
    return writing.write_answer(
        page.file_id,
        words=Words(who, words, "To our office"),
        by=by or people.a_member_of_staff(COMMS),
        **given,
    )


def a_promise(page, *, words: str = "A bench outside the gate.", who: str = OFFICE, by=None, **more):
    given = {"on": clock.today() - timedelta(days=60), "came_by": "meeting"} | more
    return writing.write_promise(
        page.file_id,
        words=Words(who, words, "The spring meeting"),
        by=by or people.a_member_of_staff(COMMS),
        **given,
    )


def let(row, *people_):
    for person in people_:
        deciding.may_stand(row, person=person, yes=True)
