"""Somebody's birth date was learned or corrected: no older backup makes them grown up again.

The day lies in the vault alone, and a newer database that is lost takes it along. The stop journal keeps that it
changed and never what it is; after a restore everything they are in rests until a human has asked them.
"""

from uuid import UUID

from consent.domain.care.holding import rest_after_a_restore
from consent.domain.record.coming_of_age import is_young
from consent.domain.record.journaling import owe_no
from consent.enums import HoldReason
from consent.models import ConsentFile
from people.models import Person


def keep_that_it_changed(person: Person, *, corrected: bool) -> None:
    """In the transaction of the change. Whoever was grown up when we met them lost nothing by telling it."""
    if corrected or is_young(person, person.met_at):
        owe_no("age", person=person.uid)


def rest_again(*, person: UUID) -> bool:
    """A backup was restored from before it changed."""
    theirs = ConsentFile.objects.filter(appearances__person__uid=person).order_by("id").distinct()
    return sum(rest_after_a_restore(file.uid, reason=HoldReason.AGE) for file in theirs) > 0
