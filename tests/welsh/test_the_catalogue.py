"""The one catalogue of the Welsh of the screens: what is written in it is whole, and the machine reads the same."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from django.utils import translation
from django.utils.translation import gettext, ngettext

from storybank.config import catalogue

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
FORMS = 4


def _slots(words: str) -> list[str]:
    return sorted({*PLACEHOLDER.findall(words), *TAG.findall(words)})


def _pairs(message: Message) -> list[tuple[str, tuple[str, ...]]]:
    """Each Welsh form with the English it may stand for: one thing alone may be said without its number."""
    if isinstance(message.id, str):
        return [(message.string, (message.id,))]
    one, many = message.id
    return [(words, (one, many) if n == 0 else (many,)) for n, words in enumerate(message.string)]


def _written() -> list[Message]:
    return [one for one in catalogue.written() if one.id and any(one.string or "")]


def test_every_slot_and_tag_of_the_english_stands_in_the_welsh():
    other = [
        words
        for message in _written()
        for words, english in _pairs(message)
        if _slots(words) not in [_slots(one) for one in english]
    ]

    assert other == []


def test_each_plural_has_all_its_forms():
    plurals = [one for one in _written() if not isinstance(one.id, str)]

    assert plurals
    assert [one.id for one in plurals if len(one.string) != FORMS or not all(one.string)] == []


def test_no_sentence_is_a_guess():
    assert [one.id for one in catalogue.written() if "fuzzy" in one.flags] == []


def test_a_sentence_ends_as_the_english_ends():
    ends = ".?:…"
    other = [
        message.string
        for message in _written()
        if isinstance(message.id, str) and (message.id[-1] in ends or message.string[-1] in ends)
        if message.string[-1] != message.id[-1]
    ]

    assert other == []


def test_nothing_shouts():
    assert [one.string for one in _written() if "!" in str(one.string)] == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 munud"),
        (1, "1 munud"),
        (2, "2 funud"),
        (3, "3 munud"),
        (6, "6 munud"),
        (8, "8 munud"),
        (11, "11 munud"),
    ],
)
def test_welsh_counts_in_its_own_way(number: int, words: str):
    with translation.override("cy"):
        said = ngettext("%(minutes)s minute", "%(minutes)s minutes", number) % {"minutes": number}

    assert said == words


def test_one_and_two_people_are_counted_apart_from_many():
    one, many = "One person heard it.", "%(number)s people heard it."
    with translation.override("cy"):
        said = [ngettext(one, many, number) % {"number": number} for number in (1, 2, 3, 8)]

    assert said == [
        "Clywodd un person ef.",
        "Clywodd 2 berson ef.",
        "Clywodd 3 o bobl ef.",
        "Clywodd 8 o bobl ef.",
    ]


def test_what_is_not_in_welsh_yet_stands_as_it_is():
    with translation.override("cy"):
        assert gettext("Nobody has written this on any screen") == "Nobody has written this on any screen"


def test_the_machine_reads_what_people_wrote():
    catalogue.make()

    assert catalogue.make() is False


def test_a_word_put_right_is_read_after_the_next_make(tmp_path: Path):
    po = tmp_path / "django.po"
    po.write_text(catalogue.HEADER + 'msgid "Stories"\nmsgstr "Straeon"\n', encoding="utf-8")
    made = [catalogue.make(po)]
    before = po.with_suffix(".mo").read_bytes()
    po.write_text(po.read_text(encoding="utf-8").replace("Straeon", "Chwedlau"), encoding="utf-8")

    made.append(catalogue.make(po))

    assert made == [True, True]
    assert b"Straeon" in before
    assert b"Chwedlau" in po.with_suffix(".mo").read_bytes()


def test_gathering_keeps_what_is_written_and_lets_go_of_what_no_screen_says(tmp_path: Path):
    po = tmp_path / "django.po"
    old = 'msgid "Stories"\nmsgstr "Straeon"\n\nmsgid "No screen says this"\nmsgstr "Dim"\n'
    po.write_text(catalogue.HEADER + old, encoding="utf-8")

    sentences, empty = catalogue.gather(po)

    after = catalogue.written(po)
    assert after.get("Stories").string == "Straeon"
    assert after.get("No screen says this") is None
    assert empty == sentences - 1


def test_the_catalogue_names_no_lines_so_that_two_changes_meet():
    words = catalogue.PO.read_text(encoding="utf-8")

    assert "#:" not in words
    assert "POT-Creation-Date" not in words
