"""Every message the house can send: what it is for, who reads it, and which words are filled in for them."""

from dataclasses import dataclass
from typing import Final

from people.enums import Audience, Channel

# Filled in by the outbox itself; `called` only where the message is to a person.
EVERYWHERE: Final = frozenset({"charity", "sender", "phone", "cover_hours", "my_page", "work_page"})
TO_A_PERSON: Final = frozenset({"called"})


@dataclass(frozen=True, slots=True)
class EventWords:
    """`placeholders` come from whoever causes the message, beside those the outbox fills in by itself."""

    title: str
    audience: Audience
    placeholders: frozenset[str] = frozenset()

    @property
    def allowed(self) -> frozenset[str]:
        to_a_person = TO_A_PERSON if self.audience in {Audience.AUTHOR, Audience.SPEAKER} else frozenset()
        return self.placeholders | EVERYWHERE | to_a_person

    @property
    def channels(self) -> tuple[Channel, ...]:
        """People choose their channel; staff and organisers get e-mail."""
        if self.audience in {Audience.AUTHOR, Audience.SPEAKER}:
            return (Channel.EMAIL, Channel.SMS, Channel.LETTER, Channel.PHONE)
        return (Channel.EMAIL,)


def _event(title: str, audience: Audience, *placeholders: str) -> EventWords:
    return EventWords(title, audience, frozenset(placeholders))


