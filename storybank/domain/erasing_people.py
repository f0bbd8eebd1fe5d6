"""Erasing what this room holds about one person beside their words: thanks, and what came after."""

from people.models import Person
from storybank.models import (
    AfterWish,
    CheckIn,
    FromElsewhere,
    GroupSeat,
    NeverKnow,
    ReplyGiven,
    ReplyWish,
    SaidToUs,
    Skill,
    TellerSaid,
    ThanksGiven,
    WhatHappened,
    WorkshopSeat,
    YearlyTalk,
)

OF_A_PERSON = (
    AfterWish,
    CheckIn,
    FromElsewhere,
    GroupSeat,
    NeverKnow,
    ReplyGiven,
    ReplyWish,
    SaidToUs,
    Skill,
    TellerSaid,
    ThanksGiven,
    WhatHappened,
    WorkshopSeat,
    YearlyTalk,
)
"""Tables whose rows are one person's and go with them."""


def erase_person(person: Person) -> None:
    """Inside the caller's transaction."""
    for model in OF_A_PERSON:
        model.objects.filter(person=person).delete()
