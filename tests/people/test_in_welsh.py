"""Whatever is written to a person is there in Welsh, with the same things filled in, and days as Welsh says them."""

from datetime import UTC, datetime

import pytest

from people.domain import outbox
from people.domain.events import EVENTS
from people.domain.messages import PLACEHOLDER, words_of
from people.enums import Audience
from tests.cast import HELEDD, NELL
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("event", "channel"),
    [
        (event, channel)
        for event, known in EVENTS.items()
        if known.audience in {Audience.AUTHOR, Audience.SPEAKER}
        for channel in known.channels
    ],
)
def test_whatever_is_written_to_a_person_is_there_in_welsh_with_the_same_things_filled_in(event, channel):
    english, welsh = (words_of(event, channel=channel, language=language) for language in ("en", "cy"))

    assert welsh.body != english.body
    assert named(welsh.subject) == named(english.subject)
    assert named(welsh.body) == named(english.body)


def test_a_day_is_said_in_the_language_of_the_message():
    context = {"when": datetime(2027, 3, 1, 23, 30, tzinfo=UTC), "code": "A1"}
    bodies = [
        outbox.put(event="home/erase_asked", person=a_person(**who), context=context).body
        for who in (NELL, HELEDD)
    ]

    assert [day in body for day, body in zip(("1 March 2027", "1 Mawrth 2027"), bodies, strict=True)] == [
        True,
        True,
    ]


def named(text):
    return set(PLACEHOLDER.findall(text))
