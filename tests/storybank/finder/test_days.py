"""The days that comms and authors meet: London's, at both changes of the clocks, in the year 9999 and in the past."""

from datetime import UTC, date, datetime, timedelta

import pytest

from people import clock
from people.moment_field import CLOCKS_CHANGE
from storybank.finder.forms import DutyForm
from storybank.finder.piles import end_of
from storybank.private_reading.making import LONGEST
from tests.factories import stories
from tests.storybank.desk.walking import address, at_the_desk_of, said, up_to_the_uses

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2027, 3, 27), datetime(2027, 3, 28, 0, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 28, 23, tzinfo=UTC)),
        (date(2027, 10, 30), datetime(2027, 10, 30, 23, tzinfo=UTC)),
        (date(2027, 10, 31), datetime(2027, 11, 1, 0, tzinfo=UTC)),
    ],
)
def test_a_day_ends_at_midnight_in_london(day, end):
    assert end_of(day) == end


@pytest.mark.parametrize("typed", ["2027-03-28T01:30", "2027-10-31T01:59"])
def test_an_hour_that_is_none_or_comes_twice_is_asked_again(typed):
    form = DutyForm({"phone": "01632 960123", "until": typed})

    assert form.errors["until"] == [CLOCKS_CHANGE]


@pytest.mark.parametrize("typed", ["9999-12-31T23:59", "0001-01-01T00:00"])
def test_years_that_nobody_means_are_days_and_break_nothing(typed):
    form = DutyForm({"phone": "01632 960123", "until": typed})

    assert form.is_valid()
    assert not clock.now() < form.cleaned_data["until"] < clock.now() + LONGEST


@pytest.mark.parametrize(
    "moment", [datetime(2027, 6, 3, 23, 30, tzinfo=UTC), datetime(2027, 12, 3, 23, 30, tzinfo=UTC)]
)
def test_the_last_day_an_author_reads_is_the_day_in_london(moment):
    author = stories.an_author("Dee", supporter=stories.a_supporter())
    with clock.at(moment - timedelta(hours=2)):
        page = stories.a_frozen_story(author)
    with clock.at(moment):
        desk = at_the_desk_of(author)
        up_to_the_uses(desk, page)
        shown = said(desk.get(address("choice_use", page, "website")))
        (choice,) = page.file.permissions.select_related("use")

    last = (moment + timedelta(days=7 + choice.use.max_days)).astimezone(clock.LONDON)
    assert f"ends by itself on {last.day} {last:%B %Y} at the latest" in shown
