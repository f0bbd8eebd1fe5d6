"""The next allowed moment: never too early, never one too late, never forever, whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from people.clock import LONDON
from people.domain.allowed_hours import NoMoment, allows, next_moment
from people.domain.contact_rules import Rules, Window
from tests.people.reaching import drawn

SUNDAY = 6
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def plainly_allowed(rules: Rules, moment: datetime) -> bool:
    """Said once more in other words, for the tests alone."""
    wall = moment.astimezone(LONDON)
    day = wall.strftime("%Y-%m-%d")
    if rules.quiet_until and day < rules.quiet_until.isoformat():
        return False
    if rules.last_day and day > rules.last_day.isoformat():
        return False
    if {day, day[5:]} & set(rules.never_on):
        return False
    shown = wall.strftime("%H:%M")
    return rules.windows is None or any(
        wall.weekday() == one.day
        and f"{one.start // 60:02}:{one.start % 60:02}" <= shown < f"{one.end // 60:02}:{one.end % 60:02}"
        for one in rules.windows
    )


def first_by_hand(rules: Rules, moment: datetime, *, days: int) -> datetime | None:
    """Minute by minute."""
    if plainly_allowed(rules, moment):
        return moment
    step = moment.replace(second=0, microsecond=0)
    for _ in range(days * 1440):
        step += timedelta(minutes=1)
        if plainly_allowed(rules, step):
            return step
    return None


def test_a_window_that_the_clock_goes_back_into_opens_once_more():
    rules = Rules(windows=(Window(SUNDAY, 0, 61),))

    assert next_moment(rules, at("2027-10-31 00:59:59")) == at("2027-10-31 01:00")


@settings(max_examples=60, deadline=None)
@given(data=st.data(), moment=drawn.moments)
def test_it_is_the_first_allowed_minute(data, moment):
    rules = data.draw(drawn.rules(moment.date()))

    by_hand = first_by_hand(rules, moment, days=9)
    try:
        found = next_moment(rules, moment)
    except NoMoment:
        assert by_hand is None
        return

    assert allows(rules, found)
    assert found == by_hand or (by_hand is None and found - moment > timedelta(days=8))


@pytest.mark.deep
@settings(max_examples=4000, deadline=None)
@given(data=st.data(), moment=drawn.moments)
def test_it_is_the_first_allowed_minute_over_many_rules(data, moment):
    rules = data.draw(drawn.rules(moment.date()))

    by_hand = first_by_hand(rules, moment, days=15)
    try:
        found = next_moment(rules, moment)
    except NoMoment:
        assert by_hand is None
        return

    assert found == by_hand or (by_hand is None and found - moment > timedelta(days=14))


@settings(max_examples=400, deadline=None)
@given(data=st.data(), moment=drawn.moments)
def test_no_moment_is_said_only_when_a_year_holds_none(data, moment):
    rules = data.draw(drawn.rules(moment.date()))

    try:
        found = next_moment(rules, moment)
    except NoMoment:
        hours = [moment + timedelta(minutes=7 * step) for step in range(600)]
        assert [one for one in hours if plainly_allowed(rules, one)] == []
        return

    assert found >= moment
    assert plainly_allowed(rules, found)


@pytest.mark.parametrize(
    ("window", "asked", "expected"),
    [
        (
            (600, 720),
            "2027-03-28 08:00",
            "2027-03-28 09:00",
        ),  # summer time has begun: ten o'clock is nine in UTC
        ((600, 720), "2027-10-31 08:00", "2027-10-31 10:00"),  # and has ended
        ((75, 105), "2027-03-28 00:00", "2027-04-04 00:15"),  # inside the missing hour: not this Sunday
        ((90, 135), "2027-03-28 00:00", "2027-03-28 01:00"),  # begins in the missing hour, is open after it
        ((75, 105), "2027-10-31 00:50", "2027-10-31 01:15"),  # the doubled hour opens a second time
        ((0, 1440), "2027-10-30 22:59", "2027-10-30 23:00"),  # Sunday begins at eleven in UTC
    ],
)
def test_the_clocks_of_london(window, asked, expected):
    rules = Rules(windows=(Window(SUNDAY, *window),))

    assert next_moment(rules, at(asked)) == at(expected)


@pytest.mark.parametrize(
    ("rules", "asked", "expected"),
    [
        (Rules(), "2027-06-01 03:00", "2027-06-01 03:00"),
        (Rules(quiet_until=date(2027, 6, 9)), "2027-06-01 03:00", "2027-06-08 23:00"),
        (Rules(never_on=("2027-06-01",)), "2027-06-01 03:00", "2027-06-01 23:00"),
        (Rules(never_on=("12-25", "12-26")), "2031-12-25 03:00", "2031-12-27 00:00"),
        (Rules(windows=(Window(1, 600, 720),)), "2027-06-01 10:59", "2027-06-01 10:59"),
        (Rules(windows=(Window(1, 600, 720),)), "2027-06-01 11:00", "2027-06-08 09:00"),
        (
            Rules(windows=(Window(1, 600, 720),), never_on=("2027-06-08",)),
            "2027-06-01 11:00",
            "2027-06-15 09:00",
        ),
    ],
)
def test_days_and_hours(rules, asked, expected):
    assert next_moment(rules, at(asked)) == at(expected)


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        (Rules(windows=()), "Their rules leave no day and no hour."),
        (Rules(last_day=date(2027, 5, 31)), "The last day on which we may reach them is over."),
        (
            Rules(last_day=date(2027, 6, 3), windows=(Window(0, 600, 720),)),
            "The last day on which we may reach them comes before their next hours.",
        ),
    ],
)
def test_where_there_is_no_moment_a_human_is_told_why(rules, reason):
    with pytest.raises(NoMoment, match=reason):
        next_moment(rules, at("2027-06-01 10:00"))


def test_a_letter_keeps_to_days_of_rest_and_to_no_hour():
    rules = Rules(windows=(Window(0, 600, 720),), never_on=("2027-06-01",), quiet_until=date(2027, 6, 9))

    assert next_moment(rules, at("2027-06-01 10:00"), hours=False) == at("2027-06-08 23:00")
    assert next_moment(rules, at("2027-06-10 10:00"), hours=False) == at("2027-06-10 10:00")
