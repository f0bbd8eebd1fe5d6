"""What this room tells the replay of the stop journal: how to erase, to delete, and to say a small no again."""

from uuid import UUID

from consent.domain.acts import ending_soon
from consent.domain.care import lost_age, lost_conflict
from consent.domain.journal import erasing_again
from home.rights import erasing
from people.domain import reading_aloud
from speakers.domain import resting
from storybank.after import happened, skills
from storybank.answers import deciding
from storybank.domain import drafts, never_know, shown_to_nobody, takes, whose_words
from storybank.domain.replies import giving as letters_given
from storybank.domain.replies import wishing
from storybank.thanks import giving
from storybank.workshop import pieces

NOES: dict[str, erasing_again.SayNo] = {
    "letters": happened.want_none_again,
    "thanks": giving.decline_again,
    "skill": skills.decline_again,
    "renewal": ending_soon.let_it_end_again,
    "replies": wishing.want_none_again,
    "whose_words": whose_words.tell_nobody_again,
    "never_know": never_know.look_again,
    "not_kept": never_know.take_away_again,
    "together": pieces.say_no_again,
    "answer": deciding.take_down_again,
    "answer_anew": deciding.ask_anew,
    "not_happened": deciding.not_kept_again,
    "being_asked": resting.rest_again,
    "age": lost_age.rest_again,
    "shown_part": shown_to_nobody.again,
    "conflict": lost_conflict.declare_again,
}
"""By the names that stand in the journal; they stay for ever, for a journal is never rewritten."""


def throw_part_away(uid: UUID) -> bool:
    """Whichever it is: a voice note, a line of a list, a letter they had, a recording of our own words."""
    throws = (
        takes.throw_away_again,
        skills.take_off_again,
        letters_given.throw_away_again,
        reading_aloud.remove_again,
    )
    return any(throw(uid) for throw in throws)


erasing_again.register(
    erasing_again.Verbs(
        person=erasing.erase_again,
        file=erasing.erase_file,
        private=drafts.throw_away_again,
        part=throw_part_away,
        noes=NOES,
    )
)
