"""How old somebody is, in two answers and no more: the day of birth itself never leaves the vault, nor meets a log.

A person of whom no birth date is known counts as an adult: most never tell theirs, and nothing is asked of a guess.
"""

from datetime import date

from people.domain import vault
from people.models import Person

ADULT_AT = 18
YOUNG_AT = 16


def is_under_18(person: Person, on: date) -> bool:
    """Whether the person has not yet reached the day on which they turn 18."""
    return _is_under(person, ADULT_AT, on)


def is_under_16(person: Person, on: date) -> bool:
    return _is_under(person, YOUNG_AT, on)


def eighteenth_birthday(person: Person) -> date | None:
    """The day they turn 18, or turned it; None when no birth date is known.

    An age is reached at the beginning of the birthday (Family Law Reform Act 1969, section 9); who was born on
    29 February reaches it on 1 March.
    """
    return _birthday(person, ADULT_AT)


def _is_under(person: Person, age: int, on: date) -> bool:
    day = _birthday(person, age)
    return day is not None and on < day


def _birthday(person: Person, age: int) -> date | None:
    born = vault.born_on(person)
    if born is None:
        return None
    if (born.month, born.day) == (2, 29):
        return date(born.year + age, 3, 1)
    return born.replace(year=born.year + age)
