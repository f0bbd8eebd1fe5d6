"""Which messages wait for the hours that a person named: all but a code they asked for this minute.

Every message to a person stands here; a new one without a line fails a test. One that is missing all the same waits.
"""

from enum import StrEnum
from typing import Final

from people.domain.events import EVENTS
from people.enums import Audience


class Urgency(StrEnum):
    """By which rule a message goes out."""

    ASKED_NOW = "asked for by the person this minute: answered now, where they asked for it"
    BY_THE_RULES = "waits for their days and hours"
    HOLDS_A_KEY = "waits for their days and hours; it holds a code, so it never goes out without its words"


TO_A_PERSON: Final = frozenset({Audience.AUTHOR, Audience.SPEAKER})

CLASSES: Final[dict[str, Urgency]] = {
    "people/sign_in_code": Urgency.ASKED_NOW,
    "people/invited": Urgency.HOLDS_A_KEY,
    "storybank/from_before": Urgency.HOLDS_A_KEY,
    "people/no_words": Urgency.BY_THE_RULES,
    "people/who_looked": Urgency.BY_THE_RULES,
    "people/new_supporter": Urgency.BY_THE_RULES,
    "consent/a_month_later": Urgency.BY_THE_RULES,
    "consent/what_came_of_it": Urgency.BY_THE_RULES,
    "consent/we_ended_it": Urgency.BY_THE_RULES,
    "consent/did_not_count": Urgency.BY_THE_RULES,
    "consent/ends_soon": Urgency.BY_THE_RULES,
    "consent/ends_in_two_weeks": Urgency.BY_THE_RULES,
    "consent/read_again": Urgency.BY_THE_RULES,
    "consent/came_down": Urgency.BY_THE_RULES,
    "consent/complaint_acknowledged": Urgency.BY_THE_RULES,
    "consent/complaint_answered": Urgency.BY_THE_RULES,
    "consent/somebody_asked": Urgency.BY_THE_RULES,
    "consent/decided_about_it": Urgency.BY_THE_RULES,
    "consent/grown_up": Urgency.BY_THE_RULES,
    "storybank/please_look": Urgency.BY_THE_RULES,
    "storybank/please_choose": Urgency.BY_THE_RULES,
    "storybank/second_yes_ready": Urgency.BY_THE_RULES,
    "storybank/it_is_up": Urgency.BY_THE_RULES,
    "storybank/it_has_stopped": Urgency.BY_THE_RULES,
    "storybank/say_who": Urgency.BY_THE_RULES,
    "storybank/answered_you": Urgency.BY_THE_RULES,
    "storybank/please_read_typed": Urgency.BY_THE_RULES,
    "storybank/how_is_it": Urgency.BY_THE_RULES,
    "storybank/look_at_answer": Urgency.BY_THE_RULES,
    "storybank/something_for_you": Urgency.BY_THE_RULES,
    "storybank/stopped_copy": Urgency.BY_THE_RULES,
    "storybank/may_they_read": Urgency.BY_THE_RULES,
    "storybank/you_are_in_it": Urgency.BY_THE_RULES,
    "home/erase_asked": Urgency.BY_THE_RULES,
    "home/takes_longer": Urgency.BY_THE_RULES,
    "home/keep_drafts": Urgency.BY_THE_RULES,
    "home/keep_ended_stories": Urgency.BY_THE_RULES,
    "speakers/invitation": Urgency.BY_THE_RULES,
    "speakers/booking_confirmed": Urgency.BY_THE_RULES,
    "speakers/called_off": Urgency.BY_THE_RULES,
}


def class_of(event: str) -> Urgency:
    return CLASSES.get(event, Urgency.BY_THE_RULES)


def without_a_class() -> frozenset[str]:
    """Messages to a person that nobody has thought about; and lines here for messages that are gone."""
    to_people = {event for event, words in EVENTS.items() if words.audience in TO_A_PERSON}
    return frozenset(to_people ^ CLASSES.keys())
