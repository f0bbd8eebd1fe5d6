"""Erasing a person from every room, top to bottom, in one transaction; the consent record stays whole, says nothing.

First everything stops, so that readers' pages are dark whatever comes after. Then each room empties itself. What lies
outside the database's rows (files, free pages of an SQLite file) is cleared after the commit.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from consent.domain.care import complaints
from consent.domain.record.locking import locked
from consent.domain.rights import erasing as consent_erasing
from consent.domain.rights.own_concerns import forget_concerns_of
from consent.domain.stop.stopping import stop
from consent.enums import Method
from home.models import RightsRequest
from home.rights import copying, scrubbing
from people import clock
from people.domain import erasing as people_erasing
from people.domain import vault
from people.models import Person
from speakers.domain import erasing as speakers_erasing
from storybank.domain import erasing as storybank_erasing
from storybank.domain.erasing_people import erase_person
from storybank.domain.paper_packs import forget_packs_of

if TYPE_CHECKING:
    from consent.models import ConsentFile
    from people.models import User

OPEN = (RightsRequest.State.ASKED, RightsRequest.State.BUILDING)


class CannotErase(ValueError):
    """Erasing is not possible now; the message says why and what to do, for staff."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What went: files of their own, files written with others, files of others they were in."""

    own: int
    joint: int
    only_in: int


def refuse_if_held(person: Person) -> None:
    if consent_erasing.held_by_law(person):
        raise CannotErase(
            "A court or the law keeps something of theirs, so nothing may be destroyed now."
            " End that first, or tell the person why it has to wait."
        )


def erase(person: Person, *, by: "User | None", journal: str = "") -> Erased:
    """Irreversible. Raises `CannotErase` while a court holds one of their files. Safe to repeat.

    `journal` names the line of the stop journal when an erasure is made again after a backup was restored. A court's
    hold in that backup was released before the erasure, so it does not stand in the way.
    """
    if journal:
        stop(person, method=Method.JOURNAL, journal=journal)
    else:
        refuse_if_held(person)
        stop(person, method=Method.STAFF if by else Method.SYSTEM, recorded_by=by)
    addresses = [vault.everything(person).get(name, "") for name in ("email", "phone")]
    with locked([file.pk for file in consent_erasing.reach_of(person).all]):
        reach = consent_erasing.reach_of(person)
        speakers_erasing.erase(person)
        codes = storybank_erasing.erase_files(reach.written)
        forget_packs_of(person)
        erase_person(person)
        consent_erasing.erase(person, by=by, journal=journal)
        complaints.erase(person)
        forget_concerns_of(person)
        _forget_requests(person)
        people_erasing.erase(person, codes=codes)
        scrubbing.forget_finished_work()
        scrubbing.forget_searched_words()
    transaction.on_commit(lambda: scrubbing.scrub(people_erasing.files_with(addresses)), robust=True)
    return Erased(own=len(reach.own), joint=len(reach.joint), only_in=len(reach.only_in))


def erase_again(person: Person, *, journal: str) -> Erased:
    """A backup was restored, and they had been erased since. Their asking, where the backup knows it, is done."""
    with transaction.atomic():
        done = erase(person, by=None, journal=journal)
        asked = RightsRequest.objects.filter(person=person, state__in=OPEN)
        asked.update(state=RightsRequest.State.DONE, done_at=clock.now())
    return done


def erase_file(file: "ConsentFile", *, journal: str = "") -> None:
    """One thing whose time is over, with everything under it, and nobody."""
    with locked([file.pk]):
        storybank_erasing.erase_files([file])
        consent_erasing.erase_file(file, by=None, journal=journal)
        if journal:
            scrubbing.forget_searched_words()
            transaction.on_commit(scrubbing.scrub, robust=True)


def _forget_requests(person: Person) -> None:
    """Their copies, also those on their way, and what was noted when they asked. That they asked, and when, stays."""
    mine = RightsRequest.objects.filter(person=person)
    for request in mine:
        copying.forget(request)
    copies = mine.filter(kind=RightsRequest.Kind.COPY, state__in=OPEN)
    copies.update(state=RightsRequest.State.CANCELLED, done_at=clock.now())
    mine.update(note="", extended_why="")
