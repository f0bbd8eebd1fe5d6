"""Is somebody there: across midnight, on Sundays, on bank holidays, and on the nights when the clocks change."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.clock import LONDON
from people.enums import Nations
from storybank.helplines.hours import opening
from storybank.helplines.state import Is, state
from storybank.helplines.words import now_in_words
from tests.storybank.helplines.pace import unhurried

WEEKDAYS = "Monday to Friday 9:00-20:00"
NIGHTS = "Every day 18:00-2:00\nBank holidays as usual"
moments = st.integers(0, 7 * 365 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
typed_hours = st.sampled_from(
    [
        "Always",
        WEEKDAYS,
        NIGHTS,
        "Sunday 1:30-3:30\nSaturday 23:00-1:30",
        "Every day 0-24\nBank holidays closed",
        "Every day 9:00-17:00\nBank holidays 10:00-12:00",
        "Friday 22-24\nSaturday 0-6",
        "",
    ]
)
where = st.sampled_from(list(Nations))


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=LONDON).astimezone(UTC)


def said(typed: str, moment: str, nations: Nations = Nations.ENGLAND_AND_WALES) -> tuple[str, str]:
    found = state(opening(typed), nations.each, at(moment))
    return found.now.value, now_in_words(found, at(moment))


@pytest.mark.parametrize(
    ("typed", "moment", "expected"),
    [
        (WEEKDAYS, "2026-11-23T09:00", ("open", "Open now, until 8pm.")),
        (WEEKDAYS, "2026-11-23T08:59", ("shut", "Opens today at 9am.")),
        (WEEKDAYS, "2026-11-23T20:00", ("shut", "Opens tomorrow at 9am.")),
        (WEEKDAYS, "2026-11-20T20:00", ("shut", "Opens on Monday at 9am.")),
        (WEEKDAYS, "2026-11-22T12:00", ("shut", "Opens tomorrow at 9am.")),  # a Sunday
        (NIGHTS, "2026-11-22T01:59", ("open", "Open now, until 2am.")),
        (NIGHTS, "2026-11-22T02:00", ("shut", "Opens today at 6pm.")),
        ("Sunday 10:00-12:00", "2026-11-22T12:00", ("shut", "Opens on Sunday at 10am.")),
        ("Every day 0-24\nBank holidays as usual", "2026-12-25T03:00", ("open", "Open now.")),
        ("Always", "2026-12-25T03:00", ("open", "Open now.")),
        ("Friday 22-24\nSaturday 0-6", "2026-11-20T23:00", ("open", "Open now, until 6am.")),
    ],
)
def test_what_a_reader_may_count_on(typed, moment, expected):
    assert said(typed, moment) == expected


def test_on_a_bank_holiday_nobody_told_us_about_we_claim_nothing():
    assert said(WEEKDAYS, "2026-12-25T10:00") == ("unsure", "")
    assert said(WEEKDAYS + "\nBank holidays closed", "2026-12-25T10:00") == (
        "shut",
        "Opens on Tuesday at 9am.",  # Monday is the day in lieu of Boxing Day
    )
    assert said(WEEKDAYS + "\nBank holidays 10:00-12:00", "2026-12-25T10:00") == (
        "open",
        "Open now, until midday.",
    )
    assert said(WEEKDAYS + "\nBank holidays as usual", "2026-12-25T10:00") == ("open", "Open now, until 8pm.")


def test_a_day_off_in_one_nation_alone_is_only_known_where_the_line_is_for_it_alone():
    closed = WEEKDAYS + "\nBank holidays closed"
    saint_andrew = "2026-11-30T10:00"

    assert said(closed, saint_andrew, Nations.SCOTLAND)[0] == "shut"
    assert said(closed, saint_andrew, Nations.UK) == ("unsure", "")
    assert said(closed, saint_andrew, Nations.WALES)[0] == "open"
    assert said(closed, "2026-03-17T10:00", Nations.NORTHERN_IRELAND)[0] == "shut"
    assert said(closed, "2026-04-06T10:00", Nations.SCOTLAND)[0] == "open"  # Easter Monday
    assert said(closed, "2026-04-06T10:00", Nations.ENGLAND)[0] == "shut"


def test_nobody_is_told_to_wait_past_a_day_that_may_be_open():
    assert said(WEEKDAYS, "2026-04-30T21:00") == ("shut", "Opens tomorrow at 9am.")
    assert said(WEEKDAYS, "2026-05-01T21:00") == ("shut", "Closed now.")  # the Monday is a bank holiday


def test_in_the_hour_that_comes_twice_nobody_rings_in_vain():
    twice = "Sunday 1:30-5:00\nSaturday 22:00-1:30"
    first, second = (datetime(2026, 10, 25, hour, 45, tzinfo=UTC) for hour in (0, 1))  # 01:45 and 01:45 again

    early = state(opening(twice), Nations.UK.each, first)
    late = state(opening(twice), Nations.UK.each, second)

    assert (early.now, early.until) == (Is.SHUT, datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    assert (late.now, late.closes) == (Is.OPEN, datetime(2026, 10, 25, 5, tzinfo=UTC))


def test_what_falls_into_the_missing_hour_happens_when_the_clock_jumps():
    missing = "Sunday 1:30-5:00\nSaturday 22:00-1:15"
    jump = datetime(2026, 3, 29, 1, tzinfo=UTC)

    before = state(opening(missing), Nations.UK.each, jump - timedelta(minutes=1))
    after = state(opening(missing), Nations.UK.each, jump)

    assert (before.now, before.closes) == (Is.OPEN, datetime(2026, 3, 29, 4, tzinfo=UTC))
    assert after.now is Is.OPEN


@unhurried
@given(typed=typed_hours, nations=where, moment=moments)
def test_an_answer_stays_true_until_it_says(typed, nations, moment):
    hours = opening(typed)
    found = state(hours, nations.each, moment)
    words = now_in_words(found, moment)

    assert moment < found.until <= moment + timedelta(hours=25)
    for part in (0.0, 0.3, 0.7, 0.999999):
        later = moment + (found.until - moment) * part
        again = state(hours, nations.each, later)
        assert (again.now, again.opens) == (found.now, found.opens)
        assert now_in_words(again, later) == words


@unhurried
@given(typed=typed_hours, nations=where, moment=moments)
def test_when_it_says_it_opens_it_is_open_and_when_it_says_it_shuts_it_is_not(typed, nations, moment):
    hours = opening(typed)
    found = state(hours, nations.each, moment)

    if found.opens:
        assert state(hours, nations.each, found.opens).now is Is.OPEN
        just_before = found.opens - timedelta(seconds=1)
        assert just_before < moment or state(hours, nations.each, just_before).now is not Is.OPEN
    if found.closes and found.closes <= moment + timedelta(days=6):
        assert state(hours, nations.each, found.closes).now is not Is.OPEN
        assert state(hours, nations.each, found.closes - timedelta(seconds=1)).now is Is.OPEN
