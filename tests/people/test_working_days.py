"""Working days: weekends and bank holidays do not count, whatever the year."""

from datetime import date, datetime

import pytest

from people import clock
from people.working_days import add_working_days, bank_holidays, working_days_between


def test_the_bank_holidays_of_two_years_are_those_proclaimed():
    assert sorted(bank_holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 4),
        date(2026, 5, 25),
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 28),
    ]
    assert {date(2022, 1, 3), date(2022, 12, 26), date(2022, 12, 27)} <= bank_holidays(2022)


@pytest.mark.parametrize(
    ("since", "days", "due"),
    [
        (datetime(2026, 11, 20, 9, 0, tzinfo=clock.LONDON), 2, date(2026, 11, 24)),
        (datetime(2026, 12, 23, 23, 59, tzinfo=clock.LONDON), 2, date(2026, 12, 29)),
        (datetime(2026, 3, 28, 12, 0, tzinfo=clock.LONDON), 10, date(2026, 4, 14)),
    ],
)
def test_a_promise_is_due_at_five_on_the_last_working_day(since, days, due):
    moment = add_working_days(since, days).astimezone(clock.LONDON)

    assert (moment.date(), moment.hour) == (due, 17)


def test_days_between_count_the_last_and_not_the_first():
    friday = datetime(2026, 11, 20, 9, 0, tzinfo=clock.LONDON)
    tuesday = datetime(2026, 11, 24, 9, 0, tzinfo=clock.LONDON)

    assert working_days_between(friday, tuesday) == 2
    assert working_days_between(tuesday, friday) == 0
