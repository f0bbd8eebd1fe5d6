"""Holding replies: none of them says or hints that anybody has, or has not, told us a story."""

import pytest
from django.core.exceptions import ValidationError

from people import roles
from storybank.finder.press_words import KINDS, REPLIES, TERMS, problems, reset, set_words, tells, words_of
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("key", KINDS)
def test_the_houses_own_words_pass_their_own_check(key):
    assert problems(key, words_of(key).body) == []


def test_there_are_five_replies():
    assert len(REPLIES) == 5


@pytest.mark.parametrize(
    "sentence",
    [
        "We can confirm that she wrote this.",
        "We deny it.",
        "He told us in May.",
        "Our client has moved on.",
        "She is not known to us.",
        "He is none of ours.",
        "We have no record of him.",
        "The author has withdrawn.",
        "She refused to speak to you.",
        "They changed their mind.",
        "That story is not true.",
        "It was made up.",
        "We took it down on Monday.",
    ],
)
def test_what_tells_is_found(sentence):
    assert tells(sentence) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "We never say whether anybody has told us anything.",
        "We neither confirm nor deny, whoever you ask about.",
        "I will ring you at six.",
    ],
)
def test_what_leaves_it_open_passes(sentence):
    assert tells(sentence) == []


def test_the_charitys_own_words_stand_until_it_goes_back():
    staff = people.a_member_of_staff(roles.COMMS)
    set_words("more-time", "I will ring {outlet} before {deadline}.", by=staff)

    assert (
        words_of("more-time").filled(outlet="The Lantern") == "I will ring The Lantern before your deadline."
    )

    reset("more-time")
    assert words_of("more-time").own is False


@pytest.mark.parametrize("body", ["We can confirm it.", "Dear {name}", "", "   ", "half {a brace", "a }"])
def test_words_that_tell_or_cannot_be_filled_in_are_refused_and_nothing_is_kept(body):
    with pytest.raises(ValidationError):
        set_words("more-time", body, by=people.a_member_of_staff(roles.COMMS))

    assert words_of("more-time").own is False


def test_what_is_filled_in_is_never_read_for_placeholders_again():
    staff = people.a_member_of_staff(roles.COMMS)
    set_words(TERMS, "Only for {outlet}.", by=staff)

    assert words_of(TERMS).filled(outlet="{phone}") == "Only for {phone}."
