"""One line into a question: what is known by name, what is a day, what stays as words."""

from datetime import date

import pytest

from storybank.finder.line import LONGEST_LINE, Known, understand

SATURDAY = date(2026, 3, 14)
KNOWN = Known(
    themes={"visits": "Visits", "calls-and-letters": "Calls and letters", "release": "Coming out"},
    regions={"north-west": "North West", "kestlewick": "Kestlewick City"},
    uses={
        "newspapers": "Newspapers and online news",
        "radio-tv": "Radio and TV",
        "ministers": "Ministers and officials",
    },
    outlets={"The Kestlewick Lantern": "newspapers"},
)


def read(line):
    return understand(line, known=KNOWN, today=SATURDAY)


@pytest.mark.parametrize(
    "line",
    [
        "visits · North West · BBC · today",
        "Visits, north west, bbc, today",
        "visits | NORTH-WEST | BBC | 17:55",
        "visit north west BBC now",
        "  visits  in the North West for the BBC tonight ",
    ],
)
def test_the_same_question_however_it_is_typed(line):
    asked = read(line)

    assert (asked.themes, asked.region, asked.use, asked.day, asked.words) == (
        ("visits",),
        "north-west",
        "radio-tv",
        SATURDAY,
        (),
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("tomorrow", date(2026, 3, 15)),
        ("monday", date(2026, 3, 16)),
        ("saturday", SATURDAY),
        ("3 april", date(2026, 4, 3)),
        ("1st feb", date(2027, 2, 1)),
        ("2026-04-03", date(2026, 4, 3)),
        ("5pm", SATURDAY),
    ],
)
def test_words_for_a_day(line, day):
    assert read(line).day == day


@pytest.mark.parametrize("line", ["2020-01-01", "9999-12-31", "31 february", "2026-13-40", "99:99", "0 may"])
def test_what_is_no_day_to_come_is_no_day(line):
    assert read(line).day is None


def test_a_phrase_with_and_in_it_is_one_theme():
    assert read("calls and letters").themes == ("calls-and-letters",)


def test_an_outlet_we_have_met_says_what_it_is_for():
    asked = read("visits, Kestlewick Lantern? the kestlewick lantern")

    assert (asked.outlet, asked.use) == ("The Kestlewick Lantern", "newspapers")


def test_without_a_use_it_is_for_newspapers_and_says_that_nobody_said_so():
    asked = read("visits")

    assert (asked.use, asked.use_was_said) == ("newspapers", False)


def test_what_is_not_known_stays_as_words():
    assert read("kettle · Sundays · visits").words == ("kettle", "Sundays")


@pytest.mark.parametrize(
    "line",
    [
        "",
        " · · · ",
        "\x00",
        "kettle AND (NOT visits) OR *",
        "' OR 1=1 --",
        '"unclosed',
        "{{ 7*7 }} ${x} <script>",
        "🫖 ☕ \u202e",
        "%s %d %(x)s",
        "-" * 1_000_000,
        "visits " * 200_000,
    ],
)
def test_nothing_that_is_typed_breaks_it(line):
    asked = read(line)

    assert len(" ".join(asked.words)) <= LONGEST_LINE
    assert asked.use == "newspapers"
