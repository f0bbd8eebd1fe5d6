"""After a change of consent: letters that wait for somebody's hours, and say what is not so any more, do not go out."""

from django.db import transaction

from consent.domain.acts.ending_soon import take_back_what_is_over
from consent.domain.acts.starting_again import stopped_everything
from consent.domain.told.renotifying import take_back_what_concerns_nobody
from consent.models import Appearance
from people.domain import outbox
from people.models import Person


@transaction.atomic
def take_back(file_id: int) -> None:
    """Safe at any time. What tells of a stop, of our own act or of a right stays: it is as true as before."""
    within = Appearance.objects.filter(file=file_id, person__isnull=False)
    people = Person.objects.filter(pk__in=within.values("person"))
    if not outbox.hold_what_waits_for(people.values_list("pk", flat=True)):
        return
    take_back_what_is_over(file_id)
    for person in people:
        take_back_what_concerns_nobody(person)
        if stopped_everything(person, file_id):
            outbox.cancel(key=f"grown-up-{file_id}-{person.pk}")
