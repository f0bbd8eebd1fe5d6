"""The clocks of the law, in calendar months: one to answer, two more once (UK GDPR, article 12(3))."""

import calendar
from datetime import datetime

from people.clock import LONDON

TO_ANSWER = 1  # months
LONGER = 2  # months


def months_after(moment: datetime, months: int) -> datetime:
    """The same day so many months later, or the last day of a shorter month; the end of that day in London."""
    local = moment.astimezone(LONDON)
    index = local.month - 1 + months
    year, month = local.year + index // 12, index % 12 + 1
    day = min(local.day, calendar.monthrange(year, month)[1])
    return datetime(year, month, day, 23, 59, 59, tzinfo=LONDON)


def days_left(due: datetime, *, now: datetime) -> int:
    """Whole days until the day it is due; negative once that has passed."""
    return (due.astimezone(LONDON).date() - now.astimezone(LONDON).date()).days
