"""Staff were declared too close to somebody: after an older backup was restored, they still keep away.

Whoever the backup does not know as staff, or brings back as the one who stands beside the person, cannot simply be
kept apart: then everything the person is in rests until a human has looked.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from consent.domain.care.holding import rest_after_a_restore
from consent.domain.record.journaling import owe_no
from consent.models import ConsentFile
from people.domain import kept_apart
from people.models import Person


def keep_that_it_was_declared(pairs: Iterable[tuple[Person, int]]) -> None:
    """In the transaction of the declaration. Each with the number of a sign-in."""
    for person, user_pk in pairs:
        owe_no("conflict", person=person.uid, staff=kept_apart.number_of(user_pk))


@transaction.atomic
def declare_again(*, person: UUID, staff: UUID) -> bool:
    """A backup was restored from before it was declared."""
    someone = Person.objects.filter(uid=person, erased_at=None).first()
    if someone is None:
        return False
    user = kept_apart.whose(staff)
    made = user is not None and kept_apart.keep_apart(someone, user)
    if user is not None and someone.supporter_id != user.pk:
        return made
    theirs = ConsentFile.objects.filter(appearances__person=someone).order_by("id").distinct()
    return sum(rest_after_a_restore(file.uid) for file in theirs) > 0 or made
