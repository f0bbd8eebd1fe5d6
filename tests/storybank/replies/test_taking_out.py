"""Every way to reach somebody is taken out of a letter, and nothing else is touched."""

import pytest

from storybank.domain.replies.gaps import said_with_gaps
from storybank.domain.replies.taking_out import LEFT_OUT, as_typed, sentences, take_out, without

REACHES = [
    "joe.bloggs@post.example",
    "joe dot bloggs at post dot example",
    "joe@gmail",
    "ｊｏｅ＠ｐｏｓｔ．example",
    "07700 900123",
    "0 7 7 0 0 9 0 0 1 2 3",
    "+44 (0)1632 960123",
    "٠٧٧٠٠٩٠٠١٢٣",
    "oh seven seven double oh nine double oh one two three",
    "https://elsewhere.example/joe",
    "www.elsewhere.example",
    "joebloggs.com",
    "@joe_bloggs",
    "insta: joe_bloggs",
    "my snap is joebloggs",
    "WhatsApp - Joe from Harbour",
    "find me on Facebook as Joe Bloggs",
    "add me on snap",
    "my address is the blue house by the weir",
    "12 Mill Lane",
    "12 mill lane",
    "SW1A 1AA",
    "A1234BC",
    "jo\u200be@po\u200bst.example",
]
STAYS = [
    "Your kettle made me cry on the bus. Thank you for telling it.",
    "I read it 3 times, on 12 May 2024, at 7.30 in the morning.",
    "My son did 18 months in 2019. He is 42 now, and well.",
    "Samaritans are on 116 123, any time.",
    "I was at the crown court too. Half past two is the worst hour!",
    "👩‍👧 You are brave. Diolch o galon.",
    "<b>{{ 7*7 }}</b> '; DROP TABLE stories; --",
    "شكرا لك على هذه القصة",
]


@pytest.mark.parametrize("reach", REACHES)
def test_a_way_to_reach_somebody_is_taken_out_wherever_it_stands(reach):
    typed = as_typed(f"Thank you for this. {reach}. Be well.")

    taken = take_out(typed)

    assert said_with_gaps(taken.words).startswith("Thank you for this. ")
    assert taken.gaps >= 1
    assert not {"joe", "bloggs", "0900", "mill", "weir", "1AA", "1234", "elsewhere"} & set(
        taken.words.casefold().replace(".", " ").split()
    )
    assert not any(sign.isdigit() for sign in taken.words)


@pytest.mark.parametrize("text", STAYS)
def test_what_reaches_nobody_stays_to_the_letter(text):
    taken = take_out(as_typed(text))

    assert (taken.words, taken.gaps) == (text, 0)


def test_two_ways_side_by_side_are_one_gap_and_it_is_said_in_words():
    taken = take_out("Thank you. Ring 07700 900123 joe@post.example today.")

    assert taken.gaps == 1
    assert said_with_gaps(taken.words) == "Thank you. Ring [we took out a way to reach somebody] today."


def test_signs_of_ours_and_signs_that_turn_the_line_cannot_be_typed():
    assert as_typed("a\ue000b\ue001c\u202ed\x00e\r\nf") == "abcde\nf"


def test_a_sentence_left_out_is_said_and_the_others_stay_as_they_were():
    words = "You are brave. You deserved it. I mean it kindly.\nGoodbye."

    left = without(words, {1, 2})

    assert "".join(sentences(words)) == words
    assert left == f"You are brave. {LEFT_OUT}\nGoodbye."
    assert said_with_gaps(left) == "You are brave. [we left something out]\nGoodbye."
