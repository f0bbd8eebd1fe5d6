"""The demo's boy who turned 18 today said yes yesterday, at whatever hour the demo is loaded."""

from datetime import date, datetime, timedelta

import pytest

from home.demo_loading.others import late_yesterday
from people import clock

MIDSUMMER, WINTER = datetime(2027, 6, 21, tzinfo=clock.LONDON), datetime(2026, 11, 22, tzinfo=clock.LONDON)


@pytest.mark.parametrize("hour", [0, 0.5, 12, 22.9, 23.1, 23.98])
@pytest.mark.parametrize("day", [MIDSUMMER, WINTER])
def test_he_says_yes_the_day_before_and_less_than_a_day_ago(day, hour):
    with clock.at(now := day + timedelta(hours=hour)):
        said = late_yesterday()

    assert said.astimezone(clock.LONDON).date() == date.fromordinal(day.toordinal() - 1)
    assert now - timedelta(days=1) < said < now
