"""While they tell: when we would have to act, who rings and by when if nobody is there, and Samaritans at any hour."""

from datetime import datetime

import pytest
from django.urls import reverse

from people import clock
from people.models import Person
from storybank.domain import drafts
from tests.factories import people, stories
from tests.storybank.desk.walking import address, at_the_desk_of, said

pytestmark = pytest.mark.django_db
ACT = (
    "When you have shared it, and we think that you or another person may be badly hurt."
    " We talk to you first if we can."
)
HOURS = "We answer Monday to Friday, 9 to 5. Is nobody there? Leave a message."
SAMARITANS = "At any hour you can ring Samaritans on 116 123."


@pytest.fixture
def dee():
    return stories.an_author("Dee", supporter=people.a_supporter(first_name="Nia"))


@pytest.mark.parametrize(
    ("at", "by"),
    [
        pytest.param((2026, 11, 21, 23), "Monday 23 November", id="Saturday night"),
        pytest.param((2026, 11, 24, 11), "Wednesday 25 November", id="Tuesday"),
        pytest.param((2026, 12, 24, 18), "Tuesday 29 December", id="Christmas Eve"),
    ],
)
def test_every_screen_of_telling_says_who_rings_and_by_which_day(dee, at, by):
    with clock.at(datetime(*at, tzinfo=clock.LONDON)):
        draft = drafts.save(drafts.start(dee), answers={"happened": "Tea."}, version=0)
        ways = [reverse("storybank:write"), *(address(way, draft) for way in ("say", "photo", "read_back"))]
        question = reverse("storybank:question", args=[draft.file.uid, "happened"])
        desk = at_the_desk_of(dee)
        screens = [said(desk.get(where)) for where in [*ways, question]]

    sentence = f"{HOURS} Nia rings you by {by}, in a way that is safe for you. {SAMARITANS}"
    assert [(ACT in screen, sentence in screen) for screen in screens] == [(True, True)] * 5


def test_somebody_without_a_supporter_reads_that_one_of_us_rings(dee):
    Person.objects.filter(pk=dee.pk).update(supporter=None)

    with clock.at(datetime(2026, 11, 24, 11, tzinfo=clock.LONDON)):
        screen = said(at_the_desk_of(dee).get(reverse("storybank:write")))

    assert f"{HOURS} One of us rings you by Wednesday 25 November, in a way that is safe for you." in screen
