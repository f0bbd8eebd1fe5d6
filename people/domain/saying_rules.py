"""Somebody's rules in one plain sentence each; the same ones for them, for staff and in their own copy."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from people.clock import LONDON
from people.domain.contact_rules import Rules, told_through
from people.enums import Channel
from people.models import Person


def sentences(rules: Rules) -> Iterator[str]:
    """What was said, and the careful defaults of the house where nothing was."""
    if rules.via:
        yield _("Everything goes through %(whom)s. Nothing comes directly.") % {"whom": rules.via}
    if rules.also:
        ways = get_text_list([_(str(Channel(one).label)).lower() for one in rules.also], _("then"))
        yield _("If that does not work: %(ways)s.") % {"ways": ways}
    yield from hours(rules)
    if rules.quiet_until:
        yield _("Nothing before %(day)s.") % {"day": _day(rules.quiet_until)}
    if rules.last_day:
        yield _("Nothing after %(day)s.") % {"day": _day(rules.last_day)}
    if rules.no_words:
        yield _("An e-mail or a text only says: please look at your page.")
    yield _("A message on a machine is fine.") if rules.voicemail else _("Never a message on a machine.")
    if rules.code_word:
        yield _("The first word on the phone is “%(word)s”.") % {"word": rules.code_word}
    if rules.prison_mail:
        yield _("Letters go to a prison. Staff there may open and read them.")
    if rules.plain_envelope:
        yield _("Letters come in a plain envelope, without our name.")
    if rules.review_on:
        yield _("We ask again on %(day)s if this still fits.") % {"day": _day(rules.review_on)}


def ways_of(people: Iterable[Person]) -> dict[int, str]:
    """For lists of staff, by primary key: the first way of each, without the name of whom it may go through."""
    here = list(people)
    through = told_through(here)
    return {
        person.pk: "Only through somebody" if person.pk in through else str(person.get_channel_display())
        for person in here
    }


def on_paper(rules: Rules) -> Iterator[str]:
    """For a letter that somebody else may find: all of them, without a name, the agreed word or where they are."""
    whom = _("the person you named") if rules.via else ""
    yield from sentences(replace(rules, via=whom, code_word="", prison_mail=False))
    if rules.code_word:
        yield _("On the phone we first say the word that you chose.")
    if rules.prison_mail:
        yield _("Letters may be opened and read before you get them.")


def hours(rules: Rules) -> Iterator[str]:
    if rules.windows is None:
        yield _("On any day, at any hour.")
    elif not rules.windows:
        yield _("No day and no hour: somebody asks you first.")
    else:
        for days, times in _weeks(rules):
            yield _("%(days)s: %(times)s.") % {"days": days, "times": times}
    if rules.never_on:
        days = get_text_list([_closed(one) for one in sorted(rules.never_on)], _("and"))
        yield _("Never on %(days)s.") % {"days": days}


def moment(at: datetime) -> str:
    """ "Tuesday 3 March at 10:00", by the clock on the wall."""
    wall = at.astimezone(LONDON)
    return _("%(day)s at %(time)s") % {"day": date_format(wall, "l j F Y"), "time": f"{wall:%H:%M}"}


def clock_time(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _weeks(rules: Rules) -> Iterator[tuple[str, str]]:
    """Days with the same hours stand together."""
    by_hours: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for day in range(7):
        times = tuple((one.start, one.end) for one in rules.windows or () if one.day == day)
        if times:
            by_hours.setdefault(times, []).append(day)
    for times, days in by_hours.items():
        said = [
            _("%(start)s to %(end)s") % {"start": clock_time(start), "end": clock_time(end)}
            for start, end in times
        ]
        yield get_text_list([str(WEEKDAYS[day]) for day in days], _("and")), get_text_list(said, _("and"))


def _closed(day: str) -> str:
    if len(day) == len("12-25"):
        month, number = day.split("-")
        return _("%(day)s %(month)s of every year") % {"day": int(number), "month": MONTHS[int(month)]}
    return _day(date.fromisoformat(day))


def _day(day: date) -> str:
    return date_format(day, "j F Y")
