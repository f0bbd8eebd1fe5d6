"""A text of which nobody would see anything is no text, in whatever way it was made; every word stays as it is."""

import pytest

from people.in_sight import in_sight

SEEN = ["a", ".", "0", "😀", "👩‍👧‍👦", "ŵ", "שלום", "\u202eright to left", "\u200ba", "\u0301", "\U0001fae9"]
UNSEEN = [
    "",
    " \n\t\r",
    "\x00\x07",
    "\u00a0\u2003\u3000",
    "\u200b\u200c\u200d\u2060\ufeff",
    "\u00ad",
    "\u202e\u2066",
    "\u2028",
    "\u2800",
    "\u115f\u1160\u3164\uffa0",
    "\u034f\u180e\ufe0f\U000e0100",
    "\ue000",
    "\ud800",
    "\U000e0041",
]


@pytest.mark.parametrize("text", SEEN)
def test_what_can_be_seen_stays_sign_for_sign(text):
    assert in_sight(text) == text


@pytest.mark.parametrize("text", UNSEEN)
def test_what_nobody_sees_is_empty(text):
    assert in_sight(text) == ""
