"""Working days: Monday to Friday in the United Kingdom. A bank holiday counts as a working day, so clocks run early."""

from datetime import datetime, timedelta

from people import clock

SATURDAY = 5


def next_working_day(since: datetime) -> datetime:
    """The same time of day on the next working day."""
    return in_working_days(since, 1)


def in_working_days(since: datetime, days: int) -> datetime:
    """`days` working days later at the same time of day in London; from a weekend, the count begins on Monday."""
    local = since.astimezone(clock.LONDON)
    while days:
        local += timedelta(days=1)
        days -= local.weekday() < SATURDAY
    return local.astimezone(clock.UTC)
