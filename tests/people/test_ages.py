"""Ages: two answers by the day, and nothing of the birth date anywhere else."""

from datetime import date

import pytest

from people.domain import ages, vault
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("born", "eighteen", "the_day_before"),
    [
        ("2008-06-15", date(2026, 6, 15), date(2026, 6, 14)),
        ("2008-02-29", date(2026, 3, 1), date(2026, 2, 28)),
        ("2008-01-01", date(2026, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_person_is_under_18_until_the_day_before_the_birthday(born, eighteen, the_day_before):
    person = people.a_person("Wren", born=born)

    assert ages.eighteenth_birthday(person) == eighteen
    assert ages.is_under_18(person, the_day_before)
    assert not ages.is_under_18(person, eighteen)


def test_sixteen_is_a_day_of_its_own():
    person = people.a_person("Wren", born="2010-06-15")

    assert ages.is_under_16(person, date(2026, 6, 14))
    assert not ages.is_under_16(person, date(2026, 6, 15))
    assert ages.is_under_18(person, date(2026, 6, 15))


def test_of_whom_no_birth_date_is_known_counts_as_an_adult():
    person = people.a_person("Dee")

    assert ages.eighteenth_birthday(person) is None
    assert not ages.is_under_18(person, date(2026, 6, 15))


@pytest.mark.parametrize("born", ["soon", "2008-13-01", "2190-01-01", "1066-10-14", "\x00", "९"])
def test_a_day_on_which_nobody_is_born_is_refused_and_nothing_is_kept(born):
    person = people.a_person("Wren", born="2010-06-15")

    with pytest.raises(vault.NotADay):
        vault.set_identity(person, born=born, legal_name="Wren Tallow")

    assert ages.eighteenth_birthday(person) == date(2028, 6, 15)
