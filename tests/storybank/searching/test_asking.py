"""What somebody types is read kindly, whatever it is: as words, or as a reason why nothing is looked for."""

import pytest

from storybank.domain.searching.asking import LONGEST, MOST, Why, read

READ = {
    "kettle": [("kettle",)],
    "  Kettle  KETTLE ": [("kettle",)],
    "Siân's café": [("sian",), ("cafe",)],
    "the kettle and the tea": [("kettle",), ("tea",)],
    '"kettle on for her" tea': [("kettle", "on", "for", "her"), ("tea",)],
    "“kettle on” tea": [("kettle", "on"), ("tea",)],
    '"kettle on': [("kettle",)],
    '"the kettle"': [("the", "kettle")],
    "self-harm": [("self", "harm")],
    "don't stop": [("stop",)],
    "vitamin d": [("vitamin",)],
    "9 lives": [("lives",)],
    "tea 🫖": [("tea",)],
    "tea\x00pot": [("teapot",)],
    "' OR 1=1 --": [("1", "1")],
    "NEAR(a b) AND title:x*": [("near",), ("title", "x")],
    "{{ kettle }}": [("kettle",)],
    "<script>alert</script>": [("script", "alert", "script")],
}
WHY_NOT = {
    "": Why.NOTHING,
    " \t\n": Why.NOTHING,
    "\x00": Why.NOTHING,
    "a": Why.ONE_LETTER,
    "ŵ": Why.ONE_LETTER,
    "x": Why.ONE_LETTER,
    "🫖": Why.NO_WORDS,
    "?! … %": Why.NO_WORDS,
    "\u202e\u200f": Why.NO_WORDS,
    "and the": Why.SMALL_WORDS,
    '"to be or not to be"': Why.SMALL_WORDS,
    "don't": Why.SMALL_WORDS,
}


@pytest.mark.parametrize("typed", READ)
def test_words_and_quoted_words_are_read(typed):
    asked = read(typed)

    assert [*asked.terms] == READ[typed]
    assert (asked.why_not, asked.cut) == (None, False)


@pytest.mark.parametrize("typed", WHY_NOT)
def test_what_is_no_question_says_why(typed):
    assert read(typed).why_not is WHY_NOT[typed]


def test_what_is_too_long_is_read_as_far_as_it_goes_and_says_so():
    long, many = read("kettle " * 150_000), read(" ".join(f"word{n}" for n in range(MOST + 1)))

    assert (long.terms, long.cut, len(long.typed)) == ((("kettle",),), True, LONGEST)
    assert (len(many.terms), many.cut) == (MOST, True)


def test_one_endless_word_is_no_word():
    assert read("k" * LONGEST).why_not is Why.NO_WORDS
