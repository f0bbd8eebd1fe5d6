"""The hours of a helpline in words for readers, in the language of their page, and what they mean just now."""

from datetime import datetime, timedelta
from itertools import groupby

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from people.clock import LONDON
from storybank.helplines.hours import DAY, WEEK, Opening, Spans
from storybank.helplines.state import Is, State

NOON = 12 * 60
TWO_IN_A_ROW, TOMORROW, A_WEEK = 2, 1, 7


def hours_in_words(hours: Opening) -> str:
    """Such as "Monday to Friday, 9am to 8pm; Saturday and Sunday, 10am to 3pm"."""
    if hours.always:
        return _("Day and night, every day")
    parts = []
    for spans, days in groupby(WEEK, key=lambda day: hours.week[day]):
        if spans:
            parts.append(_("%(days)s, %(times)s") % {"days": _days(list(days)), "times": _times(spans)})
    if hours.holidays is not None:
        times = _times(hours.holidays) if hours.holidays else _("closed")
        parts.append(_("%(days)s, %(times)s") % {"days": _("bank holidays"), "times": times})
    return "; ".join(parts)


def now_in_words(state: State, at: datetime) -> str:
    """What a reader may count on just now; nothing where we do not know."""
    if state.now is Is.OPEN:
        if state.closes is None or (state.closes - at) > timedelta(days=1):
            return _("Open now.")
        return _("Open now, until %(time)s.") % {"time": _at(state.closes)}
    if state.opens is None:
        return _("Closed now.") if state.now is Is.SHUT else ""
    days = (state.opens.astimezone(LONDON).date() - at.astimezone(LONDON).date()).days
    time = _at(state.opens)
    if days < TOMORROW:
        return _("Opens today at %(time)s.") % {"time": time}
    if days == TOMORROW:
        return _("Opens tomorrow at %(time)s.") % {"time": time}
    day = str(WEEKDAYS[state.opens.astimezone(LONDON).weekday()])
    return _("Opens on %(day)s at %(time)s.") % {"day": day, "time": time}


def _days(days: list[int]) -> str:
    names = [str(WEEKDAYS[day]) for day in days]
    if len(days) == A_WEEK:
        return _("Every day")
    if len(days) > TWO_IN_A_ROW:
        return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    if len(days) == TWO_IN_A_ROW:
        return _("%(first)s and %(last)s") % {"first": names[0], "last": names[1]}
    return names[0]


def _times(spans: Spans) -> str:
    said = [
        _("all day and night")
        if (span.start, span.end) == (0, DAY)
        else _("%(start)s to %(end)s") % {"start": _time(span.start), "end": _time(span.end)}
        for span in spans
    ]
    return _(" and ").join(said)


def _at(moment: datetime) -> str:
    wall = moment.astimezone(LONDON)
    return _time(wall.hour * 60 + wall.minute)


def _time(minutes: int) -> str:
    """As on GOV.UK: 9am, 5:30pm, midday, midnight."""
    minutes %= DAY
    if minutes == 0:
        return _("midnight")
    if minutes == NOON:
        return _("midday")
    hour = (minutes // 60 - 1) % 12 + 1
    number = f"{hour}:{minutes % 60:02}" if minutes % 60 else f"{hour}"
    return _("%(time)sam") % {"time": number} if minutes < NOON else _("%(time)spm") % {"time": number}
