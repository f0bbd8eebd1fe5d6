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
from consent.domain.stop.stopping import stop
from consent.enums import Method
from home.rights import scrubbing
from people.domain import erasing as people_erasing
from people.domain import vault
from people.models import Person
from speakers.domain import erasing as speakers_erasing
from storybank.domain import erasing as storybank_erasing

if TYPE_CHECKING:
    from people.models import User


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
            "A court or the law holds something of theirs, so nothing may be destroyed now."
            " Release that hold first, or tell the person why it has to wait."
        )


def erase(person: Person, *, by: "User | None") -> Erased:
    """Irreversible. Raises `CannotErase` while a court holds one of their files. Safe to repeat."""
    refuse_if_held(person)
    stop(person, method=Method.STAFF if by else Method.SYSTEM, recorded_by=by)
    addresses = [vault.everything(person).get(name, "") for name in ("email", "phone")]
    with locked([file.pk for file in consent_erasing.reach_of(person).all]):
        reach = consent_erasing.reach_of(person)
        speakers_erasing.erase(person)
        codes = storybank_erasing.erase_files(reach.written)
        consent_erasing.erase(person, by=by)
        complaints.erase(person)
        people_erasing.erase(person, codes=codes)
        scrubbing.forget_finished_work()
        scrubbing.forget_searched_words()
    transaction.on_commit(lambda: scrubbing.scrub(people_erasing.files_with(addresses)), robust=True)
    return Erased(own=len(reach.own), joint=len(reach.joint), only_in=len(reach.only_in))
