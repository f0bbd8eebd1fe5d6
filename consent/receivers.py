"""What this room does when the room below speaks: an age that becomes known may take a clearance away."""

from typing import Any

from django.dispatch import receiver

from consent.domain.care.files import files_of
from consent.domain.clearance.changing import changing
from people.models import Person
from people.signals import age_changed


@receiver(age_changed, dispatch_uid="look_again_at_what_their_age_allows")
def look_again(person_id: int, **_: Any) -> None:
    """In the same transaction, so that no page shows for a moment what the age forbids."""
    for file in files_of(Person.objects.get(pk=person_id)):
        with changing(file.pk):
            pass
