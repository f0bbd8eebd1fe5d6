"""Somebody's birth date was learned or corrected: no older backup makes them grown up again.

The day lies in the vault alone, and a newer database that is lost takes it along. The stop journal keeps that it
changed and never what it is; after a restore everything they are in rests until a human has asked them.
"""

from uuid import UUID

from consent.domain.care.holding import rest_after_a_restore, whose_it_is
from consent.domain.record.coming_of_age import is_young
from consent.domain.record.journaling import owe_no
from consent.enums import HoldReason
from consent.models import ConsentFile, Hold
from people.domain import vault
from people.models import Person


def keep_that_it_changed(person: Person, *, corrected: bool) -> None:
    """In the transaction of the change. Whoever was grown up when we met them lost nothing by telling it."""
    if corrected or is_young(person, person.met_at):
        owe_no("age", person=person.uid)


def rest_again(*, person: UUID) -> bool:
    """A backup was restored from before it changed."""
    theirs = ConsentFile.objects.filter(appearances__person__uid=person).order_by("id").distinct()
    return sum(rest_after_a_restore(file.uid, reason=HoldReason.AGE, whose=person) for file in theirs) > 0


def still_to_ask(held: Hold) -> bool:
    """Whether nobody has written their birth date down since it rests. Of somebody erased nobody asks."""
    if held.reason != HoldReason.AGE:
        return False
    whose = whose_it_is(held)
    people = Person.objects.filter(appearances__file=held.file_id, erased_at=None).distinct()
    theirs = list(people.filter(uid=whose) if whose else people)
    return bool(theirs) and not any(vault.birth_date_written_since(one, held.opened_at) for one in theirs)
