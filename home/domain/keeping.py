"""Keeping house: everything the clock owes, in the order in which one thing follows from another."""

from dataclasses import dataclass

from consent.domain.acts import ending_letters, ending_soon
from consent.domain.care import complaints
from consent.domain.care.concern_clock import remind_of_concerns
from consent.domain.care.growing_up import rest_what_was_agreed_under_18
from consent.domain.journal import journal_roots, replaying
from consent.domain.out import keeping_word
from consent.domain.record import journaling
from home.rights import carrying_out, copying, keeping
from people.domain import delivering, looks
from speakers.domain import answering, rechecking
from storybank.after import checking_in
from storybank.domain import reminding, settling, sizes, takes_anew
from storybank.domain.forgetting import forget_what_is_over
from storybank.domain.replies import giving, wishing
from storybank.elsewhere import bringing
from storybank.legacy import bringing_in
from storybank.private_reading.making import end_what_is_over
from storybank.workshop import pieces


@dataclass(frozen=True, slots=True)
class Kept:
    """How many of each were dealt with."""

    journaled: int
    settled: int
    taken_down: int
    called_back: int
    told_of_ends: int
    ends_soon: int
    reminded: int
    told_of_looks: int
    grown_up: int
    rechecked: int
    expired: int
    brought_in: int
    complaints_due: int
    gone: int
    forgotten: int
    sent: int
    sized: int


def keep_house() -> Kept:
    """Safe to run at any time and as often as one likes; nothing readers see depends on it."""
    replaying.replay_quietly()
    kept = Kept(
        journaled=journaling.write_quietly(),
        settled=settling.settle_due(),
        taken_down=settling.sweep(),
        called_back=keeping_word.keep_our_word(),
        told_of_ends=ending_letters.tell_due(),
        ends_soon=ending_soon.write_to_whose_yes_ends_soon(),
        reminded=reminding.remind_of_second_yes()
        + remind_of_concerns()
        + checking_in.keep()
        + wishing.end_due()
        + giving.tell_due()
        + pieces.tell_of_stops()
        + bringing.keep(),
        told_of_looks=looks.tell_of_looks(),
        grown_up=rest_what_was_agreed_under_18(),
        rechecked=rechecking.recheck_due(),
        expired=answering.expire_due(),
        brought_in=bringing_in.resume() + takes_anew.resume(),
        complaints_due=complaints.remind_due(),
        gone=copying.forget_old() + carrying_out.forget_last_words() + keeping.keep(),
        forgotten=end_what_is_over() + forget_what_is_over(),
        sent=delivering.deliver_due(),
        sized=sizes.make_due(),
    )
    journal_roots.root_quietly()
    return kept
