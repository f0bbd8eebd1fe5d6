"""Where a story had been before its author said stop, and what came of asking for it back."""

from datetime import datetime, timedelta

from consent.domain.out import following_up, outings, recalling
from consent.domain.out.outings import Kind
from consent.enums import RecallState
from people import clock
from people.domain import delivering

LANTERN = "Rhona Tessler, The Kestlewick Lantern"
FUND = "The Alderbrook Fund"
BOOKLET = "The summer booklet, 400 copies"


def hand_over_before_the_stop(edition_id: int, *, since: datetime) -> None:
    """A newspaper, a fund and a printed booklet had it, some weeks after it went up."""
    for days, use, kind, recipient, contact, where in (
        (14, "funders", Kind.PACK, FUND, "", "Their yearly report"),
        (30, "printed", Kind.PRINT, BOOKLET, "", "Libraries and waiting rooms"),
        (45, "newspapers", Kind.PACK, LANTERN, "newsdesk@lantern.example", "The Saturday page"),
    ):
        with clock.at(since + timedelta(days=days)):
            outings.begin(edition_id, use=use, kind=kind, recipient=recipient, contact=contact, where=where)


def ask_for_it_back(file_id: int) -> None:
    """The letter went within the hour; the fund took its copy out; the newspaper has not answered."""
    with clock.at(clock.now() - timedelta(days=5) + timedelta(minutes=6)):
        following_up.follow_up_due()
        delivering.deliver_due()
        following_up.note_what_went()
    for uid in recalling.to_do_in(file_id):
        with clock.at(clock.now() - timedelta(days=5) + timedelta(minutes=40)):
            recalling.mark(uid, to=RecallState.ASKED)
        with clock.at(clock.now() - timedelta(days=3)):
            recalling.mark(uid, to=RecallState.DONE, note="Page 12 is gone from their report. I looked.")
