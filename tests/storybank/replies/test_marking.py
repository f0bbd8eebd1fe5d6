"""What a letter says that somebody must look at twice, in words as people type them."""

import pytest

from storybank.domain.replies.marking import Mark, marks_of
from storybank.domain.replies.taking_out import take_out

MARKED = [
    ("I know who you are.", Mark.KNOWS),
    ("i think i know you", Mark.KNOWS),
    ("Is this really you? We were in the same wing.", Mark.KNOWS),
    ("I recognised you at once.", Mark.KNOWS),
    ("Dw i'n gwybod pwy wyt ti.", Mark.KNOWS),
    ("Hello Dee, well done.", Mark.KNOWS),
    ("We will find you.", Mark.THREAT),
    ("You'll pay for this. Watch your back.", Mark.THREAT),
    ("I know where you live", Mark.THREAT),
    ("I want to die.", Mark.DANGER),
    ("Last night I nearly killed it all, I cannot go on.", Mark.DANGER),
    ("He hits me every Friday.", Mark.DANGER),
    ("Could I meet you for a coffee?", Mark.MEETS),
    ("I am a journalist.", Mark.MEETS),
    ("Meet me at the bus stop by the market, Friday 6pm.", Mark.MEETS),
    ("Hoffwn i gwrdd â chi.", Mark.MEETS),
    ("Joe Bloggs, the one on Facebook with the dog.", Mark.ELSEWHERE),
    ("joe b on snap, ask anybody", Mark.ELSEWHERE),
    ("joebloggs dot com has more", Mark.ELSEWHERE),
    ("Write to me at joe@post.example", Mark.GAPS),
]
PLAIN = [
    "Your kettle made me cry on the bus. Thank you for telling it.",
    "I know how hard that is. I know you will be fine.",
    "I hope you find your way, and get your garden back.",
    "My brother is inside. You helped me write to him.",
    "I remember my own first visit. The biscuits were terrible.",
    "We met every Tuesday, my mother and me, until the ferry stopped.",
    "There was a dot on the map and a snap of cold weather coming.",
]


@pytest.mark.parametrize(("text", "mark"), MARKED)
def test_a_sign_is_seen(text, mark):
    assert mark in marks_of(take_out(text), typed=text, called=["Dee"])


@pytest.mark.parametrize("text", PLAIN)
def test_a_kind_letter_has_no_mark(text):
    assert marks_of(take_out(text), typed=text, called=["Dee"]) == []
