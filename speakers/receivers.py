"""What this room hears: a change of consent leaves a to-do row and bookings are looked at after commit.

And what a speaker will not do goes into the stop journal: an older backup that lacks it asks them nothing.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from consent.signals import consent_changed
from speakers.domain import resting
from speakers.domain.rechecking import owe, recheck_quietly
from speakers.enums import Stance
from speakers.models import Blackout, Block, TopicStance

NOES = frozenset({Stance.ASK_FIRST, Stance.WILL_NOT})


@receiver(consent_changed)
def recheck_after_commit(file_id: int, at: datetime, **_: Any) -> None:
    """Inside the change's transaction: write the row, in a savepoint, and look when the change stands."""
    with transaction.atomic():
        owe(file_id, at=at)
    transaction.on_commit(lambda: recheck_quietly(file_id), robust=True)


@receiver(post_save, sender=Block, dispatch_uid="keep_with_whom_they_will_not_speak")
@receiver(post_save, sender=Blackout, dispatch_uid="keep_when_they_will_not_speak")
def will_not_then(instance: Block | Blackout, *, raw: bool, **_: Any) -> None:
    """What it says stays here; the journal hears only whose it is."""
    if not raw:
        resting.rest_if_restored(instance.speaker)


@receiver(post_save, sender=TopicStance, dispatch_uid="keep_of_what_they_will_not_speak")
def will_not_speak_of_it(instance: TopicStance, *, raw: bool, **_: Any) -> None:
    if not raw and instance.stance in NOES:
        resting.rest_if_restored(instance.speaker)
