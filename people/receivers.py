"""What happens by itself in this room: a new message goes to the worker once its transaction stands."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from people import clock, tasks
from people.enums import MessageState
from people.models import OutboxMessage


@receiver(post_save, sender=OutboxMessage, dispatch_uid="deliver_on_commit")
def deliver_on_commit(instance: OutboxMessage, created: bool, **_: Any) -> None:
    """`robust`, because the person's act stands already and must not answer with an error."""
    if created and instance.state == MessageState.WAITING and instance.due_at <= clock.now():
        transaction.on_commit(partial(tasks.deliver.enqueue, instance.pk), robust=True)
