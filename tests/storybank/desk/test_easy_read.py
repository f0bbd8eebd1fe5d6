"""The notice for people who read little: one idea a line, each with a picture of our own drawn set."""

from pathlib import Path

import pytest
import textstat

from consent.notices import NOTICES
from consent.notices_in_it_forms import FORMS_IN_IT
from storybank.desk.easy_read import PICTURES, TALKING, drawing_of, parts_of
from tests.architecture.the_house import ROOT

EASY = [notice for notice in (*NOTICES, *FORMS_IN_IT) if notice.format == "easy_read"]
DRAWINGS = ROOT / Path("templates/storybank/desk/parts/drawing.html")


@pytest.mark.parametrize("notice", EASY, ids=lambda notice: f"{notice.key}-{notice.language}")
def test_every_line_is_short_and_says_one_thing(notice):
    parts = parts_of(notice.text)
    lines = [line.words for part in parts for line in part.lines]

    assert " ".join([*(part.heading for part in parts), *lines]).split() != []
    assert [line for line in lines if len(line.split()) > 15] == []
    assert [line for line in lines if textstat.sentence_count(line) > 1] == []
    assert sorted(" ".join(lines).split()) == sorted(
        word for part in notice.text.split("\n\n") if not part.endswith("?") for word in part.split()
    )


def test_every_picture_is_drawn_and_fits_what_is_said():
    drawn = DRAWINGS.read_text()

    assert [
        name for name in (*(name for name, _ in PICTURES), TALKING) if f'drawing == "{name}"' not in drawn
    ] == []
    assert {
        words: drawing_of(words)
        for words in (
            "Yes. You can stop on any day.",
            "We wait.",
            "No is fine.",
            "Yes means we can.",
            "You told us.",
        )
    } == {
        "Yes. You can stop on any day.": "hand",
        "We wait.": "clock",
        "No is fine.": "cross",
        "Yes means we can.": "tick",
        "You told us.": "speech",
    }