EVENTS: Final[dict[str, EventWords]] = {
    "people/sign_in_code": _event("A code to sign in", Audience.AUTHOR, "code"),
    "people/invited": _event("The letter with the card", Audience.AUTHOR, "code"),
    "people/new_supporter": _event("Somebody new stands beside them", Audience.AUTHOR, "new_supporter"),
    "people/who_looked": _event(
        "Who opened their details, once a month", Audience.AUTHOR, "looks", "times", "first_day", "last_day"
    ),
    "people/no_words": _event("A message that shows no words", Audience.AUTHOR),
    "consent/please_take_down": _event(
        "Please take something down", Audience.ORGANISER, "mark", "sent_on", "link"
    ),
    "consent/please_take_down_again": _event(
        "A reminder to take something down", Audience.ORGANISER, "mark", "sent_on", "asked_on", "link"
    ),
    "consent/please_take_down_last": _event(
        "The last letter to take something down", Audience.ORGANISER, "mark", "sent_on", "asked_on", "link"
    ),
    "consent/a_month_later": _event("How their stop stands after a month", Audience.AUTHOR, "code"),
    "consent/someone_said_stop": _event("Somebody you support has said stop", Audience.STAFF, "code"),
    "consent/we_take_it_back": _event(
        "Something of somebody they support is taken back", Audience.STAFF, "code"
    ),
    "consent/what_came_of_it": _event("What came of their stop", Audience.AUTHOR, "code"),
    "consent/we_ended_it": _event("We ended a yes of theirs", Audience.AUTHOR, "what", "reason"),
    "consent/did_not_count": _event("A yes of theirs did not count", Audience.AUTHOR, "what", "reason"),
    "consent/ends_soon": _event("Something they agreed to ends soon", Audience.AUTHOR, "what_ends"),
    "consent/ends_in_two_weeks": _event(
        "Something they agreed to ends in two weeks", Audience.AUTHOR, "what_ends"
    ),
    "consent/we_ended_something": _event(
        "We ended something of somebody they support", Audience.STAFF, "code"
    ),
    "storybank/story_shared": _event("An author has shared a story", Audience.STAFF, "called", "code"),
    "storybank/please_look": _event("There are suggestions to look at", Audience.AUTHOR),
    "storybank/please_read_typed": _event("What they said is typed", Audience.AUTHOR),
    "storybank/please_choose": _event("There are choices to make", Audience.AUTHOR),
    "storybank/second_yes_ready": _event("The thinking time is over", Audience.AUTHOR),
    "storybank/it_is_up": _event("It can be read now", Audience.AUTHOR),
    "storybank/stopped_copy": _event("Their copy after a stop", Audience.AUTHOR, "code"),
    "storybank/suggestions_answered": _event("An author has answered suggestions", Audience.STAFF, "code"),
    "storybank/wrote_back": _event("An author has written back", Audience.STAFF, "code"),
    "storybank/answered_you": _event("An answer to what they wrote back", Audience.AUTHOR),
    "storybank/say_who": _event("A question about who is in it", Audience.AUTHOR),
    "storybank/from_before": _event("May we ask about words from before?", Audience.AUTHOR, "code_line"),
    "storybank/may_be_asked": _event(
        "Somebody may be asked about older words", Audience.STAFF, "called", "code"
    ),
    "storybank/may_ask_again": _event("Somebody says that we may ask again", Audience.STAFF, "code"),
    "storybank/words_show_too_much": _event(
        "The words show more than an author wants", Audience.STAFF, "code"
    ),
    "storybank/someone_in_it": _event("Somebody else may be known by a story", Audience.STAFF, "code"),
    "storybank/settle_first": _event("Somebody in it cannot be asked yet", Audience.STAFF, "code", "what"),
    "storybank/safety_check_wanted": _event("A safety check is wanted", Audience.STAFF, "code"),
    "storybank/never_know": _event("The author said who must never know", Audience.STAFF, "code"),
    "storybank/letter_worries": _event("A letter from a reader worries somebody", Audience.STAFF, "code"),
    "storybank/outsider_check": _event("A check by somebody outside", Audience.ORGANISER, "link"),
    "consent/outsider_check": _event(
        "Something to compare, for somebody outside", Audience.ORGANISER, "link"
    ),
    "consent/read_again": _event("What we tell people has changed", Audience.AUTHOR),
    "consent/came_down": _event("Something they are part of has come down for good", Audience.AUTHOR),
    "consent/complaint_new": _event("A new complaint", Audience.STAFF, "code", "left"),
    "consent/complaint_due": _event("A complaint waits to be acknowledged", Audience.STAFF, "code", "left"),
    "consent/complaint_acknowledged": _event("We have their complaint", Audience.AUTHOR, "code"),
    "consent/complaint_answered": _event("The answer to their complaint", Audience.AUTHOR, "code", "answer"),
    "home/erase_asked": _event("They asked to be erased", Audience.AUTHOR, "when", "code"),
    "home/takes_longer": _event("Their right takes longer than a month", Audience.AUTHOR, "when", "reason"),
    "home/keep_drafts": _event("What they wrote and left goes soon", Audience.AUTHOR, "when"),
    "home/keep_ended_stories": _event("What they ended long ago goes soon", Audience.AUTHOR, "when"),
    "home/erased": _event("The last word after erasing", Audience.ORGANISER),
    "storybank/may_they_read": _event("May somebody in it read it first?", Audience.AUTHOR),
    "storybank/you_are_in_it": _event("Somebody in it is asked", Audience.AUTHOR),
    "storybank/how_is_it": _event("How is it, after something went out?", Audience.AUTHOR),
    "storybank/it_has_stopped": _event("What several made together has stopped", Audience.AUTHOR),
    "storybank/wants_a_call": _event("Somebody would like a call", Audience.STAFF, "code"),
    "storybank/look_at_answer": _event("There is an answer to look at", Audience.AUTHOR),
    "storybank/something_for_you": _event("There is something for them to read", Audience.AUTHOR),
    "consent/concern_raised": _event("Somebody says they are in a story", Audience.STAFF, "code"),
    "consent/concern_look_now": _event("Say that we look at it", Audience.STAFF, "code"),
    "consent/concern_decide_now": _event("Decide about it", Audience.STAFF, "code"),
    "consent/concern_acknowledged": _event("We look at what they told us", Audience.ORGANISER),
    "consent/concern_answered": _event("Our answer to what they told us", Audience.ORGANISER, "answer"),
    "consent/somebody_asked": _event("Somebody has asked about it", Audience.AUTHOR),
    "consent/decided_about_it": _event("What we decided about it", Audience.AUTHOR, "answer"),
    "consent/grown_up": _event("They are 18 now", Audience.AUTHOR),
    "storybank/enquiry_handed_over": _event("An enquiry was handed to them", Audience.STAFF),
    "speakers/invitation": _event("Would you like to speak?", Audience.SPEAKER, "link", "answer_by"),
    "speakers/request_received": _event("Thank you for asking", Audience.ORGANISER, "organiser", "link"),
    "speakers/request_verify": _event("Is this your address?", Audience.ORGANISER, "organiser", "link"),
    "speakers/answer_received": _event("A speaker has answered", Audience.STAFF, "code"),
    "speakers/may_ask_again": _event("A speaker says that we may ask again", Audience.STAFF),
    "speakers/booking_confirmed": _event("It is agreed", Audience.SPEAKER, "link", "when"),
    "speakers/called_off": _event("It does not take place", Audience.SPEAKER, "link", "when"),
    "speakers/organiser_speaker_unavailable": _event(
        "The speaker cannot come", Audience.ORGANISER, "organiser", "link"
    ),
    "speakers/organiser_confirmed": _event(
        "A speaker is agreed", Audience.ORGANISER, "organiser", "link", "when"
    ),
}
