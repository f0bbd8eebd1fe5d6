"""However a way to reach somebody is spelt, it is taken out; and no story about numbers or phones is cut."""

import time

import pytest

from storybank.domain.replies.gaps import said_with_gaps
from storybank.domain.replies.taking_out import as_typed, take_out

REACHES = [
    "07700 nine hundred 123",
    "07seven00 900 one23",
    "zero 7 seven 0 oh 9 0 0 1 2 3",
    "double oh seven seven, nine hundred one two three",
    "sero saith saith sero sero naw",
    "pedwar tair dwy saith saith sero",
    "0;7;7;0;0;9;0;0;1;2;3",
    "0\n7\n7\n0\n0\n9\n0\n0\n1\n2\n3",
    "07700\u0336 9\u03360\u03360123",
    "0\ufe0f\u20e37\ufe0f\u20e37\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e39\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e3",
    "O77OO 9OO I23",
    "j o e @ p o s t . e x a m p l e",
    "joe.post[.]example",
    "post (dot) example",
    "www dot joe dot co dot uk",
    "joe。com",
    "t.me/joe",
    "post . example / joe",
    "look me up on facebook, I am Joe Bloggs",
    "snap me joe",
    "ig: joe",
    "joe_77 on insta",
    "kik joe77",
    "joe at gm\u0430il",
    "L S 1 4 A B",
    "LS1 4 AB",
    "A 1 2 3 4 B C",
    "A 1234 B C",
    "look for Joe Bloggs on Facebook",
    "my handle is joe",
    "joe (a) post . example",
    "post dot com slash joe",
    "PO Box 77",
]
STAYS = [
    "I have six kids. One, two and three are at school; four is in the garden.",
    "We were on the wing in 1998, 2003 and 2011, and I counted 1, 2, 3 to sleep.",
    "Un, dau, tri, said my girl, and then she laughed.",
    "She rang me from the hall phone. It was 7.30, and I had 20p left.",
    "I saw on Facebook that the visits hall was open. My sister is on it day and night.",
    "And/or the other way round. He said oh no, oh well.",
    "A to B is 1 mile; I walked it 2 or 3 times a day.",
    "Я прочитала и плакала.",
    "The dot on the map was home.",
    "I looked for my son on the list by the door. My account of it is long.",
]


@pytest.mark.parametrize("reach", REACHES)
def test_an_odd_spelling_is_taken_out_like_a_plain_one(reach):
    taken = take_out(as_typed(f"Thank you for this: {reach}. Be well."))

    assert taken.gaps >= 1
    assert said_with_gaps(taken.words).startswith("Thank you for this")
    assert not any(sign.isdigit() for sign in taken.words)
    assert not {"joe", "77", "oh", "saith", "seven"} & set(taken.words.casefold().replace(".", " ").split())


@pytest.mark.parametrize(
    "text",
    ["1 " * 500, "a " * 500, "o" * 1000, "a dot " * 166, "one" * 333, "1\n;" * 333, "j." * 500, "@ " * 500],
)
def test_no_letter_takes_long_to_read(text):
    began = time.process_time()

    take_out(as_typed(text))

    assert time.process_time() - began < 1


@pytest.mark.parametrize("text", STAYS)
def test_what_reaches_nobody_stays_to_the_letter(text):
    taken = take_out(as_typed(text))

    assert (taken.words, taken.gaps) == (text, 0)
