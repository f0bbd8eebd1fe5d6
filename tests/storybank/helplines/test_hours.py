"""Hours as staff type them: read as they were meant, read back the same, or refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.helplines.hours import DAY, HoursNotClear, Opening, Span, opening
from storybank.helplines.words import hours_in_words
from tests.storybank.helplines.pace import unhurried

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
spans = st.lists(
    st.tuples(st.integers(0, DAY - 1), st.integers(0, DAY)).filter(lambda pair: pair[0] != pair[1]),
    max_size=3,
)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Always", "Day and night, every day"),
        ("Every day 8-20", "Every day, 8am to 8pm"),
        ("Monday to Friday 9:00-20:00", "Monday to Friday, 9am to 8pm"),
        ("Mon-Fri 9am-5.30pm", "Monday to Friday, 9am to 5:30pm"),
        ("mon – fri: 09:00 to 17:00; sat 10-12", "Monday to Friday, 9am to 5pm; Saturday, 10am to midday"),
        ("Saturday, Sunday 10-15", "Saturday and Sunday, 10am to 3pm"),
        ("Every day 18:00-2:00", "Every day, 6pm to 2am"),
        ("Monday 9-12 and 14-17", "Monday, 9am to midday and 2pm to 5pm"),
        ("Friday to Monday 18-24", "Monday, 6pm to midnight; Friday to Sunday, 6pm to midnight"),
        ("Every day 0-24", "Every day, all day and night"),
        (
            "Mondays 9:00-17:00\nBank holidays closed",
            "Monday, 9am to 5pm; bank holidays, closed",
        ),
        ("Mondays 9:00-17:00\nBank holidays as usual", "Monday, 9am to 5pm"),
    ],
)
def test_hours_are_read_as_they_were_meant(typed, said):
    assert hours_in_words(opening(typed)) == said


def test_nothing_typed_is_nothing_known():
    assert opening(" \n ; ") is None


@pytest.mark.parametrize(
    "typed",
    [
        "9-5",
        "Monday to Friday 9-5",
        "Every day 9am-5",
        "Every day 9-9",
        "Every day 24-6",
        "Every day 25-26",
        "Every day 9:75-17:00",
        "Every day 13pm-14pm",
        "Someday 9:00-17:00",
        "T 9:00-17:00",
        "when it rains",
        "Bank holidays closed",
        "Monday closed",
        "Monday 9:00-17:00 or so",
        "\x00",
        "😀" * 200,
        "9" * 400,
        "{{ 7*7 }}",
    ],
)
def test_what_could_be_meant_otherwise_is_refused_in_words(typed):
    with pytest.raises(HoursNotClear, match=r"[.?!“”\w]"):
        opening(typed)


@unhurried
@given(week=st.lists(spans, min_size=7, max_size=7))
def test_every_minute_that_was_typed_is_meant_and_no_other(week):
    typed, meant = [], [False] * (7 * DAY)
    for number, day in enumerate(week):
        for start, end in day:
            if end < start <= 12 * 60:
                continue  # asked whether morning or evening
            typed.append(f"{DAYS[number]} {start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}")
            for minute in range(start, end if end > start else end + DAY):
                meant[(number * DAY + minute) % (7 * DAY)] = True

    read = opening("\n".join(typed))

    assert _as_minutes(read or Opening(week=((),) * 7)) == meant


def _as_minutes(read: Opening) -> list[bool]:
    """Which minutes of a week somebody is there, however the spans are cut."""
    there = [False] * (7 * DAY)
    for number, day in enumerate(read.week):
        for span in day:
            for minute in range(span.start, span.end):
                there[(number * DAY + minute) % (7 * DAY)] = True
    return there


def test_a_span_past_midnight_ends_on_the_next_day():
    assert opening("Saturday 22:00-3:30").week[5] == (Span(22 * 60, DAY + 3 * 60 + 30),)
