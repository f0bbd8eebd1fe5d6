"""How some people of the demo may be reached: by hours, without a word on a machine, or only through somebody."""

from dataclasses import replace
from datetime import timedelta

from home.demo.people import AUTHORS, SPEAKING_PEOPLE
from people import clock
from people.domain import setting_rules
from people.domain.contact_rules import Rules, Window
from people.enums import RulesRoute
from people.models import Person, User

WEEK = range(5)


def _hours(start: int, end: int) -> tuple[Window, ...]:
    """The same hours from Monday to Friday."""
    return tuple(Window(day, start * 60, end * 60) for day in WEEK)


RULES: dict[str, tuple[Rules, RulesRoute]] = {
    "nan": (Rules(windows=_hours(10, 14), code_word="bluebell", never_on=("12-25",)), RulesRoute.PHONE),
    "ama": (Rules(also=("phone",), windows=_hours(17, 20), no_words=True), RulesRoute.IN_PERSON),
    "jj": (Rules(via="Coll at the night shelter"), RulesRoute.WORKER),
    "speaker-mo": (Rules(windows=_hours(9, 12), code_word="kettle"), RulesRoute.PHONE),
}
"""By person. The house's own mild rules hold for all the others: nobody has asked for more."""
ASK_AGAIN = timedelta(days=90)


def tell_how_to_reach(cast: dict[str, Person], staff: dict[str, User]) -> None:
    """Each is written down by whoever supports them, with a day to ask again."""
    supporter = {one.key: one.supporter for one in (*AUTHORS, *SPEAKING_PEOPLE)}
    for key, (rules, route) in RULES.items():
        dated = replace(rules, review_on=clock.today() + ASK_AGAIN)
        setting_rules.set_rules(cast[key], dated, by=staff[supporter[key]], route=route)
