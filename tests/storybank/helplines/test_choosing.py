"""Which lines stand beside a story: by theme, note, nation, hour and language; old ones never."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.enums import Nations
from storybank.enums import Spoken
from storybank.helplines.choosing import BESIDE, Line, Wanted, beside
from storybank.helplines.hours import opening
from tests.storybank.helplines.pace import unhurried

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
NIGHT = datetime(2026, 11, 25, 3, tzinfo=UTC)
FAMILIES, WORK = 1, 2
GENERAL = Line(
    pk=1,
    name="Somebody to talk to",
    phone="01632 960001",
    about="Anything at all.",
    about_cy="",
    said_hours="",
    opening=opening("Always"),
    nations=Nations.UK,
    spoken=Spoken.ENGLISH,
    free=True,
    from_prison=True,
    example=True,
    always=True,
    themes=frozenset(),
    notes=frozenset(),
    checked_on=date(2026, 11, 1),
)
OF_FAMILIES = replace(
    GENERAL,
    pk=2,
    name="Families",
    opening=opening("Every day 9:00-17:00"),
    always=False,
    themes=frozenset({FAMILIES}),
)
OF_GAMBLING = replace(OF_FAMILIES, pk=3, name="Gambling", themes=frozenset(), notes=frozenset({"gambling"}))
IN_WELSH = replace(OF_FAMILIES, pk=4, name="Llinell", nations=Nations.WALES, spoken=Spoken.BOTH)
IN_SCOTLAND = replace(OF_FAMILIES, pk=5, name="A Scottish line", nations=Nations.SCOTLAND)
LINES = [IN_SCOTLAND, IN_WELSH, OF_GAMBLING, OF_FAMILIES, GENERAL]
HERE = Wanted(home=Nations.ENGLAND_AND_WALES)


def names(wanted: Wanted, at: datetime = NOON, lines: list[Line] = LINES) -> list[str]:
    return [one.line.name for one in beside(lines, wanted, at).fitting]


def test_only_what_fits_the_story_stands_beside_it():
    assert names(HERE) == ["Somebody to talk to"]
    assert names(replace(HERE, themes=frozenset({WORK}))) == ["Somebody to talk to"]
    assert names(replace(HERE, notes=frozenset({"gambling"}))) == ["Gambling", "Somebody to talk to"]


def test_our_own_nations_come_first_and_others_are_marked():
    found = beside(LINES, replace(HERE, themes=frozenset({FAMILIES})), NOON).fitting

    assert [(one.line.name, one.elsewhere) for one in found] == [
        ("Somebody to talk to", False),
        ("Families", False),
        ("A Scottish line", True),
        ("Llinell", True),
    ]
    in_wales = beside(LINES, Wanted(home=Nations.WALES, themes=frozenset({FAMILIES})), NOON).fitting
    assert [one.line.name for one in in_wales if not one.elsewhere] == [
        "Somebody to talk to",
        "Families",
        "Llinell",
    ]


def test_on_a_welsh_page_and_beside_a_welsh_story_whoever_speaks_welsh_comes_first():
    wanted = Wanted(home=Nations.WALES, themes=frozenset({FAMILIES}))

    for home in (Nations.WALES, Nations.ENGLAND_AND_WALES):
        assert names(replace(wanted, home=home, language="cy"))[0] == "Llinell"
        assert names(replace(wanted, home=home, told_in="cy"))[0] == "Llinell"
    assert names(wanted)[0] == "Somebody to talk to"


def test_whoever_is_there_now_comes_before_whoever_sleeps():
    wanted = replace(HERE, notes=frozenset({"gambling"}))

    assert names(wanted, NOON) == ["Gambling", "Somebody to talk to"]
    assert names(wanted, NIGHT) == ["Somebody to talk to", "Gambling"]


@pytest.mark.parametrize(("days", "shown"), [(0, True), (270, True), (271, False)])
def test_what_was_checked_too_long_ago_is_not_shown(days, shown):
    old = replace(GENERAL, checked_on=NOON.date() - timedelta(days=days))

    assert bool(names(HERE, lines=[old])) is shown
    assert bool(names(replace(HERE, everything=True), lines=[old])) is shown


def test_a_story_is_not_buried_under_numbers_and_who_is_there_for_everybody_stays():
    many = [replace(OF_FAMILIES, pk=100 + n, name=f"Line {n:02}") for n in range(20)]
    wanted = replace(HERE, themes=frozenset({FAMILIES}))

    found = names(wanted, lines=[*many, replace(GENERAL, name="Zed, always")])

    assert len(found) == BESIDE
    assert "Zed, always" in found
    assert len(names(replace(wanted, everything=True), lines=many)) == 20


@unhurried
@given(
    minutes=st.integers(0, 60 * 24 * 30),
    part=st.floats(0, 0.9999),
    language=st.sampled_from(["en", "cy"]),
    home=st.sampled_from(list(Nations)),
    themes=st.frozensets(st.sampled_from([FAMILIES, WORK])),
    notes=st.frozensets(st.sampled_from(["gambling", "suicide"])),
)
def test_an_answer_stays_true_until_it_says(minutes, part, language, home, themes, notes):
    at = NIGHT + timedelta(minutes=minutes)
    wanted = Wanted(home=home, language=language, themes=themes, notes=notes)
    found = beside(LINES, wanted, at)
    later = at + (found.until - at) * part

    again = beside(LINES, wanted, later)

    assert at < found.until
    assert [(one.line.pk, one.state.now, one.state.opens) for one in again.fitting] == [
        (one.line.pk, one.state.now, one.state.opens) for one in found.fitting
    ]
