"""The last day that the screen of one use says, and the same day kept with the answer until it is given."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

from consent.domain.acts import last_day
from consent.domain.acts.choices import Choice
from consent.domain.record.coming_of_age import day_of, first_moment


def shown(choice: Choice) -> date:
    """London's day in which a yes begun now ends."""
    return day_of(last_day.if_yes_now(choice.permission))


def keeping(choice: Choice, sent: str, *, own: date | None = None) -> dict[str, Any]:
    """What is kept beside an answer. `sent` is the day their screen said: over midnight it is not today's; `own` is
    the last day that they chose themselves, if they did.
    """
    ends = last_day.if_yes_now(choice.permission)
    with suppress(ValueError, OverflowError):
        ends = min(ends, first_moment(date.fromisoformat(sent) + timedelta(days=1)))
    if own is not None:
        ends = min(ends, first_moment(own + timedelta(days=1)))
    return {f"last:{choice.use.slug}": ends.isoformat()}


def kept(answers: dict[str, Any], slug: str) -> datetime | None:
    """The end that goes with the answer; None for an answer kept before its day was."""
    found = answers.get(f"last:{slug}")
    return datetime.fromisoformat(found) if found else None
