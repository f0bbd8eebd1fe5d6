"""What happens by itself in this room: a new message goes to the worker once its transaction stands.

And the token of forms is the same at each sign-in of one person, and another for anybody else: a page older than the
last sign-in still stops and saves for whoever it was made for, and on a shared phone it does nothing in the name of
whoever has signed in since.
"""

from functools import partial
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.crypto import salted_hmac

from people import clock, tasks
from people.enums import MessageState
from people.models import Organisation, OutboxMessage, Picture, Region, Theme
from people.surroundings import grows_with

SECRET_OF_FORMS = 32
"""Signs that Django expects behind its tokens."""

grows_with(Organisation, Picture, Region, Theme)


@receiver(post_save, sender=OutboxMessage, dispatch_uid="deliver_on_commit")
def deliver_on_commit(instance: OutboxMessage, created: bool, **_: Any) -> None:
    """`robust`, because the person's act stands already and must not answer with an error."""
    if created and instance.state == MessageState.WAITING and instance.due_at <= clock.now():
        transaction.on_commit(partial(tasks.deliver.enqueue, instance.pk), robust=True)


@receiver(post_save, sender=Picture, dispatch_uid="make_picture_sizes")
def make_picture_sizes(instance: Picture, raw: bool, **_: Any) -> None:
    """Those that there are already cost nothing; a new file has none."""
    if not raw:
        transaction.on_commit(partial(tasks.make_picture_sizes.enqueue, instance.pk), robust=True)


@receiver(user_logged_in, dispatch_uid="forms_belong_to_whoever_they_were_made_for")
def forms_are_theirs(request: Any, user: Any, **_: Any) -> None:
    """By whatever road they came in; Django has just made a new secret at random."""
    theirs = salted_hmac("people.receivers.forms_are_theirs", str(user.pk), algorithm="sha256").hexdigest()
    request.META["CSRF_COOKIE"] = theirs[:SECRET_OF_FORMS]
