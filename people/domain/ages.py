"""How old somebody is, in three answers and no more: the day of birth itself never leaves the vault, nor meets a log.

A person of whom no birth date is known counts as an adult: most never tell theirs, and nothing is asked of a guess.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from people.domain import vault
from people.models import Person

TEENAGER_AT, YOUNG_AT, ADULT_AT = 13, 16, 18


@dataclass(frozen=True, slots=True)
class Birthdays:
    """The three days that rules ask for."""

    thirteenth: date
    sixteenth: date
    eighteenth: date


def is_under_18(person: Person, on: date) -> bool:
    """Whether the person has not yet reached the day on which they turn 18."""
    found = _of(person)
    return found is not None and on < found.eighteenth


def is_under_16(person: Person, on: date) -> bool:
    found = _of(person)
    return found is not None and on < found.sixteenth


def is_under_13(person: Person, on: date) -> bool:
    found = _of(person)
    return found is not None and on < found.thirteenth


def eighteenth_birthday(person: Person) -> date | None:
    """The day they turn 18, or turned it; None when no birth date is known.

    An age is reached at the beginning of the birthday (Family Law Reform Act 1969, section 9); who was born on
    29 February reaches it on 1 March.
    """
    found = _of(person)
    return found.eighteenth if found else None


def birthdays_of(person_ids: Iterable[int]) -> dict[int, Birthdays]:
    """The same for many at once; who has told no birth date is absent."""
    return {
        pk: Birthdays(*(_birthday(born, age) for age in (TEENAGER_AT, YOUNG_AT, ADULT_AT)))
        for pk, born in vault.born_on(person_ids).items()
    }


def everybody_dated() -> dict[int, Birthdays]:
    """Everybody whose birth date is known, for the clock job: few, because most never tell it."""
    return birthdays_of(vault.with_birth_date())


def _of(person: Person) -> Birthdays | None:
    return birthdays_of([person.pk]).get(person.pk)


def _birthday(born: date, age: int) -> date:
    try:
        return born.replace(year=born.year + age)
    except ValueError:  # born on 29 February
        return date(born.year + age, 3, 1)
