"""What this room does when the room below speaks: an age that becomes known may take a clearance away.

And new rules for reaching somebody go into the stop journal, so that an older backup brings no older rules back. After
each change of consent, letters that say what is not so any more are taken back.
"""

from typing import Any

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from consent.domain.acts import stale_letters
from consent.domain.care import lost_age, lost_conflict
from consent.domain.care.files import files_of
from consent.domain.clearance.changing import changing
from consent.domain.record.journaling import owe_other_rules, owe_thrown_away
from consent.signals import consent_changed
from people.enums import RulesRoute
from people.models import ContactRules, Person, ReadAloud
from people.signals import age_changed


@receiver(age_changed, dispatch_uid="look_again_at_what_their_age_allows")
def look_again(person_id: int, *, corrected: bool, **_: Any) -> None:
    """In the same transaction, so that no page shows for a moment what the age forbids."""
    person = Person.objects.get(pk=person_id)
    lost_age.keep_that_it_changed(person, corrected=corrected)
    for file in files_of(person):
        with changing(file.pk):
            pass


@receiver(post_save, sender=ContactRules, dispatch_uid="keep_that_they_are_reached_otherwise")
def reached_otherwise(instance: ContactRules, *, created: bool, raw: bool, **_: Any) -> None:
    """In the same transaction. What a replay wrote stands in the journal already."""
    if created and not raw and instance.route != RulesRoute.RESTORED:
        owe_other_rules(instance.person, at=instance.made_at)


@receiver(consent_changed, dispatch_uid="take_back_letters_that_are_not_so")
def take_back_after_commit(file_id: int, **_: Any) -> None:
    """When the change stands: nothing here may hold up a stop."""
    transaction.on_commit(lambda: stale_letters.take_back(file_id), robust=True)


@receiver(post_delete, sender=ReadAloud, dispatch_uid="keep_that_a_voice_was_taken_away")
def voice_taken_away(instance: ReadAloud, **_: Any) -> None:
    """Whose voice it is may want it gone: no restored backup brings it back."""
    owe_thrown_away(instance.uid)


@receiver(m2m_changed, sender=Person.conflicts.through, dispatch_uid="keep_that_staff_are_too_close")
def too_close(instance: Any, *, action: str, reverse: bool, pk_set: set[int] | None, **_: Any) -> None:
    """In the same transaction, from whichever side it is said. Taking one back leaves no line."""
    if action != "post_add" or not pk_set:
        return
    if reverse:
        pairs = [(person, instance.pk) for person in Person.objects.filter(pk__in=pk_set).order_by("pk")]
    else:
        pairs = [(instance, pk) for pk in sorted(pk_set)]
    lost_conflict.keep_that_it_was_declared(pairs)
