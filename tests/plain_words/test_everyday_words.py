"""The house's own words (edition, recall, hold …) are said to no author, speaker or person in it; everyday ones are."""

import re

import pytest

from tests.plain_words import from_code, from_templates
from tests.plain_words.test_plain_words import everything_said

BANNED = (
    *("edition", "appearance", "permission", "evidence", "withdrawn", "safeguarding review", "jigsaw"),
    *("recall", "hold", "paused", "cooling-off", "outing", "invalidated", "teach-back", "receipt"),
    *("submit", "redact", "workflow", "invalid", "please note"),
)
"""Left column of the table in the style of the house, and four words of forms; each with its endings."""
FOUND = re.compile(rf"\b(?:{'|'.join(BANNED)})(?:s|ed|ted|ting|ing)?\b", re.IGNORECASE)


def test_nothing_that_is_said_to_people_has_a_word_of_the_house_in_it():
    said = everything_said()

    wrong = [f"{where}: {part}" for where, parts in said.items() for part in parts if FOUND.search(part)]

    assert "\n".join(wrong) == ""
    assert len(said) > 300


@pytest.mark.parametrize("word", [*BANNED, "holds", "Paused.", "submitted", "permissions", "Withdrawn"])
def test_one_planted_in_a_page_a_message_code_or_a_paper_is_found(word):
    sentence = f"We think {word} is here now."

    said = [
        from_templates.sayings(f'{{% load i18n %}}<p>{{% translate "{sentence}" %}}</p>'),
        from_templates.sayings(f'<p data-paused="{sentence}"></p>'),
        from_templates.sayings(f"Hello,\n\n{sentence}", html=False),
        from_code.sayings(f'x = _("{sentence}")'),
        from_code.sayings_of_paper(f"= Your copy\n#par[{sentence}]\n"),
    ]

    assert [any(FOUND.search(part) for part in parts) for parts in said] == [True] * len(said)


@pytest.mark.parametrize("word", ["household", "threshold", "additions", "validated", "resting", "your copy"])
def test_a_word_that_only_looks_like_one_is_let_through(word):
    assert FOUND.search(f"The {word} is here.") is None
