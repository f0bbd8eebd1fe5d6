"""Keeping our word after a stop: everything that the clock job owes, in order."""

from consent.domain.out.following_up import follow_up_due
from consent.domain.out.mending import mend_cases
from consent.domain.out.reminding import remind, tell_a_month_later
from consent.domain.out.running_out import ask_back_what_ran_out, end_what_is_over


def keep_our_word() -> int:
    """Safe at any time. Says how many cases were mended, opened or followed up."""
    end_what_is_over()
    done = mend_cases() + ask_back_what_ran_out() + follow_up_due()
    tell_a_month_later()
    return done + remind()
