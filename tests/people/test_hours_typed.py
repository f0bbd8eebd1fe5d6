"""Hours as people type them, in either language."""

import pytest
from django.utils import translation

from people.domain.contact_rules import Window
from people.hours_typed import NotRead, as_typed, windows

TUESDAY = Window(1, 630, 720)


@pytest.mark.parametrize("page", ["en", "cy"])
@pytest.mark.parametrize(
    "typed", ["Tuesday 10:30 to 12", "tue 10.30-12", "Dydd Mawrth 10:30 i 12", "mawrth 10:30 tan 12:00"]
)
def test_a_day_is_read_in_either_language_whatever_the_page_is_in(page: str, typed: str):
    with translation.override(page):
        assert windows(typed) == (TUESDAY,)


def test_what_is_shown_again_is_in_the_language_of_the_page_and_can_be_read_again():
    with translation.override("cy"):
        days, times, lines = as_typed((TUESDAY,))
        again = windows(lines)

    assert (days, times, lines) == ([], [], "Dydd Mawrth 10:30 i 12:00")
    assert again == (TUESDAY,)


def test_what_is_no_day_is_asked_for_again_in_welsh():
    with translation.override("cy"), pytest.raises(NotRead) as refused:
        windows("Dydd Rhywbryd 10 i 12")

    assert str(refused.value) == "Ysgrifennwch bob llinell fel hyn: Dydd Mawrth 10:30 i 12"
