"""Writing down how somebody may be reached. It holds at once, also for what waits."""

import dataclasses
import re
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from people import clock
from people.domain import contact_rules, fitting
from people.domain.contact_rules import Rules
from people.enums import Channel, RulesRoute
from people.models import ContactRules, Person, User
from people.one_line import one_line

MOST_CLOSED_DAYS = 30
MOST_WINDOWS = 50
LONGEST_VIA = 120
LONGEST_CODE_WORD = 40
LONGEST_REST = timedelta(days=366)
EVERY_YEAR = re.compile(r"\d\d-\d\d")


class NotARule(ValueError):
    """What was written cannot be kept; the message says what to write instead."""


@transaction.atomic
def set_rules(person: Person, rules: Rules, *, by: User | None, route: str, anew: bool = False) -> Rules:
    """End the rules in force and begin these. `by` is None when the person writes them. Raises `NotARule`.

    The same rules again write nothing, unless the way itself is another one (`anew`). No message tells the old way of
    it: that would give the new one away.
    """
    rules = _tidy(rules)
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    earlier = ContactRules.objects.filter(person=person, ended_at=None).first()
    if anew or earlier is None or contact_rules.opened(person, earlier) != rules:
        now = clock.now()
        ContactRules.objects.filter(person=person, ended_at=None).update(ended_at=now)
        ContactRules.objects.create(
            person=person,
            sealed=contact_rules.sealed(person, rules),
            review_on=rules.review_on,
            by=by,
            route=RulesRoute.SCREEN if by is None else route,
            made_at=now,
        )
    fitting.fit_all(person)
    return rules


@transaction.atomic
def say_again(person: Person, *, by: User) -> None:
    """Staff changed the way or the address: the same rules from this moment, so that a restored backup knows of it."""
    route = RulesRoute.WORKER if contact_rules.has_given(person) else RulesRoute.CHANGED
    set_rules(person, contact_rules.rules_of(person), by=by, route=route, anew=True)


def _tidy(rules: Rules) -> Rules:
    also = tuple(one for one in dict.fromkeys(rules.also) if one in Channel.values)
    if len(set(rules.never_on)) > MOST_CLOSED_DAYS:
        raise NotARule(_("Write at most %(most)s days.") % {"most": MOST_CLOSED_DAYS})
    for day in rules.never_on:
        _check_day(day)
    windows = None if rules.windows is None else tuple(sorted(set(rules.windows)))
    if windows is not None:
        if len(windows) > MOST_WINDOWS:
            raise NotARule("That are too many hours. Write fewer.")
        if any(not 0 <= one.start < one.end <= 24 * 60 or not 0 <= one.day <= 6 for one in windows):
            raise NotARule("Write the earlier hour first.")
    if rules.quiet_until and rules.quiet_until > clock.today() + LONGEST_REST:
        raise NotARule("Rest for a year at most. You can make it longer later.")
    if rules.last_day and rules.quiet_until and rules.last_day < rules.quiet_until:
        raise NotARule("The last day comes before the rest is over.")
    return dataclasses.replace(
        rules,
        also=also,
        windows=windows,
        never_on=tuple(sorted(set(rules.never_on))),
        via=_line(rules.via, LONGEST_VIA),
        code_word=_line(rules.code_word, LONGEST_CODE_WORD),
    )


def _check_day(day: str) -> None:
    try:
        date.fromisoformat(f"2028-{day}" if EVERY_YEAR.fullmatch(day) else day)
    except ValueError as error:
        raise NotARule("Write each day like 14/03/2027, or 25/12 for every year.") from error


def _line(text: str, longest: int) -> str:
    return one_line(text)[:longest]
