"""What this room hears: a change of consent leaves a to-do row and bookings are looked at after commit."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from consent.signals import consent_changed
from speakers.domain.rechecking import owe, recheck_quietly


@receiver(consent_changed)
def recheck_after_commit(file_id: int, at: datetime, **_: Any) -> None:
    """Inside the change's transaction: write the row, in a savepoint, and look when the change stands."""
    with transaction.atomic():
        owe(file_id, at=at)
    transaction.on_commit(lambda: recheck_quietly(file_id), robust=True)
