"""Settling: after a change of consent the pages follow, retried until they do. The readers' gate is dark before."""

from datetime import datetime

from consent.domain.clearance.owing import try_all, try_quietly
from consent.domain.record.locking import locked_file
from people import clock
from storybank.domain import its_moment
from storybank.domain.publishing import publish_cleared, take_down_uncleared
from storybank.domain.reminding import tell_that_it_is_up
from storybank.domain.searching.rows import bring_into_line
from storybank.domain.taking_back import take_back_what_is_not_so
from storybank.models import Settling, StoryPage


def owe(file_id: int, *, at: datetime) -> None:
    """Write down that the pages of this file must follow; one row a file however often it changes."""
    Settling.objects.get_or_create(file_id=file_id, defaults={"owed_since": at})


def settle(file_id: int) -> None:
    """Publish what has become cleared, take down what no longer is, under the file's lock; then the debt is paid.

    What waits for its moment is no debt: `settle_due` finds it when the moment has come.
    """
    with locked_file(file_id):
        moment = its_moment.draw()
        for page in StoryPage.objects.filter(file_id=file_id).order_by("id"):
            take_down_uncleared(page)
            if publish_cleared(page, moment=moment):
                tell_that_it_is_up(page)
            take_back_what_is_not_so(page)
        Settling.objects.filter(file_id=file_id).delete()


def settle_quietly(file_id: int) -> None:
    """Settle after a commit: a failure is logged, leaves the row, and is tried again by `settle_due`."""
    try_quietly(Settling.objects, file_id, work=settle)


def settle_due() -> int:
    """Every debt still open, and what has its moment to go up; run by the clock job. Says how many were tried."""
    for file_id in its_moment.due():
        owe(file_id, at=clock.now())
    return try_all(Settling.objects, quietly=settle_quietly)


def sweep() -> int:
    """Take down every live page whose clearance has run out by the clock alone, and bring what a search
    looks in into line. Readers saw it dark already."""
    dark = 0
    for page in StoryPage.objects.filter(live=True).order_by("id").iterator():
        with locked_file(page.file_id):
            dark += take_down_uncleared(page)
    bring_into_line()
    return dark
