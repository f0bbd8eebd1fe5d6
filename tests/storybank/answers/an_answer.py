"""A live story of Dee's, and what came back to it, by the verbs of the house."""

from datetime import timedelta

from people import clock
from people.roles import COMMS
from storybank.answers import deciding, writing
from storybank.domain.came_back import Words
from storybank.models import StoryPage
from tests.factories import people, stories

THEIRS = "We read it twice. The waiting room opens at nine from now on."
OFFICE = "The visits office"


def a_story(called: str = "Dee", **more) -> tuple[StoryPage, object]:
    """The page and its author, who has a supporter and a desk."""
    author = people.a_person(called, supporter=people.a_supporter(), email=f"{called.lower()}@post.example")
    return stories.a_live_story(author, name=called, **more), author


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
