"""The last day an author reads beside the question is the day on which the gate goes dark, however long they take."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from consent import policy
from consent.domain.acts import answering
from consent.domain.care import reviewing
from consent.enums import ReviewOutcome
from people import clock
from tests.factories import stories
from tests.storybank.desk.walking import address, at_the_desk_of, said, up_to_the_uses

pytestmark = pytest.mark.django_db

ASKED = datetime(2027, 6, 3, 22, 58, tzinfo=UTC)
"""Two minutes before midnight in London."""


@pytest.mark.parametrize(
    ("answered", "given"), [(0, 0), (4, 4), (4, 3 * 24 * 60)], ids=["at once", "after midnight", "days later"]
)
def test_no_choice_lasts_longer_than_its_screen_said(answered, given):
    author = stories.an_author("Dee", supporter=stories.a_supporter())
    with clock.at(ASKED - timedelta(days=1)):
        page = stories.a_frozen_story(author)
    with clock.at(ASKED):
        desk = at_the_desk_of(author)
        up_to_the_uses(desk, page)
        screen = desk.get(address("choice_use", page, "website"))
    last = re.search(r'name="last" value="([\d-]+)"', screen.content.decode()).group(1)
    day = datetime.fromisoformat(last).date()
    with clock.at(ASKED + timedelta(minutes=answered)):
        desk.post(address("choice_use", page, "website"), {"answer": "yes", "last": last})
    with clock.at(ASKED + timedelta(minutes=given)):
        desk.post(address("choice_understood", page), {"asked": "stop", "answer": "stop"})
        desk.post(address("choice_check", page))
    (first,) = page.file.permissions.all()
    with clock.at(first.cool_until + timedelta(days=40)):
        stories.confirmed(page)
        (yes,) = page.file.permissions.all()
        reviewing.review(
            yes.edition, outcome=ReviewOutcome.SAFE, valid_until=yes.valid_until + timedelta(days=90)
        )

    assert f"ends by itself on {day.day} {day:%B %Y} at the latest" in said(screen)
    assert yes.valid_until.astimezone(clock.LONDON).date() in (day, day + timedelta(days=1))
    assert (yes.valid_until - timedelta(microseconds=1)).astimezone(clock.LONDON).date() == day
    assert policy.may_use(yes.edition_id, "website", yes.valid_until - timedelta(seconds=1)).allowed
    assert not policy.may_use(yes.edition_id, "website", yes.valid_until).allowed


@pytest.mark.parametrize("sent", ["", "soon", "0000-00-00", "9999-12-31", "\x00"])
def test_a_day_that_is_none_changes_nothing(sent):
    author = stories.an_author("Dee", supporter=stories.a_supporter())
    page = stories.a_frozen_story(author)
    desk = at_the_desk_of(author)
    desk.post(address("choices", page), {"as": "plain"})
    desk.post(address("choice_people", page), {"answer": "no"})
    desk.post(address("choice_name", page), {"identity": "2", "name": ""})
    desk.post(address("choice_seen", page), {"time": "0"})

    answer = desk.post(address("choice_use", page, "website"), {"answer": "yes", "last": sent})
    desk.post(address("choice_understood", page), {"asked": "stop", "answer": "stop"})
    desk.post(address("choice_check", page))

    (yes,) = answering.cooling(author)
    assert answer.status_code == 302
    assert yes.valid_until <= yes.cool_until + timedelta(days=yes.use.max_days)
